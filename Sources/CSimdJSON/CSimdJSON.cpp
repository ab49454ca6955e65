#include "CSimdJSON.h"
#include <simdjson.h>
extern "C" void refrain_simdjson_placeholder(void) {}
