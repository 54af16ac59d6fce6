#pragma once
#include <stdbool.h>

// ncurses wants each combination of two colours to have a number. They are numbered as they come:
// an interface uses few.

/// Forgets all pairs; `enabled` false makes every pair 0, the terminal's own colours.
void lectern_pairs_reset(bool enabled);

/// The number of a pair; -1 is the terminal's own colour. 0 when all numbers are taken.
int lectern_pair(int foreground, int background);
