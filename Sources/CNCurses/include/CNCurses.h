#pragma once
// The only door to ncurses. No header here includes curses.h, so that names such as `move`,
// `clear` and `OK` do not reach Swift; what Swift cannot import (macros, variadics, globals that
// are not safe for concurrency) is wrapped in the .c files.
#include "lectern_guard.h"
#include "lectern_screen.h"
#include "lectern_signals.h"
