// A loopback server that answers the calls of a scan for N synthetic buckets, each reply held back by a latency.
//
//     loopback_s3 [--buckets 1000] [--latency-ms 30] [--port 0] [--points-of-each 0]
//
// Prints "listening PORT", and at SIGTERM one line of JSON: calls, the most that were in flight at once, the calls by
// kind, and the mean of calls in flight in each 20 ms since the first. `GET /_stats` answers the same at once and is not
// counted. One thread on epoll, so that its own cost is small
// beside the client's; the latency is the same for all replies, so that a queue is enough to time them.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define XML_NAMESPACE " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\""

typedef struct {
    char *bytes;
    size_t count, capacity;
} Buffer;

typedef struct {
    int socket;
    uint32_t generation;  // tells a reply for this connection from one for an earlier one with the same number
    Buffer in, out;
    size_t sent;
    bool waiting, closing;
} Connection;

typedef struct {
    uint64_t due;  // nanoseconds, monotonic
    int socket;
    uint32_t generation;
} Due;

enum Kind {
    LIST_BUCKETS, VERSIONING, REPLICATION, ENCRYPTION, LIFECYCLE, OBJECT_LOCK, NOTIFICATION, TAGGING, HEAD_BUCKET,
    STS, EC2, BACKUP, CLOUDWATCH, KMS, IAM, S3_CONTROL, OTHER, KINDS
};
static const char *const kindNames[KINDS] = {
    "listBuckets", "versioning", "replication", "encryption", "lifecycle", "objectLock", "notification", "tagging",
    "headBucket", "sts", "ec2", "backup", "cloudwatch", "kms", "iam", "s3control", "other",
};

static long buckets = 1000;
// Recovery points of each bucket in the one vault; none without one.
static long pointsOfEach = 0;
static uint64_t latency = 30 * 1000000ull;
static uint64_t calls, callsOf[KINDS];
static int inFlight, peak, openConnections, peakConnections;
static char firstOther[200];
enum { BIN_MS = 20, BINS = 8192 };
static double inFlightOf[BINS];  // call nanoseconds in each bin since the first call
static uint64_t firstCallAt, inFlightSince;

static Connection *connections;
static int connectionsCapacity;
static Due *queue;  // a ring; its capacity is a power of two
static size_t queueHead, queueTail, queueCapacity;
static int epoll, timer;

static uint64_t now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000ull + (uint64_t)t.tv_nsec;
}

static void die(const char *what) {
    perror(what);
    exit(1);
}

static void reserve(Buffer *b, size_t more) {
    if (b->count + more <= b->capacity) return;
    size_t capacity = b->capacity ? b->capacity : 2048;
    while (capacity < b->count + more) capacity *= 2;
    b->bytes = realloc(b->bytes, capacity);
    if (!b->bytes) die("realloc");
    b->capacity = capacity;
}

__attribute__((format(printf, 2, 3))) static void append(Buffer *b, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    size_t length = (size_t)vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    reserve(b, length + 1);
    vsnprintf(b->bytes + b->count, length + 1, format, again);
    va_end(again);
    b->count += length;
}

// Counts the time that the calls now in flight were, before their number changes.
static void setInFlight(int count) {
    uint64_t moment = now(), from = inFlightSince;
    if (!firstCallAt) firstCallAt = from = moment;
    inFlightSince = moment;
    while (from < moment) {
        uint64_t bin = (from - firstCallAt) / (BIN_MS * 1000000ull);
        uint64_t end = firstCallAt + (bin + 1) * BIN_MS * 1000000ull;
        if (end > moment) end = moment;
        if (bin < BINS) inFlightOf[bin] += (double)inFlight * (double)(end - from);
        from = end;
    }
    inFlight = count;
    if (inFlight > peak) peak = inFlight;
}

// What the server says.

static Buffer body;  // of the reply being written

