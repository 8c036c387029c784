// The reference: the calls of a scan on libcurl's multi interface, signed with SigV4, in one thread.
//
//     multi_client --url http://127.0.0.1:PORT [--in-flight 64]
//
// Lists the buckets, asks each of them seven things, and throws the replies away. Prints one line of JSON: calls,
// failures (replies other than 200 and 404), wall and CPU seconds. It parses and judges nothing: what is measured is
// the least that such a scan can cost.

#define _GNU_SOURCE
#include <curl/curl.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define REGION "us-east-1"
#define EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
static const char accessKey[] = "AKIAIOSFODNN7EXAMPLE", secret[] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

// Each as it stands in a URL and as it is signed.
static const char *const asked[][2] = {
    {"versioning", "versioning="}, {"replication", "replication="}, {"encryption", "encryption="},
    {"lifecycle", "lifecycle="}, {"object-lock", "object-lock="}, {"notification", "notification="},
    {"tagging", "tagging="},
};
enum { ASKED = sizeof asked / sizeof *asked };

typedef struct {
    char *bytes;
    size_t count;
} Body;

static char url[200], host[200];
static char **names;
static long namesCount, nextCall, calls, failures;

static void hex(const unsigned char *bytes, size_t count, char *out) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < count; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[2 * count] = 0;
}

static void hmac(const void *key, size_t keyCount, const char *text, unsigned char out[32]) {
    unsigned count = 32;
    HMAC(EVP_sha256(), key, (int)keyCount, (const unsigned char *)text, strlen(text), out, &count);
}

// The header lines of a signed GET; the key of the day is kept.
static struct curl_slist *sign(const char *path, const char *query) {
    static unsigned char dayKey[32];
    static char day[9];
    char stamp[17], canonical[2048], text[512], digest[65], signature[65], line[512];
    unsigned char raw[32];
    time_t now = time(NULL);
    struct tm utc;
    gmtime_r(&now, &utc);
    strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &utc);
    if (strncmp(day, stamp, 8)) {
        memcpy(day, stamp, 8);
        char start[64];
        snprintf(start, sizeof start, "AWS4%s", secret);
        hmac(start, strlen(start), day, dayKey);
        hmac(dayKey, 32, REGION, dayKey);
        hmac(dayKey, 32, "s3", dayKey);
        hmac(dayKey, 32, "aws4_request", dayKey);
    }
    int length = snprintf(canonical, sizeof canonical,
        "GET\n%s\n%s\nhost:%s\nx-amz-content-sha256:" EMPTY "\nx-amz-date:%s\n\nhost;x-amz-content-sha256;x-amz-date\n" EMPTY,
        path, query, host, stamp);
    SHA256((unsigned char *)canonical, (size_t)length, raw);
    hex(raw, 32, digest);
    snprintf(text, sizeof text, "AWS4-HMAC-SHA256\n%s\n%s/" REGION "/s3/aws4_request\n%s", stamp, day, digest);
    hmac(dayKey, 32, text, raw);
    hex(raw, 32, signature);

    snprintf(line, sizeof line, "Authorization: AWS4-HMAC-SHA256 Credential=%s/%s/" REGION "/s3/aws4_request, "
        "SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=%s", accessKey, day, signature);
    struct curl_slist *lines = curl_slist_append(NULL, line);
    snprintf(line, sizeof line, "x-amz-date: %s", stamp);
    lines = curl_slist_append(lines, line);
    return curl_slist_append(lines, "x-amz-content-sha256: " EMPTY);
}

static size_t discard(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes, (void)context;
    return size * count;
}

static size_t collect(char *bytes, size_t size, size_t count, void *context) {
    Body *body = context;
    body->bytes = realloc(body->bytes, body->count + count * size + 1);
    memcpy(body->bytes + body->count, bytes, count * size);
    body->count += count * size;
    body->bytes[body->count] = 0;
    return size * count;
}

