#define _GNU_SOURCE 1
#include "lectern_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

#include "lectern_guard.h"

// From the first request to end until a further one is taken at its word, in milliseconds.
enum { GRACE = 1000 };

struct caught_signal {
  int signal_number;
  unsigned bit;
  bool ends_the_program;
  bool stays_ignored;
};

static const struct caught_signal table[] = {
  {SIGWINCH, LECTERN_SIGNAL_RESIZED, false, false},
  {SIGTERM, LECTERN_SIGNAL_TERMINATE, true, true},
  {SIGHUP, LECTERN_SIGNAL_HANGUP, true, true},
  {SIGINT, LECTERN_SIGNAL_INTERRUPT, true, true},
  {SIGQUIT, LECTERN_SIGNAL_QUIT, true, true},
  {SIGTSTP, LECTERN_SIGNAL_STOP, false, true},
  {SIGCONT, LECTERN_SIGNAL_CONTINUED, false, false},
  // Caught and forgotten, not ignored: a child would inherit that.
  {SIGPIPE, 0, false, false},
};
enum { COUNT = sizeof table / sizeof table[0] };

static struct sigaction actions_before[COUNT];
static bool installed;
static int wake_pipe[2] = {-1, -1};
static atomic_uint arrived;
static atomic_int child_has_terminal;
// Monotonic milliseconds of the first request to end; 0 before it.
static atomic_llong asked_to_end;

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000 + 1;
}

static bool is_asked_again(void) {
  long long first = 0;
  long long time = now();
  if (atomic_compare_exchange_strong(&asked_to_end, &first, time)) return false;
  return time - first >= GRACE;
}

static void end_now(int signal_number) {
  lectern_restore();
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(signal_number, &action, NULL);
  raise(signal_number);
}

static void caught(int signal_number) {
  int saved_errno = errno;
  for (int index = 0; index < COUNT; index++) {
    const struct caught_signal *entry = &table[index];
    if (entry->signal_number != signal_number || entry->bit == 0) continue;
    bool from_keyboard = signal_number == SIGINT || signal_number == SIGQUIT;
    if (from_keyboard && atomic_load(&child_has_terminal)) continue;
    if (entry->ends_the_program && is_asked_again()) {
      end_now(signal_number);
      continue;
    }
    atomic_fetch_or(&arrived, entry->bit);
    unsigned char byte = (unsigned char)signal_number;
    // A full pipe wakes the loop as well.
    (void)!write(wake_pipe[1], &byte, 1);
  }
  errno = saved_errno;
}

static void catch_signal(int signal_number) {
  struct sigaction action = {.sa_handler = caught, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  // A crash in a handler must still reach the crash guard.
  const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
  for (size_t index = 0; index < sizeof crashes / sizeof crashes[0]; index++) {
    sigdelset(&action.sa_mask, crashes[index]);
  }
  sigaction(signal_number, &action, NULL);
}

static bool was_ignored(int index) {
  return !(actions_before[index].sa_flags & SA_SIGINFO)
    && actions_before[index].sa_handler == SIG_IGN;
}

bool lectern_signals_install(void) {
  if (installed) return true;
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_NONBLOCK | O_CLOEXEC) != 0) return false;
  atomic_store(&asked_to_end, 0);
  for (int index = 0; index < COUNT; index++) {
    sigaction(table[index].signal_number, NULL, &actions_before[index]);
    if (table[index].stays_ignored && was_ignored(index)) continue;
    catch_signal(table[index].signal_number);
  }
  installed = true;
  return true;
}

void lectern_signals_remove(void) {
  if (!installed) return;
  for (int index = 0; index < COUNT; index++) {
    sigaction(table[index].signal_number, &actions_before[index], NULL);
  }
  installed = false;
}

int lectern_wake_read_descriptor(void) { return wake_pipe[0]; }

int lectern_wake_write_descriptor(void) { return wake_pipe[1]; }

unsigned lectern_signals_take(void) { return atomic_exchange(&arrived, 0); }

static void set_action(int signal_number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler};
  sigaction(signal_number, &action, NULL);
}

void lectern_signals_yield_to_child(void) {
  atomic_store(&child_has_terminal, 1);
  // The default, not our handler: the editor's Ctrl-Z stops us with it, or the shell would wait.
  if (lectern_can_stop()) set_action(SIGTSTP, SIG_DFL);
  set_action(SIGCONT, SIG_DFL);
}

void lectern_signals_take_back(void) {
  if (lectern_can_stop()) catch_signal(SIGTSTP);
  catch_signal(SIGCONT);
  atomic_store(&child_has_terminal, 0);
}

bool lectern_can_stop(void) {
  for (int index = 0; index < COUNT; index++) {
    if (table[index].signal_number == SIGTSTP) return !was_ignored(index);
  }
  return false;
}

void lectern_stop(void) {
  set_action(SIGCONT, SIG_DFL);
  // The others of the group first, while the signal does nothing to us; then this very thread, so
  // that not one more instruction runs before the stop. One signal for all could reach another
  // thread of ours, and this one would have redrawn the screen by the time it stopped.
  set_action(SIGTSTP, SIG_IGN);
  kill(0, SIGTSTP);
  set_action(SIGTSTP, SIG_DFL);
  // This may be a worker of Dispatch, which runs the main actor on Linux and blocks all signals.
  sigset_t stop, before;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &stop, &before);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  catch_signal(SIGTSTP);
  catch_signal(SIGCONT);
}