static void stats(Buffer *b) {
    append(b, "{\"calls\":%llu,\"peakInFlight\":%d,\"peakConnections\":%d,\"byKind\":{", (unsigned long long)calls, peak,
        peakConnections);
    for (int kind = 0; kind < KINDS; kind++)
        append(b, "%s\"%s\":%llu", kind ? "," : "", kindNames[kind], (unsigned long long)callsOf[kind]);
    append(b, "},\"inFlight\":{\"binMilliseconds\":%d,\"means\":[", BIN_MS);
    int last = BINS;
    while (last && !inFlightOf[last - 1]) last--;
    for (int bin = 0; bin < last; bin++) append(b, "%s%.0f", bin ? "," : "", inFlightOf[bin] / (BIN_MS * 1e6));
    append(b, "]},\"firstOther\":\"");
    for (const char *c = firstOther; *c; c++)
        if (*c != '"' && *c != '\\' && *c >= ' ') append(b, "%c", *c);
    append(b, "\"}\n");
}

static int s3Error(int status, const char *code) {
    append(&body, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message>"
        "<RequestId>4442587FB7D0A2F9</RequestId></Error>", code, code);
    return status;
}

static long number(const char *query, const char *name, long otherwise) {
    size_t length = strlen(name);
    for (const char *item = query; item && *item; item = strchr(item, '&') ? strchr(item, '&') + 1 : NULL)
        if (!strncmp(item, name, length) && item[length] == '=') return atol(item + length + 1);
    return otherwise;
}

static int listBuckets(const char *query) {
    long first = number(query, "continuation-token", 0), most = number(query, "max-buckets", 10000);
    long end = first + most < buckets ? first + most : buckets;
    append(&body, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListAllMyBucketsResult" XML_NAMESPACE "><Owner><ID>"
        "bcaf1ffd86f41161ca5fb16fd081034f</ID></Owner><Buckets>");
    for (long i = first; i < end; i++)
        append(&body, "<Bucket><Name>bucket-%06ld</Name><CreationDate>2024-05-01T12:00:00.000Z</CreationDate>"
            "<BucketRegion>us-east-1</BucketRegion></Bucket>", i);
    append(&body, "</Buckets>");
    if (end < buckets) append(&body, "<ContinuationToken>%ld</ContinuationToken>", end);
    append(&body, "</ListAllMyBucketsResult>");
    return 200;
}

static bool has(const char *query, const char *name) {
    size_t length = strlen(name);
    for (const char *item = query; item && *item; item = strchr(item, '&') ? strchr(item, '&') + 1 : NULL)
        if (!strncmp(item, name, length) && (item[length] == 0 || item[length] == '=' || item[length] == '&')) return true;
    return false;
}

static int bucketReply(const char *bucket, const char *query, enum Kind *kind) {
    if (has(query, "versioning")) {
        *kind = VERSIONING;
        append(&body, "<VersioningConfiguration" XML_NAMESPACE "><Status>Enabled</Status></VersioningConfiguration>");
        return 200;
    }
    if (has(query, "replication")) {
        *kind = REPLICATION;
        append(&body, "<ReplicationConfiguration" XML_NAMESPACE "><Role>arn:aws:iam::123456789012:role/replication</Role>"
            "<Rule><ID>all</ID><Priority>1</Priority><Filter><Prefix></Prefix></Filter><Status>Enabled</Status>"
            "<Destination><Bucket>arn:aws:s3:::replica-%02d</Bucket></Destination>"
            "<DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication></Rule>"
            "</ReplicationConfiguration>", atoi(bucket + strcspn(bucket, "0123456789")) % 4);
        return 200;
    }
    if (has(query, "encryption")) {
        *kind = ENCRYPTION;
        append(&body, "<ServerSideEncryptionConfiguration" XML_NAMESPACE "><Rule><ApplyServerSideEncryptionByDefault>"
            "<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>"
            "<BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>");
        return 200;
    }
    if (has(query, "notification")) {
        *kind = NOTIFICATION;
        append(&body, "<NotificationConfiguration" XML_NAMESPACE "/>");
        return 200;
    }
    if (has(query, "lifecycle")) return *kind = LIFECYCLE, s3Error(404, "NoSuchLifecycleConfiguration");
    if (has(query, "object-lock")) return *kind = OBJECT_LOCK, s3Error(404, "ObjectLockConfigurationNotFoundError");
    if (has(query, "tagging")) return *kind = TAGGING, s3Error(404, "NoSuchTagSet");
    return *kind = OTHER, s3Error(501, "NotImplemented");
}

