#pragma once
#include <stdbool.h>
#include <stddef.h>

// The one screen. All of these on one thread: Debian's ncurses is not reentrant.

/// Attributes of a cell; the same bits as TerminalUI's `Attributes`.
enum {
  LECTERN_BOLD = 1,
  LECTERN_DIM = 2,
  LECTERN_UNDERLINE = 4,
  LECTERN_REVERSE = 8,
  LECTERN_ITALIC = 16,
};

/// What `lectern_terminal_describe` found out about a terminal type.
enum lectern_description {
  LECTERN_DESCRIPTION_USABLE,
  LECTERN_DESCRIPTION_UNKNOWN,
  /// There is no terminfo database at all.
  LECTERN_DESCRIPTION_MISSING,
  /// It cannot place the cursor, as "dumb" cannot.
  LECTERN_DESCRIPTION_TOO_POOR,
};

/// Looks `type` up without writing a byte.
enum lectern_description lectern_terminal_describe(const char *type, int terminal);

/// The name of the character encoding that setlocale chose.
const char *lectern_codeset(void);

/// Opens the screen on the terminal at `path`, after `lectern_guard_open` and after setlocale.
/// `colors` false leaves colours alone. Returns false when the terminal cannot be opened or is
/// unknown to ncurses.
bool lectern_screen_open(const char *path, const char *type, bool colors, bool mouse);

/// Leaves the screen for good and frees it.
void lectern_screen_close(void);

/// Leaves the screen for a while: mouse and paste off, endwin, the settings from before.
void lectern_screen_leave(void);

/// Comes back from `lectern_screen_leave`, or after someone else changed the settings. What was
/// shown before appears with the next `lectern_screen_flush`.
void lectern_screen_enter(void);

/// Asks for mouse reports from now on, or for none.
void lectern_screen_set_mouse(bool on);

/// How many colours the terminal has: 0, 8, 16, 256 or more. 0 if opened without.
int lectern_screen_colors(void);

/// The size that the terminal says it has, or, when it says none, that ncurses assumes.
void lectern_screen_size(int *rows, int *columns);

/// Makes ncurses' screen `rows` by `columns`, blank, to be redrawn whole.
void lectern_screen_resize(int rows, int columns);

/// The next flush writes every cell, whatever the terminal shows.
void lectern_screen_redraw(void);

/// Puts a character (a base and its combining marks, UTF-8) of `width` columns at a place.
/// Colours are indices of the terminal's palette, -1 for its own. Out of bounds, nothing happens;
/// what the C library cannot print, or takes for another width, becomes a replacement character.
void lectern_screen_put(
  int row, int column, int width, const char *text, size_t length, unsigned attributes,
  int foreground, int background);

/// Writes what changed to the terminal, and shows the cursor at a place, or, at a negative row,
/// hides it.
void lectern_screen_flush(int row, int column);

/// What terminfo says of the open terminal, by its short name: the bytes that a key sends
/// ("kcuu1"), say. NULL when it says nothing.
const char *lectern_terminal_string(const char *capability);
