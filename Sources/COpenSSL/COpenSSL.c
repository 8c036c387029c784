#include "COpenSSL.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

static int digest(const EVP_MD *algorithm, const uint8_t *data, size_t count, uint8_t *out) {
    return EVP_Digest(data, count, out, NULL, algorithm, NULL);
}

int lifeboat_sha256(const uint8_t *data, size_t count, uint8_t *out) { return digest(EVP_sha256(), data, count, out); }
int lifeboat_sha1(const uint8_t *data, size_t count, uint8_t *out) { return digest(EVP_sha1(), data, count, out); }
int lifeboat_md5(const uint8_t *data, size_t count, uint8_t *out) { return digest(EVP_md5(), data, count, out); }

int lifeboat_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *data, size_t count, uint8_t *out) {
    unsigned int written = 0;
    return HMAC(EVP_sha256(), key, (int)key_count, data, count, out, &written) != NULL;
}