static int queryReply(const char *form, enum Kind *kind) {
    if (strstr(form, "Action=GetCallerIdentity")) {
        *kind = STS;
        append(&body, "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
            "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/bench</Arn><UserId>AIDACKCEVSQ6C2EXAMPLE</UserId>"
            "<Account>123456789012</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId>"
            "</ResponseMetadata></GetCallerIdentityResponse>");
        return 200;
    }
    if (strstr(form, "Action=DescribeRegions")) {
        *kind = EC2;
        append(&body, "<DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>1</requestId>"
            "<regionInfo>");
        const char *const names[] = {"us-east-1", "us-west-2"};
        for (int i = 0; i < 2; i++)
            append(&body, "<item><regionName>%s</regionName><regionEndpoint>ec2.%s.amazonaws.com</regionEndpoint>"
                "<optInStatus>opt-in-not-required</optInStatus></item>", names[i], names[i]);
        append(&body, "</regionInfo></DescribeRegionsResponse>");
        return 200;
    }
    if (strstr(form, "Action=GetMetricData")) {
        *kind = CLOUDWATCH;
        append(&body, "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><GetMetricDataResult>"
            "<MetricDataResults/></GetMetricDataResult></GetMetricDataResponse>");
        return 200;
    }
    *kind = strstr(form, "Version=2010-05-08") ? IAM : OTHER;
    append(&body, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User is not authorized"
        "</Message></Error><RequestId>1</RequestId></ErrorResponse>");
    return 403;
}

static int targetReply(const char *target, enum Kind *kind) {
    if (strstr(target, "GetMetricData")) {
        *kind = CLOUDWATCH;
        append(&body, "{\"MetricDataResults\":[],\"Messages\":[]}");
        return 200;
    }
    *kind = strstr(target, "TrentService") ? KMS : OTHER;
    append(&body, "{\"__type\":\"AccessDeniedException\",\"message\":\"User is not authorized\"}");
    return 400;
}

#define VAULT "arn:aws:backup:us-east-1:123456789012:backup-vault:main"

// The vault, when there is one: each bucket has `pointsOfEach` recovery points in it, and the newest is named first.
static bool vaultReply(const char *path, const char *query) {
    if (strncmp(path, "/backup-vaults", 14)) return false;
    if (!path[14] || !strcmp(path + 14, "/")) {
        append(&body, "{\"BackupVaultList\":[");
        if (pointsOfEach)
            append(&body, "{\"BackupVaultName\":\"main\",\"BackupVaultArn\":\"" VAULT "\",\"VaultState\":\"AVAILABLE\","
                "\"NumberOfRecoveryPoints\":%ld,\"CreationDate\":1714564800}", pointsOfEach * buckets);
        append(&body, "]}");
        return true;
    }
    const char *point = strstr(path, "point-");
    if (point) {
        long bucket = atol(point + 6);
        append(&body, "{\"RecoveryPointArn\":\"arn:aws:backup:us-east-1:123456789012:recovery-point:point-%06ld\","
            "\"BackupVaultName\":\"main\",\"BackupVaultArn\":\"" VAULT "\",\"ResourceArn\":\"arn:aws:s3:::bucket-%06ld\","
            "\"ResourceType\":\"S3\",\"Status\":\"COMPLETED\",\"CreationDate\":%ld,\"BackupSizeInBytes\":1048576}",
            bucket, bucket, (long)time(NULL) - 3600);
        return true;
    }
    long first = number(query, "nextToken", 0), most = number(query, "maxResults", 1000);
    long end = first + most < buckets ? first + most : buckets;
    append(&body, "{\"Results\":[");
    for (long i = first; i < end; i++)
        append(&body, "%s{\"ResourceArn\":\"arn:aws:s3:::bucket-%06ld\",\"ResourceType\":\"S3\",\"LastBackupTime\":%ld,"
            "\"LastBackupVaultArn\":\"" VAULT "\",\"LastRecoveryPointArn\":"
            "\"arn:aws:backup:us-east-1:123456789012:recovery-point:point-%06ld\"}", i == first ? "" : ",", i,
            (long)time(NULL) - 3600, i);
    append(&body, "]");
    if (end < buckets) append(&body, ",\"NextToken\":\"%ld\"", end);
    append(&body, "}");
    return true;
}

