#pragma once
#include <stdbool.h>

// Signals become bits, and a byte in a pipe that wakes the loop: nothing else happens in a handler.

/// What arrived, as bits of `lectern_signals_take`.
enum {
  LECTERN_SIGNAL_RESIZED = 1,
  LECTERN_SIGNAL_TERMINATE = 2,
  LECTERN_SIGNAL_HANGUP = 4,
  LECTERN_SIGNAL_INTERRUPT = 8,
  LECTERN_SIGNAL_QUIT = 16,
  LECTERN_SIGNAL_STOP = 32,
  LECTERN_SIGNAL_CONTINUED = 64,
};

/// What a handler writes to the pipe is its signal's number; this is what anyone else writes.
enum { LECTERN_WAKE_BYTE = 0 };

/// Catches WINCH, TERM, HUP, INT, QUIT, TSTP, CONT and PIPE; one that the parent ignored (nohup)
/// stays ignored. A second TERM, HUP, INT or QUIT, a second or more after the first, restores the
/// terminal and ends the process: terminals and service managers send two at once, and the first
/// must be given time to save. Returns false, with errno, when no pipe can be made.
bool lectern_signals_install(void);

/// Puts back the actions from before `install`. The pipe stays, as other threads may hold it.
void lectern_signals_remove(void);

/// The end of the pipe to poll and read, without blocking.
int lectern_wake_read_descriptor(void);

/// The end of the pipe to write a byte to, from any thread, without blocking.
int lectern_wake_write_descriptor(void);

/// The bits of the signals since the last call.
unsigned lectern_signals_take(void);

/// While a child has the terminal: stopping and continuing happen to us as to it, and what the
/// keyboard sends it (INT, QUIT) passes us by.
void lectern_signals_yield_to_child(void);

/// Ends `lectern_signals_yield_to_child`.
void lectern_signals_take_back(void);

/// Whether a shell is there to continue us: false where the parent ignored TSTP.
bool lectern_can_stop(void);

/// Stops our process group as Ctrl-Z does, and returns when it was continued. In a group that no
/// shell looks after the system drops the signal, and this returns at once.
void lectern_stop(void);
