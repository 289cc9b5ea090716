// Calls of Linux that the C library declares only for programs that ask for its extensions, which Swift does not.

// Renames, and refuses with EEXIST when the new name is taken if `flags` is 1 (RENAME_NOREPLACE).
int renameat2(int from, const char *name, int to, const char *other, unsigned int flags);

// Brings everything that was written to the volume of an open file to the disk.
int syncfs(int descriptor);
