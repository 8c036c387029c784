#pragma once
// Plain functions over OpenSSL's digests: EVP's handles and variadic macros do not import into Swift well.
#include <stddef.h>
#include <stdint.h>

/// Each writes its digest to `out` and returns 1, or returns 0 when OpenSSL refuses. SHA-256 is 32 bytes, SHA-1 20, MD5 16.
int lifeboat_sha256(const uint8_t *data, size_t count, uint8_t *out);
int lifeboat_sha1(const uint8_t *data, size_t count, uint8_t *out);
int lifeboat_md5(const uint8_t *data, size_t count, uint8_t *out);
int lifeboat_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *data, size_t count, uint8_t *out);
