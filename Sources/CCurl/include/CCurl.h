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
