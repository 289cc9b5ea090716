// Calls of Linux that the C library declares only for programs that ask for its extensions, which Swift does not.

// Renames, and refuses with EEXIST when the new name is taken if `flags` is 1 (RENAME_NOREPLACE).
int renameat2(int from, const char *name, int to, const char *other, unsigned int flags);

// Brings everything that was written to the volume of an open file to the disk.
int syncfs(int descriptor);

// Makes a pipe whose ends have the flags from the beginning.
int pipe2(int ends[2], int flags);

// Which kind of file system a path is on; 0 when it cannot be told. The C library's header is in no module.
#include <sys/vfs.h>
static inline unsigned long file_system_type(const char *path) {
    struct statfs info;
    return statfs(path, &info) == 0 ? (unsigned long)info.f_type & 0xFFFFFFFFUL : 0;
}

// Whether something keeps the clock right (NTP), as the kernel knows. Its structure is in no module.
#include <sys/timex.h>
static inline int clock_is_kept(void) {
    struct timex state = {0};
    return adjtimex(&state) != TIME_ERROR;
}
