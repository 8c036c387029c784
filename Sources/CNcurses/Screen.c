#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE
#include "CNcurses.h"
// After ours: these define `bell`, `columns` and their like as macros.
#include <curses.h>
#include <term.h>
#undef columns

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static SCREEN *screen;
static FILE *input_file;
static FILE *output_file;
static cchar_t *row_cells;
static int row_capacity;

enum lifeboat_entry lifeboat_terminal_entry(const char *term, int output) {
    int problem = 0;
    if (setupterm(term, output, &problem) != OK) {
        return LIFEBOAT_ENTRY_MISSING;
    }
    const char *move = tigetstr("cup");
    bool moves = move != NULL && move != (char *)-1;
    del_curterm(cur_term);
    return moves ? LIFEBOAT_ENTRY_USABLE : LIFEBOAT_ENTRY_STATIC;
}

/// ncurses wants streams of its own; it writes to their descriptors by itself.
static FILE *stream(int descriptor, const char *mode) {
    int copy = dup(descriptor);
    FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
    if (file == NULL && copy >= 0) {
        close(copy);
    }
    return file;
}

static void close_streams(void) {
    if (input_file != NULL) {
        fclose(input_file);
    }
    if (output_file != NULL) {
        fclose(output_file);
    }
    input_file = output_file = NULL;
}

bool lifeboat_screen_open(const char *term, int input, int output) {
    input_file = stream(input, "r");
    output_file = stream(output, "w");
    if (input_file != NULL && output_file != NULL) {
        screen = newterm(term, output_file, input_file);
    }
    if (screen == NULL) {
        close_streams();
        return false;
    }
    // Raw, so that ctrl-c, ctrl-s and ctrl-\ arrive as keys; ctrl-z is turned into a stop by the caller.
    raw();
    noecho();
    nonl();
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    // Sends `smkx`, without which some terminals have no Delete.
    keypad(stdscr, TRUE);
    // A half-painted screen because a key came is worth nothing: bursts are coalesced before painting.
    typeahead(-1);
    scrollok(stdscr, FALSE);
    return true;
}

void lifeboat_screen_leave(void) {
    if (screen == NULL || isendwin()) {
        return;
    }
    endwin();
    // Without an alternate screen ours stays, and the prompt would stand in its last line.
    if (exit_ca_mode == NULL && write(fileno(output_file), "\r\n", 2) < 0) {
        return;
    }
}

void lifeboat_screen_close(void) {
    if (screen == NULL) {
        return;
    }
    lifeboat_screen_leave();
    delscreen(screen);
    screen = NULL;
    close_streams();
    free(row_cells);
    row_cells = NULL;
    row_capacity = 0;
}

void lifeboat_screen_enter(void) {
    if (screen != NULL) {
        // The first update after `endwin` brings modes and screen back; it paints all, for it knows nothing.
        wrefresh(curscr);
    }
}

int lifeboat_screen_colors(void) { return screen != NULL && has_colors() ? COLORS : 0; }

int16_t lifeboat_screen_pair(int foreground, int background) {
    if (screen == NULL || !has_colors() || (foreground < 0 && background < 0)) {
        return 0;
    }
    int pair = alloc_pair(foreground, background);
    return pair > 0 && pair <= INT16_MAX ? (int16_t)pair : 0;
}

uint32_t lifeboat_screen_attributes(unsigned wished) {
    attr_t attributes = WA_NORMAL;
    attributes |= wished & LIFEBOAT_BOLD ? WA_BOLD : 0;
    attributes |= wished & LIFEBOAT_DIM ? WA_DIM : 0;
    attributes |= wished & LIFEBOAT_REVERSE ? WA_REVERSE : 0;
    attributes |= wished & LIFEBOAT_UNDERLINE ? WA_UNDERLINE : 0;
    return screen == NULL ? 0 : (uint32_t)(attributes & term_attrs());
}

void lifeboat_screen_size(int *columns, int *rows) {
    *columns = screen == NULL ? 0 : COLS;
    *rows = screen == NULL ? 0 : LINES;
}

void lifeboat_screen_resize(int columns, int rows) {
    if (screen != NULL && columns > 0 && rows > 0) {
        // Also clears the terminal at the next update: nobody knows how it moved its lines.
        resizeterm(rows, columns);
    }
}

void lifeboat_screen_erase(void) {
    if (screen != NULL) {
        werase(stdscr);
    }
}

/// Where the system's width of a character is not ours, the rest of the row would move: a question mark stays in place.
static bool set(cchar_t *to, const struct lifeboat_cell *cell) {
    wchar_t text[6] = {cell->characters[0], cell->characters[1], cell->characters[2], cell->characters[3],
                       cell->characters[4], 0};
    attr_t attributes = cell->attributes;
    if ((text[0] < 0x80 || wcwidth(text[0]) == cell->columns) &&
        setcchar(to, text, attributes, cell->pair, NULL) == OK) {
        return true;
    }
    setcchar(to, L"?", attributes, cell->pair, NULL);
    return false;
}

void lifeboat_screen_put(int row, const struct lifeboat_cell *cells, int count) {
    if (screen == NULL || count <= 0) {
        return;
    }
    // Each cell may become two.
    if (row_capacity < 2 * count) {
        cchar_t *larger = realloc(row_cells, 2 * (size_t)count * sizeof *larger);
        if (larger == NULL) {
            return;
        }
        row_cells = larger;
        row_capacity = 2 * count;
    }
    int length = 0;
    for (int index = 0; index < count; index++) {
        bool as_is = set(&row_cells[length++], &cells[index]);
        if (!as_is && cells[index].columns == 2) {
            setcchar(&row_cells[length++], L" ", cells[index].attributes, cells[index].pair, NULL);
        }
    }
    mvwadd_wchnstr(stdscr, row, 0, row_cells, length);
}

static void place_cursor(int column, int row) {
    if (column >= 0) {
        leaveok(stdscr, FALSE);
        wmove(stdscr, row, column);
        curs_set(1);
    } else if (curs_set(0) != ERR) {
        leaveok(stdscr, TRUE);
    } else {
        // A cursor that cannot be hidden waits where it covers least.
        leaveok(stdscr, FALSE);
        wmove(stdscr, LINES - 1, COLS - 1);
    }
}

void lifeboat_screen_update(int cursor_column, int cursor_row) {
    if (screen != NULL) {
        place_cursor(cursor_column, cursor_row);
        wrefresh(stdscr);
    }
}

void lifeboat_screen_repaint(void) {
    if (screen != NULL) {
        wrefresh(curscr);
    }
}
