// Preloaded into lectern by tests: makes the system under it fail at a chosen moment.
//
// MISHAP=kill|full|readonly|trap  what happens
// MISHAP_UNDER=path               to calls that change something under this path; a kill also happens
//                                 at those that only lock, close or set the mode
// MISHAP_AT=n                     to the nth of them only, from 1; to all where it is not set
// MISHAP_WHILE=path               only while this file is there
// MISHAP_TIMES=path               how many microseconds each lock under MISHAP_UNDER was held, a line each
// MISHAP_CLOCK=path               the time of day is off by the seconds that this file says
#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// The key at which a trap happens: Ctrl-G, which no screen uses.
enum { TRAP_KEY = 7 };

static const char *kind, *under, *only_while, *clock_file, *times_file;
static __thread int timed = -1;
static __thread struct timespec timed_since;
static long wanted_call;
static atomic_long calls;
static __thread bool traps_next;

__attribute__((constructor)) static void begin(void) {
  // Not in what lectern starts, nor in what starts it.
  if (strcmp(program_invocation_short_name, "lectern") != 0) return;
  kind = getenv("MISHAP");
  under = getenv("MISHAP_UNDER");
  only_while = getenv("MISHAP_WHILE");
  clock_file = getenv("MISHAP_CLOCK");
  times_file = getenv("MISHAP_TIMES");
  const char *number = getenv("MISHAP_AT");
  wanted_call = number == NULL ? 0 : atol(number);
}

static bool is(const char *word) { return kind != NULL && strcmp(kind, word) == 0; }

static bool is_under(const char *path) {
  if (under == NULL) return false;
  char whole[2 * PATH_MAX];
  if (path[0] != '/') {
    char folder[PATH_MAX];
    if (getcwd(folder, sizeof folder) == NULL) return false;
    snprintf(whole, sizeof whole, "%s/%s", folder, path);
    path = whole;
  }
  return strncmp(path, under, strlen(under)) == 0;
}

static bool is_open_under(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return false;
  path[length] = 0;
  return is_under(path);
}

static bool is_now(void) {
  if (only_while != NULL && access(only_while, F_OK) != 0) return false;
  return wanted_call == 0 || atomic_fetch_add(&calls, 1) + 1 == wanted_call;
}

// Whether a call that changes something must fail; errno says why. May not return.
static bool fails(void) {
  if (!is("kill") && !is("full") && !is("readonly")) return false;
  if (!is_now()) return false;
  if (is("kill")) raise(SIGKILL);
  errno = is("full") ? ENOSPC : EROFS;
  return true;
}

// Dies at a call that no full disk refuses.
static void may_die(int descriptor) {
  if (is("kill") && is_open_under(descriptor) && is_now()) raise(SIGKILL);
}

static bool changes(int flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0; }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) != 0 ? (mode_t)va_arg(rest, int) : 0;
  va_end(rest);
  if (kind != NULL && changes(flags) && is_under(path) && fails()) return -1;
  return REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & O_CREAT) != 0 ? (mode_t)va_arg(rest, int) : 0;
  va_end(rest);
  return open(path, flags, mode);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  __typeof__(&write) real = REAL(write);
  if (kind == NULL || is("readonly") || !is_open_under(descriptor)) {
    return real(descriptor, bytes, count);
  }
  // A kill leaves half of it.
  if (is("kill") && is_now()) {
    real(descriptor, bytes, count / 2);
    raise(SIGKILL);
  }
  if (is("full") && is_now()) {
    errno = ENOSPC;
    return -1;
  }
  return real(descriptor, bytes, count);
}

int fsync(int descriptor) {
  if (kind != NULL && !is("readonly") && is_open_under(descriptor) && fails()) return -1;
  return REAL(fsync)(descriptor);
}

int rename(const char *old, const char *new) {
  if (kind != NULL && is_under(new) && fails()) return -1;
  return REAL(rename)(old, new);
}

int mkdir(const char *path, mode_t mode) {
  if (kind != NULL && is_under(path) && fails()) return -1;
  return REAL(mkdir)(path, mode);
}

int unlink(const char *path) {
  // A full disk lets go of files.
  if (kind != NULL && !is("full") && is_under(path) && fails()) return -1;
  return REAL(unlink)(path);
}

int remove(const char *path) {
  if (kind != NULL && !is("full") && is_under(path) && fails()) return -1;
  return REAL(remove)(path);
}

int fchmod(int descriptor, mode_t mode) {
  may_die(descriptor);
  return REAL(fchmod)(descriptor, mode);
}

int fchown(int descriptor, uid_t owner, gid_t group) {
  may_die(descriptor);
  return REAL(fchown)(descriptor, owner, group);
}

int flock(int descriptor, int operation) {
  may_die(descriptor);
  int result = REAL(flock)(descriptor, operation);
  if (times_file != NULL && result == 0 && is_open_under(descriptor)) {
    timed = descriptor;
    clock_gettime(CLOCK_MONOTONIC, &timed_since);
  }
  return result;
}

static void note_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  FILE *file = fopen(times_file, "ae");
  if (file == NULL) return;
  fprintf(file, "%ld\n",
          (now.tv_sec - timed_since.tv_sec) * 1000000 +
              (now.tv_nsec - timed_since.tv_nsec) / 1000);
  fclose(file);
}

int close(int descriptor) {
  // What was only read changes nothing.
  if (is("kill") && (fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_RDONLY) may_die(descriptor);
  if (timed == descriptor) {
    timed = -1;
    note_time();
  }
  return REAL(close)(descriptor);
}

ssize_t read(int descriptor, void *bytes, size_t count) {
  ssize_t length = REAL(read)(descriptor, bytes, count);
  if (is("trap") && length > 0 && memchr(bytes, TRAP_KEY, (size_t)length) != NULL) {
    traps_next = isatty(descriptor);
  }
  return length;
}

extern void *__libc_malloc(size_t size);

void *malloc(size_t size) {
  if (traps_next) {
    traps_next = false;
    // What the Swift runtime does: says so on stderr, then runs into an illegal instruction.
    static const char message[] = "Fatal error: Index out of range\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    __builtin_trap();
  }
  return __libc_malloc(size);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static __typeof__(&clock_gettime) real;
  if (real == NULL) real = REAL(clock_gettime);
  int result = real(clock, time);
  if (result != 0 || clock != CLOCK_REALTIME || clock_file == NULL) return result;
  FILE *file = fopen(clock_file, "re");
  if (file == NULL) return result;
  long seconds = 0;
  if (fscanf(file, "%ld", &seconds) == 1) time->tv_sec += seconds;
  fclose(file);
  return result;
}
