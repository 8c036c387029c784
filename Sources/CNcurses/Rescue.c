#define NCURSES_WIDECHAR 1
#define _GNU_SOURCE
#include "CNcurses.h"
#include <curses.h>

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

// Whatever a handler needs lies ready: it may neither allocate nor ask terminfo.
static char farewell[512];
static size_t farewell_length;
static struct termios modes_before;
static int terminal = -1;
static atomic_bool is_armed;

static const int crashes[] = {SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGABRT, SIGFPE, SIGSYS, SIGQUIT};
enum { CRASHES = sizeof crashes / sizeof crashes[0] };
static struct sigaction earlier[CRASHES];
static bool is_catching;

static void append(const char *text) {
    // Padding, `$<5>`, is for terminals slower than any that is left.
    bool in_padding = false;
    for (; *text != 0 && farewell_length < sizeof farewell; text++) {
        if (text[0] == '$' && text[1] == '<') {
            in_padding = true;
        } else if (in_padding) {
            in_padding = *text != '>';
        } else {
            farewell[farewell_length++] = *text;
        }
    }
}

static bool append_capability(const char *name) {
    const char *text = tigetstr(name);
    if (text == NULL || text == (char *)-1) {
        return false;
    }
    append(text);
    return true;
}

static void restore_at_exit(void) { lifeboat_rescue_now(true); }

bool lifeboat_rescue_remember(int descriptor) { return tcgetattr(descriptor, &modes_before) == 0; }

void lifeboat_rescue_prepare(int output, const char *extra) {
    static bool at_exit;
    farewell_length = 0;
    append(extra);
    append_capability("sgr0");
    append_capability("op");
    append_capability("rmkx");
    append_capability("cnorm");
    if (!append_capability("rmcup")) {
        append("\r\n");
    }
    terminal = output;
    if (!at_exit) {
        at_exit = atexit(restore_at_exit) == 0;
    }
}

bool lifeboat_rescue_arm(bool armed) { return atomic_exchange(&is_armed, armed); }

void lifeboat_rescue_now(bool modes) {
    if (!atomic_exchange(&is_armed, false)) {
        return;
    }
    int saved = errno;
    for (size_t written = 0; written < farewell_length;) {
        ssize_t count = write(terminal, farewell + written, farewell_length - written);
        if (count > 0) {
            written += (size_t)count;
        } else if (count == 0 || errno != EINTR) {
            break;
        }
    }
    if (modes) {
        tcsetattr(terminal, TCSANOW, &modes_before);
    }
    errno = saved;
}

/// Calls who was there before, Swift's backtracer mostly, with the context of the crash.
static void crash(int number, siginfo_t *info, void *context) {
    lifeboat_rescue_now(true);
    const struct sigaction *before = NULL;
    for (int index = 0; index < CRASHES; index++) {
        if (crashes[index] == number) {
            before = &earlier[index];
        }
    }
    if (before != NULL && before->sa_flags & SA_SIGINFO && before->sa_sigaction != NULL) {
        before->sa_sigaction(number, info, context);
    } else if (before != NULL && before->sa_handler != SIG_DFL && before->sa_handler != SIG_IGN) {
        before->sa_handler(number);
    } else {
        signal(number, SIG_DFL);
        raise(number);
    }
}

void lifeboat_rescue_catch_crashes(void) {
    // A stack overflow leaves no stack to run on.
    static char stack[64 * 1024];
    stack_t current;
    if (sigaltstack(NULL, &current) == 0 && current.ss_flags & SS_DISABLE) {
        stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
        sigaltstack(&own, NULL);
    }
    struct sigaction action = {.sa_sigaction = crash, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
    sigemptyset(&action.sa_mask);
    for (int index = 0; index < CRASHES; index++) {
        sigaction(crashes[index], &action, &earlier[index]);
    }
    is_catching = true;
}

void lifeboat_rescue_release_crashes(void) {
    if (!is_catching) {
        return;
    }
    is_catching = false;
    for (int index = 0; index < CRASHES; index++) {
        sigaction(crashes[index], &earlier[index], NULL);
    }
}
