#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "lectern_screen.h"

#include <curses.h>
// Apart from the rest: it makes `lines`, `columns` and hundreds more into macros.
#include <term.h>

const char *lectern_terminal_string(const char *capability) {
  const char *value = tigetstr(capability);
  bool is_there = value != NULL && value != (const char *)-1 && *value != '\0';
  return is_there ? value : NULL;
}

enum lectern_description lectern_terminal_describe(const char *type, int terminal) {
  int found = 0;
  if (setupterm(type, terminal, &found) != OK) {
    return found < 0 ? LECTERN_DESCRIPTION_MISSING : LECTERN_DESCRIPTION_UNKNOWN;
  }
  bool usable = lectern_terminal_string("cup") != NULL;
  del_curterm(cur_term);
  return usable ? LECTERN_DESCRIPTION_USABLE : LECTERN_DESCRIPTION_TOO_POOR;
}
