#ifndef REFRAIN_CBLAS_SHIM_H
#define REFRAIN_CBLAS_SHIM_H

/* The system's CBLAS interface (Debian: libblas-dev). Which library answers at run time
   is the system's choice: reference BLAS, OpenBLAS, BLIS or MKL. */
#include <cblas.h>

#endif
