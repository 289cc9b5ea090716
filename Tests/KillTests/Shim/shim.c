// Stands between a program and its system calls, to count those that change files, to stop or fail at one of them, and
// to write down what they did. Loaded with LD_PRELOAD; told what to do by the environment:
//
//   SHIM_ROOT     only calls on this folder and on what is below it count
//   SHIM_LOG      write each of these calls, once it has returned, behind the others into this file
//   SHIM_KILL     end the process by SIGKILL: "12" before the 12th call, "12+" after it, "12/" when half of it is done
//   SHIM_FAIL     "12:28" lets the 12th call fail with errno 28; "12:28*" all from the 12th on
//   SHIM_PARTNER  move each file that appears under a name for others into this folder, at once
//   SHIM_TIME     what the clock says, in milliseconds since 1970
//
// Sleeping returns at once: SQLite counts the time it slept and does not look at a clock.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { CREATE = 1, WRITE, TRUNCATE, SYNC_FILE, SYNC_DATA, SYNC_ALL, RENAME, LINK, UNLINK, MKDIR, RMDIR };

static char root[PATH_MAX];
static size_t root_length;
static const char *partner;
static int log_file = -1;
static long kill_at = -1, fail_at = -1, calls;
static char kill_how;
static int fail_with, fail_on;
static int64_t fixed_time = -1;
static int is_ready;
// Held from before a call to behind its record: the calls of several threads are counted and written down in the order
// in which they were made, and when the process is stopped at one of them no other is under way.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void ready(void) {
    const char *word = getenv("SHIM_ROOT");
    if (!word || !realpath(word, root)) return;
    root_length = strlen(root);
    partner = getenv("SHIM_PARTNER");
    if ((word = getenv("SHIM_TIME"))) fixed_time = atoll(word);
    if ((word = getenv("SHIM_KILL"))) {
        char *end;
        kill_at = strtol(word, &end, 10);
        kill_how = *end;
    }
    if ((word = getenv("SHIM_FAIL"))) {
        char *end;
        fail_at = strtol(word, &end, 10);
        fail_with = *end == ':' ? (int)strtol(end + 1, &end, 10) : EIO;
        fail_on = *end == '*';
    }
    if ((word = getenv("SHIM_LOG")))
        log_file = (int)syscall(SYS_openat, AT_FDCWD, word, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    is_ready = 1;
}

// The path of a descriptor, or of a name in the folder that a descriptor is; 0 when it is not below the root.
static int place(int fd, const char *name, char *path) {
    if (!is_ready) return 0;
    size_t used = 0;
    if (!name || name[0] != '/') {
        char link[64];
        if (fd == AT_FDCWD) strcpy(link, "/proc/self/cwd");
        else snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t count = syscall(SYS_readlinkat, AT_FDCWD, link, path, PATH_MAX - 1);
        if (count < 0) return 0;
        used = (size_t)count;
        path[used] = 0;
    }
    if (name) {
        while (name[0] == '.' && name[1] == '/') name += 2;
        if (used) path[used++] = '/';
        if (used + strlen(name) >= PATH_MAX) return 0;
        strcpy(path + used, strcmp(name, ".") ? name : "");
    }
    return strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || path[root_length] == 0);
}

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

// Counts a call. Gives the error it shall fail with; 0 when it shall be made, and after() be called behind it.
static int before(void) {
    pthread_mutex_lock(&turn);
    calls++;
    if (calls == kill_at && kill_how == 0) die();
    int error = fail_at > 0 && (calls == fail_at || (fail_on && calls > fail_at)) ? fail_with : 0;
    if (error) pthread_mutex_unlock(&turn);
    return error;
}

static int halves(void) { return calls == kill_at && kill_how == '/'; }

