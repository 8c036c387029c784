#pragma once
// Expat as it is: its functions are plain and import into Swift without help.
#include <expat.h>
