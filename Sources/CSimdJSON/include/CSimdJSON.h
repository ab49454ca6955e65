#ifndef REFRAIN_CSIMDJSON_H
#define REFRAIN_CSIMDJSON_H
#ifdef __cplusplus
extern "C" {
#endif
void refrain_simdjson_placeholder(void);
#ifdef __cplusplus
}
#endif
#endif
