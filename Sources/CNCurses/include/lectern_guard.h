#pragma once
#include <stdbool.h>

// Puts the terminal back, whatever ends the program. State of the process, since a signal handler
// can reach nothing else.

/// Opens the terminal at `path` for reading without blocking; it does not become the controlling
/// terminal. Returns a descriptor that children do not inherit, or -1 with errno. A standard
/// descriptor that was closed becomes /dev/null.
int lectern_terminal_open(const char *path);

/// Stops this process, as the shell does with a background job that reads, until it is in the
/// foreground. Returns at once where there is no job control.
void lectern_terminal_await_foreground(int terminal);

/// Remembers the settings of the terminal at `path` and prepares to keep stderr aside. Returns
/// false, with errno, when it is not a terminal.
bool lectern_guard_open(const char *path);

/// Restores, if need be, and forgets the terminal.
void lectern_guard_close(void);

/// Says whether the terminal has an alternate screen to leave. Before the first `up`.
void lectern_guard_set_alternate_screen(bool available);

/// The screen is up: from here to `down` or `lectern_restore`, stderr (if it is a terminal) goes
/// to a file without a name, and a fatal signal restores the terminal first.
void lectern_guard_up(void);

/// The screen was left by endwin: puts the remembered settings back, and shows what was written
/// to stderr meanwhile.
void lectern_guard_down(void);

/// Leaves the screen at once: our sequences, the remembered settings, what was kept of stderr.
/// Async-signal-safe; does nothing when the screen is not up.
void lectern_restore(void);

/// Writes all of `length` bytes to the terminal. Async-signal-safe; an error ends it silently,
/// since a terminal that has gone cannot be told.
void lectern_terminal_write(const char *bytes, unsigned long length);

/// Catches the signals of a crash (SEGV, BUS, ILL, TRAP, FPE, ABRT): restores, then hands over to
/// the action before it. On a stack of its own for the calling thread, so that the overflow of a
/// stack is caught too.
void lectern_crash_guard_install(void);

/// Puts back the actions that `lectern_crash_guard_install` replaced.
void lectern_crash_guard_remove(void);
