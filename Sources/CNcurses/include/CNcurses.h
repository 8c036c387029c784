#pragma once
// ncurses behind plain structs and functions: its own header redefines `bool`, `OK`, `ERR`, `timeout`, `clear` and a
// hundred more names, its cell is an opaque struct, and term.h takes words like `lines` and `columns`.
#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>

// MARK: The screen. One at a time, on one thread.

/// One column or, where `columns` is 2, two: a character with up to four marks, and its look.
struct lifeboat_cell {
    /// Ends with 0 where there are fewer than five.
    wchar_t characters[5];
    uint32_t attributes;
    int16_t pair;
    int16_t columns;
};

enum lifeboat_attribute {
    LIFEBOAT_BOLD = 1,
    LIFEBOAT_DIM = 2,
    LIFEBOAT_REVERSE = 4,
    LIFEBOAT_UNDERLINE = 8,
};

enum lifeboat_entry {
    LIFEBOAT_ENTRY_USABLE,
    LIFEBOAT_ENTRY_MISSING,
    /// Known, but without a way to move the cursor.
    LIFEBOAT_ENTRY_STATIC,
};

/// What terminfo knows of a terminal; nothing is written to it.
enum lifeboat_entry lifeboat_terminal_entry(const char *term, int output);

/// Takes the terminal: alternate screen, raw mode without echo, default colours. False when ncurses refuses.
bool lifeboat_screen_open(const char *term, int input, int output);
/// Gives it back for good.
void lifeboat_screen_close(void);
/// Gives it back for a while; `lifeboat_screen_enter` takes it again and paints it anew.
void lifeboat_screen_leave(void);
void lifeboat_screen_enter(void);

/// Colours that the terminal can show at once: 0, 8, 16, 88, 256 or more.
int lifeboat_screen_colors(void);
/// The number of a pair of colours, -1 being the terminal's own; 0, its own two, when there is none left.
int16_t lifeboat_screen_pair(int foreground, int background);
/// Those of the attributes that the terminal has, as a cell carries them.
uint32_t lifeboat_screen_attributes(unsigned attributes);

void lifeboat_screen_size(int *columns, int *rows);
void lifeboat_screen_resize(int columns, int rows);
/// Blanks the buffer; nothing is written yet.
void lifeboat_screen_erase(void);
void lifeboat_screen_put(int row, const struct lifeboat_cell *cells, int count);
/// Writes what has changed since the last call; a negative column hides the cursor.
void lifeboat_screen_update(int cursor_column, int cursor_row);
/// Writes everything, whatever the terminal is believed to show.
void lifeboat_screen_repaint(void);

// MARK: Signals that are told rather than obeyed.

/// From now on SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT and SIGWINCH are remembered and ring `bell`, an eventfd; those of them
/// that were ignored stay ignored. SIGPIPE is ignored.
void lifeboat_signals_catch(int bell);
/// The signals since the last call: bit `1 << number` each.
uint32_t lifeboat_signals_take(void);
void lifeboat_signals_release(void);
/// Stops the process group as the terminal's own ctrl-z does, and returns when it goes on, or at once where no shell could
/// continue it; false where SIGTSTP was ignored from the start.
bool lifeboat_signals_stop(void);

/// A counter that can be polled, and rung from any thread and from signal handlers; -1 where the system has none left.
int lifeboat_bell_create(void);
void lifeboat_bell_ring(int bell);
void lifeboat_bell_silence(int bell);

// MARK: The terminal as it was, brought back even by a crash.

/// Keeps the modes that a terminal has before it is opened; false where it is none.
bool lifeboat_rescue_remember(int terminal);
/// Learns how to restore the terminal that is now open: `extra` goes out first.
void lifeboat_rescue_prepare(int output, const char *extra);
/// While armed, a crash or `exit` restores the terminal before anything else happens. Returns what it was before.
bool lifeboat_rescue_arm(bool armed);
/// Restores without ncurses when armed, and disarms; safe in a signal handler. The modes too only on wish: a process in the
/// background has no right to them.
void lifeboat_rescue_now(bool modes);
void lifeboat_rescue_catch_crashes(void);
void lifeboat_rescue_release_crashes(void);
