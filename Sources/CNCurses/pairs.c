#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#include "pairs.h"

#include <curses.h>

enum { CAPACITY = 256 };

static struct {
  int foreground;
  int background;
} pairs[CAPACITY];
static int count;
static bool is_enabled;
static bool has_default_colors;

void lectern_pairs_reset(bool enabled) {
  is_enabled = enabled;
  has_default_colors = enabled && use_default_colors() == OK;
  // Pair 0 is the terminal's own and cannot be changed.
  count = 1;
  pairs[0].foreground = -1;
  pairs[0].background = -1;
}

int lectern_pair(int foreground, int background) {
  if (!is_enabled) return 0;
  for (int number = 0; number < count; number++) {
    if (pairs[number].foreground == foreground && pairs[number].background == background) {
      return number;
    }
  }
  // COLOR_PAIR keeps 8 bits and init_pair takes a short: hence the extended call.
  if (count >= CAPACITY || count >= COLOR_PAIRS) return 0;
  int shown_foreground = foreground < 0 && !has_default_colors ? COLOR_WHITE : foreground;
  int shown_background = background < 0 && !has_default_colors ? COLOR_BLACK : background;
  if (init_extended_pair(count, shown_foreground, shown_background) != OK) return 0;
  pairs[count].foreground = foreground;
  pairs[count].background = background;
  return count++;
}
