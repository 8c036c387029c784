#pragma once
// Glibc's module in Swift lacks this header.
#include <malloc.h>
