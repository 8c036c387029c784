#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/eventfd.h>
#include <unistd.h>

static const int caught[] = {SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH, SIGPIPE};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

static struct sigaction earlier[CAUGHT];
static bool is_caught[CAUGHT];
/// Bits rather than bytes in a pipe: a storm of signals can neither fill it nor hide one among many.
static atomic_uint pending;
static atomic_int rung = -1;

int lifeboat_bell_create(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void lifeboat_bell_ring(int bell) {
    uint64_t one = 1;
    while (write(bell, &one, sizeof one) < 0 && errno == EINTR) {}
}

void lifeboat_bell_silence(int bell) {
    uint64_t count;
    while (read(bell, &count, sizeof count) < 0 && errno == EINTR) {}
}

static void note(int number) {
    int saved = errno;
    atomic_fetch_or(&pending, 1u << number);
    lifeboat_bell_ring(atomic_load(&rung));
    errno = saved;
}

static void handle(int number, void (*handler)(int), struct sigaction *before) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, before);
}

void lifeboat_signals_catch(int bell) {
    atomic_store(&pending, 0);
    atomic_store(&rung, bell);
    for (int index = 0; index < CAUGHT; index++) {
        sigaction(caught[index], NULL, &earlier[index]);
        // As `nohup` and shells without job control ask for.
        is_caught[index] = earlier[index].sa_handler != SIG_IGN;
        if (is_caught[index]) {
            handle(caught[index], caught[index] == SIGPIPE ? SIG_IGN : note, NULL);
        }
    }
}

uint32_t lifeboat_signals_take(void) { return atomic_exchange(&pending, 0); }

void lifeboat_signals_release(void) {
    for (int index = 0; index < CAUGHT; index++) {
        if (is_caught[index]) {
            sigaction(caught[index], &earlier[index], NULL);
            is_caught[index] = false;
        }
    }
    atomic_store(&rung, -1);
}

bool lifeboat_signals_stop(void) {
    struct sigaction before;
    struct sigaction go_on;
    sigset_t stop;
    sigset_t mask;
    // First the others of the group (`make demo` has a make in it), with this process deaf; then this very thread, so that
    // the stop has happened when `raise` returns. SIGTSTP and not SIGSTOP: where no shell could continue the group, as in
    // `ssh -t host lifeboat`, the system drops it and the program is not frozen for ever.
    handle(SIGTSTP, SIG_IGN, &before);
    if (before.sa_handler == SIG_IGN) {
        return false;
    }
    kill(0, SIGTSTP);
    handle(SIGTSTP, SIG_DFL, NULL);
    // Another thread may be the one that is told of it, too late to know that it was expected.
    handle(SIGCONT, SIG_DFL, &go_on);
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
    raise(SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGCONT, &go_on, NULL);
    sigaction(SIGTSTP, &before, NULL);
    atomic_fetch_and(&pending, ~(1u << SIGCONT | 1u << SIGTSTP));
    return true;
}
