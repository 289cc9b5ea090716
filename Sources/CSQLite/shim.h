#include <sqlite3.h>

// A cast of -1 to a function pointer, which Swift cannot spell: "SQLite, make your own copy of these bytes".
static inline sqlite3_destructor_type edigate_sqlite_transient(void) { return SQLITE_TRANSIENT; }

// A variadic function, which Swift cannot call. Says that the journal by which a part of a transaction is undone stays in
// memory, and that nobody asks how much memory is in use, which else costs a lock at each allocation. To be called before
// anything else of SQLite; 0 when it took effect.
static inline int edigate_sqlite_configure(void) {
    int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    // With a limit SQLite would ask for as many bytes at once for each such journal.
    return result != SQLITE_OK ? result : sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
}