static char *element(char *from, const char *opening, char **after) {
    char *start = strstr(from, opening);
    if (!start) return NULL;
    start += strlen(opening);
    size_t length = strcspn(start, "<");
    *after = start + length;
    return strndup(start, length);
}

static void list(CURL *easy) {
    char query[200] = "max-buckets=10000", address[500];
    for (char *token = NULL;;) {
        // "continuation-token" sorts before "max-buckets".
        if (token) snprintf(query, sizeof query, "continuation-token=%s&max-buckets=10000", token);
        free(token);
        snprintf(address, sizeof address, "%s/?%s", url, query);
        Body body = {0};
        struct curl_slist *lines = sign("/", query);
        curl_easy_setopt(easy, CURLOPT_URL, address);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, lines);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, collect);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
        CURLcode result = curl_easy_perform(easy);
        if (result || !body.bytes) {
            fprintf(stderr, "ListBuckets: %s\n", curl_easy_strerror(result));
            exit(1);
        }
        calls++;
        curl_slist_free_all(lines);
        char *after = body.bytes, *name, *rest;
        while ((name = element(after, "<Name>", &after))) {
            if (namesCount % 1024 == 0) names = realloc(names, (size_t)(namesCount + 1024) * sizeof *names);
            names[namesCount++] = name;
        }
        token = element(body.bytes, "<ContinuationToken>", &rest);
        free(body.bytes);
        if (!token) return;
    }
}

// Puts the next call on a handle; false when there is none left.
static bool start(CURLM *multi, CURL *easy) {
    if (nextCall >= namesCount * ASKED) return false;
    const char *name = names[nextCall / ASKED], *const *ask = asked[nextCall % ASKED];
    nextCall++;
    char path[100], address[400];
    snprintf(path, sizeof path, "/%s", name);
    snprintf(address, sizeof address, "%s%s?%s", url, path, ask[0]);
    struct curl_slist *lines = sign(path, ask[1]);
    curl_easy_setopt(easy, CURLOPT_URL, address);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, lines);
    curl_easy_setopt(easy, CURLOPT_PRIVATE, lines);
    curl_multi_add_handle(multi, easy);
    return true;
}

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

int main(int count, char **arguments) {
    int inFlight = 64;
    for (int i = 1; i + 1 < count; i += 2) {
        if (!strcmp(arguments[i], "--url")) snprintf(url, sizeof url, "%s", arguments[i + 1]);
        else if (!strcmp(arguments[i], "--in-flight")) inFlight = atoi(arguments[i + 1]);
        else return fprintf(stderr, "unknown option %s\n", arguments[i]), 64;
    }
    if (strncmp(url, "http://", 7)) return fprintf(stderr, "--url http://HOST:PORT\n"), 64;
    snprintf(host, sizeof host, "%s", url + 7);
    struct timespec began, ended;
    clock_gettime(CLOCK_MONOTONIC, &began);

    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURL *lister = curl_easy_init();
    list(lister);
    curl_easy_cleanup(lister);

    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)inFlight);
    int running = 0;
    for (int i = 0; i < inFlight; i++) {
        CURL *easy = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
        start(multi, easy);
    }
    do {
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        int left;
        bool more = false;
        while ((message = curl_multi_info_read(multi, &left))) {
            CURL *easy = message->easy_handle;
            long status = 0;
            struct curl_slist *lines;
            curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, (char **)&lines);
            calls++;
            if (message->data.result || (status != 200 && status != 404)) failures++;
            curl_multi_remove_handle(multi, easy);
            curl_slist_free_all(lines);
            if (start(multi, easy)) more = true;
            else curl_easy_cleanup(easy);
        }
        if (more) running = 1;
        else if (running) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    } while (running);

    clock_gettime(CLOCK_MONOTONIC, &ended);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"calls\":%ld,\"failures\":%ld,\"wall\":%.3f,\"cpu\":%.3f}\n", calls, failures,
        (double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9,
        seconds(usage.ru_utime) + seconds(usage.ru_stime));
    return failures ? 1 : 0;
}