// AWS Backup answers with empty lists, whatever they are called; but for its vault.
static bool backupReply(const char *path, const char *query) {
    if (vaultReply(path, query)) return true;
    static const struct {
        const char *start, *reply;
    } replies[] = {
        {"/account-settings", "{\"ResourceTypeOptInPreference\":{\"S3\":true},\"ResourceTypeManagementPreference\":{}}"},
        {"/global-settings", "{\"GlobalSettings\":{}}"},
        {"/supported-resource-types", "{\"ResourceTypes\":[\"S3\"]}"},
        {"/backup/plans", "{\"BackupPlansList\":[]}"},
        {"/resources", "{\"Results\":[]}"},
        {"/backup-jobs", "{\"BackupJobs\":[]}"},
        {"/copy-jobs", "{\"CopyJobs\":[]}"},
        {"/restore-jobs", "{\"RestoreJobs\":[]}"},
        {"/restore-testing/plans", "{\"RestoreTestingPlans\":[]}"},
        {"/audit/frameworks", "{\"Frameworks\":[]}"},
        {"/legal-holds", "{\"LegalHolds\":[]}"},
    };
    for (size_t i = 0; i < sizeof replies / sizeof *replies; i++)
        if (!strncmp(path, replies[i].start, strlen(replies[i].start))) {
            append(&body, "%s", replies[i].reply);
            return true;
        }
    return false;
}

typedef struct {
    char *method, *path, *query, *target, *form;
} Request;

