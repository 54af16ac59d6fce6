#define _GNU_SOURCE 1
#include "lectern_guard.h"

#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

// Swift traps are SIGILL on x86-64 and SIGTRAP on arm64.
static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
enum { FATAL_COUNT = sizeof fatal_signals / sizeof fatal_signals[0], STACK_SIZE = 64 * 1024 };

static struct sigaction actions_before[FATAL_COUNT];
static bool installed;
static atomic_int dying;
static char handler_stack[STACK_SIZE];

static void put_back(int index) {
  struct sigaction action = actions_before[index];
  // A crash that is ignored would crash again, for ever.
  if (!(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN) action.sa_handler = SIG_DFL;
  sigaction(fatal_signals[index], &action, NULL);
}

static bool happens_again(int signal_number, const siginfo_t *information) {
  // From the processor, not from kill: returning runs the same instruction into the same fault,
  // and the action before us sees the true cause. Not SIGTRAP, which on x86-64 has moved on.
  return information->si_code > 0 && signal_number != SIGABRT && signal_number != SIGTRAP;
}

static void crashed(int signal_number, siginfo_t *information, void *context) {
  (void)context;
  // A second thread that crashes waits, so as not to end the process before the first is done.
  if (atomic_exchange(&dying, 1)) poll(NULL, 0, 500);
  lectern_restore();
  for (int index = 0; index < FATAL_COUNT; index++) {
    if (fatal_signals[index] == signal_number) put_back(index);
  }
  if (!happens_again(signal_number, information)) raise(signal_number);
}

void lectern_crash_guard_install(void) {
  if (installed) return;
  stack_t stack;
  bool has_stack =
    sigaltstack(NULL, &stack) == 0 && !(stack.ss_flags & SS_DISABLE) && stack.ss_size >= 16 * 1024;
  if (!has_stack) {
    stack = (stack_t){.ss_sp = handler_stack, .ss_size = STACK_SIZE, .ss_flags = 0};
    sigaltstack(&stack, NULL);
  }
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = crashed;
  sigfillset(&action.sa_mask);
  for (int index = 0; index < FATAL_COUNT; index++) {
    sigaction(fatal_signals[index], &action, &actions_before[index]);
  }
  installed = true;
}

void lectern_crash_guard_remove(void) {
  if (!installed) return;
  for (int index = 0; index < FATAL_COUNT; index++) {
    sigaction(fatal_signals[index], &actions_before[index], NULL);
  }
  installed = false;
}