static void tell(int kind, int64_t offset, const char *path, const char *other, const void *data, size_t size) {
    if (log_file < 0) return;
    struct { uint32_t kind, path, other, size; int64_t offset; } head = {
        (uint32_t)kind, (uint32_t)strlen(path), (uint32_t)(other ? strlen(other) : 0), (uint32_t)size, offset,
    };
    syscall(SYS_write, log_file, &head, sizeof head);
    syscall(SYS_write, log_file, path, head.path);
    if (other) syscall(SYS_write, log_file, other, head.other);
    if (size) syscall(SYS_write, log_file, data, size);
}

static void after(void) {
    if (calls == kill_at) die();
    pthread_mutex_unlock(&turn);
}

// Takes a file that has got a name for others, as a partner who looks all the time would.
static void take(const char *path) {
    if (!partner || !path[root_length]) return;
    const char *inside = path + root_length + 1, *name = strrchr(path, '/') + 1;
    int others = strncmp(inside, "canonical/", 10) == 0;
    if (strncmp(inside, "drop/", 5) == 0) others = strstr(inside, "/out/") || strstr(inside, "/ack/");
    if (!others || name[0] == '.') return;
    char flat[PATH_MAX], target[PATH_MAX];
    snprintf(flat, sizeof flat, "%s", inside);
    for (char *at = flat; *at; at++) if (*at == '/') *at = '%';
    unsigned random = 0;
    syscall(SYS_getrandom, &random, sizeof random, 0);
    snprintf(target, sizeof target, "%s/%08x@%s", partner, random, flat);
    syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, target);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL(number) do { errno = (number); return -1; } while (0)

// MARK: writing

static ssize_t writing(int fd, const void *data, size_t size, int64_t offset, int is_at) {
    char path[PATH_MAX];
    int counts = place(fd, 0, path);
    int64_t at = offset;
    if (counts) {
        int error = before();
        if (error) FAIL(error);
        if (!is_at) at = (int64_t)syscall(SYS_lseek, fd, 0, SEEK_CUR);
        if (halves()) size /= 2;
    }
    ssize_t done = is_at ? syscall(SYS_pwrite64, fd, data, size, offset) : syscall(SYS_write, fd, data, size);
    if (counts) {
        int kept = errno;
        if (done >= 0) tell(WRITE, at, path, 0, data, (size_t)done);
        after();
        errno = kept;
    }
    return done;
}