static int reply(const Request *r, const char **type, const char **extra) {
    enum Kind kind = OTHER;
    int status;
    const char *bucket = r->path + 1;
    *type = "application/xml";
    *extra = "";
    if (!strcmp(r->method, "POST") && r->target) {
        *type = "application/x-amz-json-1.1";
        status = targetReply(r->target, &kind);
    } else if (!strcmp(r->method, "POST")) {
        *type = "text/xml";
        status = queryReply(r->form, &kind);
    } else if (!strcmp(r->path, "/")) {
        kind = LIST_BUCKETS;
        status = listBuckets(r->query);
    } else if (!strncmp(r->path, "/v20180820/", 11)) {
        kind = S3_CONTROL;
        append(&body, "<ListJobsResult xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"><Jobs/></ListJobsResult>");
        status = 200;
    } else if (!strncmp(bucket, "bucket-", 7) || !strncmp(bucket, "replica-", 8)) {
        *extra = *bucket == 'b' ? "x-amz-bucket-region: us-east-1\r\n" : "x-amz-bucket-region: us-west-2\r\n";
        if (!strcmp(r->method, "HEAD")) {
            kind = HEAD_BUCKET;
            status = 200;
        } else {
            status = bucketReply(bucket, r->query, &kind);
        }
    } else if (backupReply(r->path, r->query)) {
        kind = BACKUP;
        *type = "application/json";
        status = 200;
    } else {
        status = s3Error(404, "NoSuchBucket");
    }
    calls++;
    callsOf[kind]++;
    if (kind == OTHER && !*firstOther)
        snprintf(firstOther, sizeof firstOther, "%s %s?%s %s", r->method, r->path, r->query, r->target ? r->target : "");
    return status;
}

// How it gets there.

static void watch(Connection *c, uint32_t events) {
    struct epoll_event event = {.events = events, .data.fd = c->socket};
    epoll_ctl(epoll, EPOLL_CTL_MOD, c->socket, &event);
}

static void hangUp(Connection *c) {
    if (c->waiting) setInFlight(inFlight - 1);
    openConnections--;
    close(c->socket);
    c->socket = -1;
    c->generation++;
    c->in.count = c->out.count = c->sent = 0;
    c->waiting = c->closing = false;
}

static void arm(void) {
    struct itimerspec when = {0};
    if (queueHead != queueTail) {
        uint64_t due = queue[queueHead & (queueCapacity - 1)].due;
        when.it_value = (struct timespec){.tv_sec = (time_t)(due / 1000000000ull), .tv_nsec = (long)(due % 1000000000ull)};
    }
    timerfd_settime(timer, TFD_TIMER_ABSTIME, &when, NULL);
}

static void enqueue(Connection *c) {
    if (queueTail - queueHead == queueCapacity) {
        size_t capacity = queueCapacity ? queueCapacity * 2 : 1024;
        Due *larger = malloc(capacity * sizeof *larger);
        if (!larger) die("malloc");
        for (size_t i = queueHead; i != queueTail; i++) larger[i & (capacity - 1)] = queue[i & (queueCapacity - 1)];
        free(queue);
        queue = larger;
        queueCapacity = capacity;
    }
    bool wasEmpty = queueHead == queueTail;
    queue[queueTail++ & (queueCapacity - 1)] = (Due){now() + latency, c->socket, c->generation};
    if (wasEmpty) arm();
}

static void sendOut(Connection *c) {
    while (c->sent < c->out.count) {
        ssize_t count = send(c->socket, c->out.bytes + c->sent, c->out.count - c->sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EAGAIN) return watch(c, EPOLLIN | EPOLLOUT);
        if (count < 0) return hangUp(c);
        c->sent += (size_t)count;
    }
    if (c->out.count > 64 * 1024) {
        free(c->out.bytes);
        c->out = (Buffer){0};
    }
    c->out.count = c->sent = 0;
    if (c->closing) return hangUp(c);
}

static char *header(char *head, const char *name) {
    size_t length = strlen(name);
    for (char *line = strstr(head, "\r\n"); line; line = strstr(line, "\r\n")) {
        line += 2;
        if (!strncasecmp(line, name, length) && line[length] == ':') return line + length + 1 + strspn(line + length + 1, " ");
    }
    return NULL;
}

// Takes one request off the buffer when it is whole, and queues its reply.
static void take(Connection *c) {
    if (c->waiting || c->out.count) return;
    reserve(&c->in, 1);
    c->in.bytes[c->in.count] = 0;
    char *end = strstr(c->in.bytes, "\r\n\r\n");
    if (!end) return;
    end[2] = 0;  // the head stays a list of whole lines
    char *length = header(c->in.bytes, "content-length");
    size_t formCount = length ? (size_t)atol(length) : 0, total = (size_t)(end - c->in.bytes) + 4 + formCount;
    if (c->in.count < total) {
        end[2] = '\r';
        return;
    }
    char *form = strndup(end + 4, formCount);
    char *target = header(c->in.bytes, "x-amz-target"), *connection = header(c->in.bytes, "connection");
    c->closing = connection && !strncasecmp(connection, "close", 5);
    if (target) target = strndup(target, strcspn(target, "\r"));
    char *space = strchr(c->in.bytes, ' '), *line = strstr(c->in.bytes, "\r\n");
    if (!form || !space || !line || space > line) return hangUp(c);
    *space = *line = 0;
    Request request = {.method = c->in.bytes, .path = space + 1, .query = "", .target = target, .form = form};
    request.path[strcspn(request.path, " ")] = 0;
    char *mark = strchr(request.path, '?');
    if (mark) {
        *mark = 0;
        request.query = mark + 1;
    }

    const char *type = "application/json", *extra = "";
    int status = 200;
    bool asked = !strcmp(request.path, "/_stats");
    body.count = 0;
    if (asked) stats(&body);
    else status = reply(&request, &type, &extra);

    bool head = !strcmp(request.method, "HEAD");
    char date[64];
    time_t seconds = time(NULL);
    strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S GMT", gmtime(&seconds));
    append(&c->out, "HTTP/1.1 %d X\r\nDate: %s\r\nContent-Type: %s\r\nx-amz-request-id: 4442587FB7D0A2F9\r\n%s"
        "%sContent-Length: %zu\r\n\r\n", status, date, type, extra, c->closing ? "Connection: close\r\n" : "",
        head ? (size_t)0 : body.count);
    if (!head) {
        reserve(&c->out, body.count);
        memcpy(c->out.bytes + c->out.count, body.bytes, body.count);
        c->out.count += body.count;
    }
    free(form);
    free(target);
    memmove(c->in.bytes, c->in.bytes + total, c->in.count - total);
    c->in.count -= total;
    if (asked || !latency) {
        if (!asked && inFlight + 1 > peak) peak = inFlight + 1;
        return sendOut(c);
    }
    c->waiting = true;
    setInFlight(inFlight + 1);
    enqueue(c);
}

static void receive(Connection *c) {
    for (;;) {
        reserve(&c->in, 4096);
        ssize_t count = recv(c->socket, c->in.bytes + c->in.count, c->in.capacity - c->in.count - 1, 0);
        if (count < 0 && errno == EAGAIN) break;
        if (count <= 0) return hangUp(c);
        c->in.count += (size_t)count;
    }
    take(c);
}

static void accept_all(int listener) {
    for (;;) {
        int s = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (s < 0) return;
        setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
        if (s >= connectionsCapacity) {
            int capacity = s * 2 + 64;
            connections = realloc(connections, (size_t)capacity * sizeof *connections);
            if (!connections) die("realloc");
            memset(connections + connectionsCapacity, 0, (size_t)(capacity - connectionsCapacity) * sizeof *connections);
            connectionsCapacity = capacity;
        }
        connections[s].socket = s;
        if (++openConnections > peakConnections) peakConnections = openConnections;
        struct epoll_event event = {.events = EPOLLIN, .data.fd = s};
        epoll_ctl(epoll, EPOLL_CTL_ADD, s, &event);
    }
}

static void release(void) {
    uint64_t expirations;
    (void)!read(timer, &expirations, sizeof expirations);
    uint64_t moment = now();
    while (queueHead != queueTail) {
        Due due = queue[queueHead & (queueCapacity - 1)];
        if (due.due > moment) break;
        queueHead++;
        Connection *c = &connections[due.socket];
        if (c->socket < 0 || c->generation != due.generation) continue;
        c->waiting = false;
        setInFlight(inFlight - 1);
        sendOut(c);
    }
    arm();
}

int main(int count, char **arguments) {
    int port = 0;
    for (int i = 1; i + 1 < count; i += 2) {
        if (!strcmp(arguments[i], "--buckets")) buckets = atol(arguments[i + 1]);
        else if (!strcmp(arguments[i], "--points-of-each")) pointsOfEach = atol(arguments[i + 1]);
        else if (!strcmp(arguments[i], "--latency-ms")) latency = (uint64_t)(atof(arguments[i + 1]) * 1e6);
        else if (!strcmp(arguments[i], "--port")) port = atoi(arguments[i + 1]);
        else return fprintf(stderr, "unknown option %s\n", arguments[i]), 64;
    }
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &(int){1}, sizeof(int));
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 4096)) die("listen");
    socklen_t length = sizeof address;
    getsockname(listener, (struct sockaddr *)&address, &length);

    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    int ending = signalfd(-1, &ends, SFD_CLOEXEC);
    timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    epoll = epoll_create1(EPOLL_CLOEXEC);
    const int watched[] = {listener, ending, timer};
    for (int i = 0; i < 3; i++)
        epoll_ctl(epoll, EPOLL_CTL_ADD, watched[i], &(struct epoll_event){.events = EPOLLIN, .data.fd = watched[i]});
    printf("listening %d\n", ntohs(address.sin_port));
    fflush(stdout);

    for (;;) {
        struct epoll_event events[512];
        int ready = epoll_wait(epoll, events, 512, -1);
        for (int i = 0; i < ready; i++) {
            int s = events[i].data.fd;
            if (s == listener) accept_all(listener);
            else if (s == timer) release();
            else if (s == ending) {
                Buffer line = {0};
                stats(&line);
                fwrite(line.bytes, 1, line.count, stdout);
                return 0;
            } else {
                Connection *c = &connections[s];
                if (c->socket < 0) continue;
                if (events[i].events & EPOLLOUT) {
                    watch(c, EPOLLIN);
                    sendOut(c);
                }
                if (c->socket >= 0 && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(c);
            }
        }
    }
}
