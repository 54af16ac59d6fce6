#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <string.h>
#include <wchar.h>

#include "lectern_screen.h"
#include "pairs.h"

// A base and four marks, which is what a cell of ncurses holds, and the end.
enum { SCALARS = CCHARW_MAX };

const char *lectern_codeset(void) { return nl_langinfo(CODESET); }

// Decodes UTF-8 that Swift made, hence valid; returns how many scalars.
static int decode(const char *text, size_t length, wchar_t scalars[SCALARS + 1]) {
  const unsigned char *byte = (const unsigned char *)text;
  const unsigned char *end = byte + length;
  int count = 0;
  while (byte < end && count < SCALARS) {
    int more = *byte < 0x80 ? 0 : *byte < 0xE0 ? 1 : *byte < 0xF0 ? 2 : 3;
    unsigned scalar = more == 0 ? *byte : *byte & (0x3Fu >> more);
    byte++;
    for (; more > 0 && byte < end; more--) scalar = scalar << 6 | (*byte++ & 0x3F);
    scalars[count++] = (wchar_t)scalar;
  }
  scalars[count] = 0;
  return count;
}

static void replace(wchar_t scalars[SCALARS + 1]) {
  // U+FFFD where it can be printed, else, as in the C locale, a question mark.
  scalars[0] = wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?';
  scalars[1] = 0;
}

static attr_t curses_attributes(unsigned attributes) {
  attr_t result = A_NORMAL;
  if (attributes & LECTERN_BOLD) result |= A_BOLD;
  if (attributes & LECTERN_DIM) result |= A_DIM;
  if (attributes & LECTERN_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & LECTERN_REVERSE) result |= A_REVERSE;
  // The Linux console and others have no slanted letters: emphasis must be seen there as well.
  if (attributes & LECTERN_ITALIC) result |= (termattrs() & A_ITALIC) ? A_ITALIC : A_UNDERLINE;
  return result;
}

static void put(int row, int column, const wchar_t *scalars, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, scalars, attributes, 0, &pair) != OK) return;
  // ERR at the bottom right is not a failure: the character is there, the cursor cannot advance.
  (void)mvwadd_wch(stdscr, row, column, &cell);
}

void lectern_screen_put(
  int row, int column, int width, const char *text, size_t length, unsigned attributes,
  int foreground, int background) {
  if (stdscr == NULL || row < 0 || column < 0 || width < 1 || row >= getmaxy(stdscr)) return;
  int columns = getmaxx(stdscr);
  if (column >= columns) return;
  if (width > columns - column) width = columns - column;

  wchar_t scalars[SCALARS + 1];
  int count = decode(text, length, scalars);
  int taken = count > 0 ? wcwidth(scalars[0]) : 0;
  if (taken < 1 || taken > width) {
    replace(scalars);
    taken = 1;
  }
  attr_t bits = curses_attributes(attributes);
  int pair = lectern_pair(foreground, background);
  put(row, column, scalars, bits, pair);
  for (; taken < width; taken++) put(row, column + taken, L" ", bits, pair);
}
