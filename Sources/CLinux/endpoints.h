// What reaches programs and servers outside the gateway.

// A file in memory: a child reads a document from it, and it is gone with the process.
int memfd_create(const char *name, unsigned int flags);

// A counter that can be waited for as a file is.
int eventfd(unsigned int count, int flags);

long syscall(long number, ...);

// A child as a file that becomes readable when it ends; the C library has the call since 2.36 only. The number is the same
// on every architecture.
static inline int edigate_pidfd_open(int process) { return (int)syscall(434, process, 0); }

// libcurl's calls that take any type of argument, which Swift cannot make. They are found when the library is opened, by
// dlsym: linked, it would load some twenty libraries at the start of every command.
typedef int (*edigate_curl_setopt)(void *handle, int option, ...);
typedef int (*edigate_curl_getinfo)(void *handle, int info, ...);
typedef unsigned long (*edigate_curl_receiver)(char *bytes, unsigned long size, unsigned long count, void *context);

static inline int edigate_curl_set_number(void *setopt, void *handle, int option, long value) {
    return ((edigate_curl_setopt)setopt)(handle, option, value);
}

static inline int edigate_curl_set_large(void *setopt, void *handle, int option, long long value) {
    return ((edigate_curl_setopt)setopt)(handle, option, value);
}

static inline int edigate_curl_set_pointer(void *setopt, void *handle, int option, const void *value) {
    return ((edigate_curl_setopt)setopt)(handle, option, value);
}

static inline int edigate_curl_set_receiver(void *setopt, void *handle, int option, edigate_curl_receiver value) {
    return ((edigate_curl_setopt)setopt)(handle, option, value);
}

static inline int edigate_curl_get_number(void *getinfo, void *handle, int info, long *value) {
    return ((edigate_curl_getinfo)getinfo)(handle, info, value);
}
