#pragma once
// libcurl sets and asks its options through variadic macros, which Swift cannot call: each becomes a typed function here.
#include <curl/curl.h>

static inline CURLcode lifeboat_setopt_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode lifeboat_setopt_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode lifeboat_setopt_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode lifeboat_setopt_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLcode lifeboat_setopt_size(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}
typedef size_t (*lifeboat_bytes_callback)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode lifeboat_setopt_callback(CURL *easy, CURLoption option, lifeboat_bytes_callback value) {
    return curl_easy_setopt(easy, option, value);
}
static inline CURLMcode lifeboat_multi_setopt_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
typedef int (*lifeboat_socket_callback)(CURL *easy, curl_socket_t socket, int what, void *context, void *per_socket);
typedef int (*lifeboat_timer_callback)(CURLM *multi, long milliseconds, void *context);
/// Who is told which sockets to watch, and when to call at the latest.
static inline void lifeboat_multi_set_watcher(
    CURLM *multi, lifeboat_socket_callback socket, lifeboat_timer_callback timer, void *context) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, socket);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, timer);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}
static inline long lifeboat_response_code(CURL *easy) {
    long code = 0;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &code);
    return code;
}
static inline void *lifeboat_private(CURL *easy) {
    char *context = NULL;
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context);
    return context;
}
static inline CURLcode lifeboat_message_result(CURLMsg *message) { return message->data.result; }

// Glibc's module has no epoll, and libcurl's own `curl_multi_poll` looks at every transfer in each round.

/// A socket that is ready, with `CURL_CSELECT_IN`, `_OUT` and `_ERR`.
struct lifeboat_ready {
    int socket;
    int readiness;
};
/// Descriptors of an epoll and of an alarm that wakes it; -1 where the system has none left.
int lifeboat_epoll_create(void);
int lifeboat_alarm_create(int epoll);
/// May be called from any thread.
void lifeboat_alarm_ring(int alarm);
/// `what` is libcurl's `CURL_POLL_IN`, `_OUT`, `_INOUT` or `_REMOVE`.
void lifeboat_epoll_watch(int epoll, int socket, int what);
/// How many sockets are ready, after waiting for one, for the alarm, or for so many milliseconds (-1 is for ever).
int lifeboat_epoll_wait(int epoll, int alarm, struct lifeboat_ready *ready, int capacity, int milliseconds);
