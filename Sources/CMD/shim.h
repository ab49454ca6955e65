#ifndef REFRAIN_CMD_SHIM_H
#define REFRAIN_CMD_SHIM_H

/* Message digests (Debian: libmd-dev): SHA-256 for the identities of findings and the policy of the HTML page. */
#include <sys/types.h>
#include <stdint.h>
#include <sha2.h>

#endif