ssize_t write(int fd, const void *data, size_t size) { return writing(fd, data, size, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) { return writing(fd, data, size, at, 1); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) { return writing(fd, data, size, at, 1); }

static int plain(int kind, int fd, long number, int64_t value) {
    char path[PATH_MAX];
    int counts = place(fd, 0, path);
    if (counts) {
        int error = before();
        if (error) FAIL(error);
    }
    int result = (int)(kind == TRUNCATE ? syscall(number, fd, value) : syscall(number, fd));
    if (counts) {
        int kept = errno;
        if (result == 0) tell(kind, value, path, 0, 0, 0);
        after();
        errno = kept;
    }
    return result;
}

int ftruncate(int fd, off_t size) { return plain(TRUNCATE, fd, SYS_ftruncate, size); }
int ftruncate64(int fd, off64_t size) { return plain(TRUNCATE, fd, SYS_ftruncate, size); }
int fsync(int fd) { return plain(SYNC_FILE, fd, SYS_fsync, 0); }
int fdatasync(int fd) { return plain(SYNC_DATA, fd, SYS_fdatasync, 0); }
int syncfs(int fd) { return plain(SYNC_ALL, fd, SYS_syncfs, 0); }

// MARK: names

static int naming(int kind, int from, const char *old, int to, const char *new, unsigned flags) {
    char path[PATH_MAX], other[PATH_MAX];
    int below = place(from, old, path);
    int counts = place(to, new, other) || below;
    if (counts) {
        int error = before();
        if (error) FAIL(error);
    }
    int result = kind == LINK ? (int)syscall(SYS_linkat, from, old, to, new, flags)
                              : (int)syscall(SYS_renameat2, from, old, to, new, flags);
    if (counts) {
        int kept = errno;
        if (result == 0) {
            tell(kind, 0, path, other, 0, 0);
            take(other);
        }
        after();
        errno = kept;
    }
    return result;
}

int rename(const char *old, const char *new) { return naming(RENAME, AT_FDCWD, old, AT_FDCWD, new, 0); }
int renameat(int from, const char *old, int to, const char *new) { return naming(RENAME, from, old, to, new, 0); }
int renameat2(int from, const char *old, int to, const char *new, unsigned flags) {
    return naming(RENAME, from, old, to, new, flags);
}
int link(const char *old, const char *new) { return naming(LINK, AT_FDCWD, old, AT_FDCWD, new, 0); }
int linkat(int from, const char *old, int to, const char *new, int flags) {
    return naming(LINK, from, old, to, new, (unsigned)flags);
}

static int removing(int kind, int fd, const char *name, int flags) {
    char path[PATH_MAX];
    int counts = place(fd, name, path);
    if (counts) {
        int error = before();
        if (error) FAIL(error);
    }
    int result = kind == MKDIR ? (int)syscall(SYS_mkdirat, fd, name, flags)
                               : (int)syscall(SYS_unlinkat, fd, name, flags);
    if (counts) {
        int kept = errno;
        if (result == 0) tell(kind, 0, path, 0, 0, 0);
        after();
        errno = kept;
    }
    return result;
}

int unlink(const char *name) { return removing(UNLINK, AT_FDCWD, name, 0); }
int unlinkat(int fd, const char *name, int flags) { return removing(flags ? RMDIR : UNLINK, fd, name, flags); }
int rmdir(const char *name) { return removing(RMDIR, AT_FDCWD, name, AT_REMOVEDIR); }
int mkdir(const char *name, mode_t mode) { return removing(MKDIR, AT_FDCWD, name, (int)mode); }
int mkdirat(int fd, const char *name, mode_t mode) { return removing(MKDIR, fd, name, (int)mode); }

// MARK: opening

// Opening changes something when it makes a file or empties one.
static int opening(int fd, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    int counts = 0, exists = 0;
    if (flags & (O_CREAT | O_TRUNC) && place(fd, name, path)) {
        struct stat info;
        exists = fstatat(fd, name, &info, AT_SYMLINK_NOFOLLOW) == 0;
        counts = exists ? (flags & O_TRUNC) != 0 : (flags & O_CREAT) != 0;
    }
    if (counts) {
        int error = before();
        if (error) FAIL(error);
    }
    int result = (int)syscall(SYS_openat, fd, name, flags, mode);
    if (counts) {
        int kept = errno;
        if (result >= 0) tell(exists ? TRUNCATE : CREATE, 0, path, 0, 0, 0);
        after();
        errno = kept;
    }
    return result;
}

#define MODE(flags, last) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, last); mode = va_arg(list, mode_t); va_end(list); }

int open(const char *name, int flags, ...) { MODE(flags, flags) return opening(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE(flags, flags) return opening(AT_FDCWD, name, flags, mode); }
int openat(int fd, const char *name, int flags, ...) { MODE(flags, flags) return opening(fd, name, flags, mode); }
int openat64(int fd, const char *name, int flags, ...) { MODE(flags, flags) return opening(fd, name, flags, mode); }

// MARK: the clock

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (clock == CLOCK_REALTIME && fixed_time >= 0) {
        time->tv_sec = fixed_time / 1000;
        time->tv_nsec = fixed_time % 1000 * 1000000;
        return 0;
    }
    return (int)syscall(SYS_clock_gettime, clock, time);
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    struct timespec now;
    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

int usleep(useconds_t time) { (void)time; return 0; }
int nanosleep(const struct timespec *time, struct timespec *rest) { (void)time, (void)rest; return 0; }
