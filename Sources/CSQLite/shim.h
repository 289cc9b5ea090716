#include <sqlite3.h>

// A cast of -1 to a function pointer, which Swift cannot spell: "SQLite, make your own copy of these bytes".
static inline sqlite3_destructor_type edigate_sqlite_transient(void) { return SQLITE_TRANSIENT; }

// A variadic function, which Swift cannot call. Says how many bytes of the journal by which a part of a transaction is
// undone stay in memory before they go to a temporary file. To be called before anything else of SQLite.
static inline int edigate_sqlite_journal_in_memory(int bytes) {
    return sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, bytes);
}
