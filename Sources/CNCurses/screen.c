#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "lectern_screen.h"

#include <curses.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lectern_guard.h"
#include "pairs.h"

static SCREEN *screen;
static FILE *file;
static bool uses_mouse;
static bool has_colors_on;

// Ours, not ncurses': presses (1000, not the movements of 1002, which nobody needs) as decimal
// numbers (1006), and pastes in brackets (2004).
static void switch_mouse_on(void) {
  static const char mouse[] = "\033[?1000h\033[?1006h";
  lectern_terminal_write(mouse, sizeof mouse - 1);
}

static void switch_mouse_off(void) {
  static const char mouse[] = "\033[?1006l\033[?1000l";
  lectern_terminal_write(mouse, sizeof mouse - 1);
}

static void switch_modes_on(void) {
  static const char paste[] = "\033[?2004h";
  if (uses_mouse) switch_mouse_on();
  lectern_terminal_write(paste, sizeof paste - 1);
}

static void switch_modes_off(void) {
  static const char paste[] = "\033[?2004l";
  lectern_terminal_write(paste, sizeof paste - 1);
  if (uses_mouse) switch_mouse_off();
}

void lectern_screen_set_mouse(bool on) {
  if (screen == NULL || on == uses_mouse) return;
  uses_mouse = on;
  // While a child has the terminal, the next `enter` does it.
  if (isendwin()) return;
  if (on) {
    switch_mouse_on();
  } else {
    switch_mouse_off();
  }
}

static bool open_screen(const char *path, const char *type) {
  int descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return false;
  file = fdopen(descriptor, "r+");
  if (file == NULL) {
    close(descriptor);
    return false;
  }
  // These two freeze the size against SIGWINCH.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  screen = newterm(type, file, file);
  if (screen != NULL) return true;
  fclose(file);
  file = NULL;
  return false;
}

bool lectern_screen_open(const char *path, const char *type, bool colors, bool mouse) {
  if (screen != NULL || !open_screen(path, type)) return false;
  uses_mouse = mouse;
  lectern_guard_set_alternate_screen(lectern_terminal_string("smcup") && lectern_terminal_string("rmcup"));
  lectern_guard_up();
  raw();
  noecho();
  nonl();
  // We read the input, so ncurses must not look at it to put off drawing.
  typeahead(-1);
  has_colors_on = colors && has_colors() && start_color() == OK;
  lectern_pairs_reset(has_colors_on);
  curs_set(0);
  leaveok(stdscr, TRUE);
  switch_modes_on();
  return true;
}

void lectern_screen_close(void) {
  if (screen == NULL) return;
  lectern_screen_leave();
  delscreen(screen);
  fclose(file);
  screen = NULL;
  file = NULL;
}

void lectern_screen_leave(void) {
  if (screen == NULL || isendwin()) return;
  switch_modes_off();
  def_prog_mode();
  endwin();
  lectern_guard_down();
}

void lectern_screen_enter(void) {
  if (screen == NULL) return;
  lectern_guard_up();
  reset_prog_mode();
  switch_modes_on();
  clearok(curscr, TRUE);
}

int lectern_screen_colors(void) { return screen != NULL && has_colors_on ? COLORS : 0; }

void lectern_screen_size(int *rows, int *columns) {
  if (screen == NULL) return;
  struct winsize size = {0};
  if (ioctl(fileno(file), TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    *rows = size.ws_row;
    *columns = size.ws_col;
  } else {
    *rows = getmaxy(stdscr);
    *columns = getmaxx(stdscr);
  }
}

void lectern_screen_resize(int rows, int columns) {
  if (screen == NULL) return;
  resize_term(rows, columns);
  werase(stdscr);
  clearok(curscr, TRUE);
}

void lectern_screen_redraw(void) {
  if (screen != NULL) clearok(curscr, TRUE);
}

void lectern_screen_flush(int row, int column) {
  if (screen == NULL) return;
  bool shows_cursor = row >= 0 && row < getmaxy(stdscr) && column >= 0 && column < getmaxx(stdscr);
  leaveok(stdscr, !shows_cursor);
  if (shows_cursor) {
    wmove(stdscr, row, column);
  } else {
    curs_set(0);
  }
  wnoutrefresh(stdscr);
  doupdate();
  // After the drawing, or the cursor would be seen at its old place.
  if (shows_cursor) curs_set(1);
}
