#include <sqlite3.h>

// A cast of -1 to a function pointer, which Swift cannot spell: "SQLite, make your own copy of these bytes".
static inline sqlite3_destructor_type edigate_sqlite_transient(void) { return SQLITE_TRANSIENT; }
