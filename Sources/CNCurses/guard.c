#define _GNU_SOURCE 1
#include "lectern_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

// How much of the end of what was written to stderr is shown after a crash or a quit, in bytes.
enum { SHOWN_TAIL = 64 * 1024 };

#define MODES_OFF "\033[?2004l\033[?1006l\033[?1002l\033[?1000l\033[?25h"

static const char leave_alternate[] = MODES_OFF "\033[?1049l\033[0m";
// Without an alternate screen: to a new line at the bottom, below what we drew.
static const char leave_plain[] = MODES_OFF "\033[0m\033[999;1H\n";

static int terminal_fd = -1;
static struct termios settings_before;
static bool alternate_screen = true;
static atomic_int screen_is_up;

static int real_stderr = -1;
static int kept_stderr = -1;
static off_t shown_so_far;

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

void lectern_terminal_write(const char *bytes, unsigned long length) {
  if (terminal_fd >= 0) write_all(terminal_fd, bytes, length);
}

// With stderr closed (2>&-), the terminal would be opened as descriptor 2, and be taken for it.
static void occupy_standard_descriptors(void) {
  int descriptor;
  do {
    descriptor = open("/dev/null", O_RDWR);
  } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  if (descriptor >= 0) close(descriptor);
}

int lectern_terminal_open(const char *path) {
  occupy_standard_descriptors();
  int descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor >= 0 && !isatty(descriptor)) {
    close(descriptor);
    errno = ENOTTY;
    return -1;
  }
  return descriptor;
}

static bool is_in_background(int terminal) {
  pid_t foreground = tcgetpgrp(terminal);
  return foreground > 0 && foreground != getpgrp();
}

void lectern_terminal_await_foreground(int terminal) {
  // Each turn is a stop. The bound is for a group that no shell looks after, which cannot stop.
  for (int turn = 0; turn < 8 && is_in_background(terminal); turn++) kill(0, SIGTTIN);
}

// A file without a name. In memory first: a full disk must not eat "Fatal error: …".
static int open_nameless_file(void) {
#ifdef __linux__
  int in_memory = memfd_create("lectern-stderr", MFD_CLOEXEC);
  if (in_memory >= 0) {
    fcntl(in_memory, F_SETFL, O_APPEND);
    return in_memory;
  }
#endif
  char path[] = "/tmp/lectern-stderr-XXXXXX";
  int descriptor = mkostemp(path, O_CLOEXEC | O_APPEND);
  if (descriptor >= 0) unlink(path);
  return descriptor;
}

bool lectern_guard_open(const char *path) {
  // A description of its own, which blocks: the reader's does not, and could drop bytes.
  terminal_fd = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal_fd < 0 || tcgetattr(terminal_fd, &settings_before) != 0) return false;
  // A stderr that goes elsewhere already (2>log) does not disturb the screen.
  if (isatty(STDERR_FILENO)) {
    real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
    kept_stderr = real_stderr < 0 ? -1 : open_nameless_file();
    shown_so_far = 0;
  }
  static bool at_exit_registered;
  if (!at_exit_registered) at_exit_registered = atexit(lectern_restore) == 0;
  return true;
}

static void close_descriptor(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

void lectern_guard_close(void) {
  lectern_restore();
  close_descriptor(&terminal_fd);
  close_descriptor(&real_stderr);
  close_descriptor(&kept_stderr);
}

void lectern_guard_set_alternate_screen(bool available) { alternate_screen = available; }

static void show_kept_stderr(void) {
  if (kept_stderr < 0) return;
  dup2(real_stderr, STDERR_FILENO);
  struct stat status;
  if (fstat(kept_stderr, &status) != 0) return;
  if (status.st_size - shown_so_far > SHOWN_TAIL) shown_so_far = status.st_size - SHOWN_TAIL;
  char buffer[1024];
  ssize_t length;
  while ((length = pread(kept_stderr, buffer, sizeof buffer, shown_so_far)) > 0) {
    write_all(real_stderr, buffer, (size_t)length);
    shown_so_far += length;
  }
}

void lectern_guard_up(void) {
  if (kept_stderr >= 0) dup2(kept_stderr, STDERR_FILENO);
  atomic_store(&screen_is_up, 1);
}

void lectern_guard_down(void) {
  if (!atomic_exchange(&screen_is_up, 0)) return;
  tcsetattr(terminal_fd, TCSADRAIN, &settings_before);
  show_kept_stderr();
}

void lectern_restore(void) {
  if (!atomic_exchange(&screen_is_up, 0)) return;
  int saved_errno = errno;
  // In the background the terminal is the shell's again, and writing would stop us.
  if (!is_in_background(terminal_fd)) {
    if (alternate_screen) {
      write_all(terminal_fd, leave_alternate, sizeof leave_alternate - 1);
    } else {
      write_all(terminal_fd, leave_plain, sizeof leave_plain - 1);
    }
    tcsetattr(terminal_fd, TCSANOW, &settings_before);
  }
  show_kept_stderr();
  errno = saved_errno;
}
