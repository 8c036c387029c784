#include "CCurl.h"

#include <errno.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

int lifeboat_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int lifeboat_alarm_create(int epoll) {
    int alarm = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = alarm};
    if (alarm >= 0 && epoll_ctl(epoll, EPOLL_CTL_ADD, alarm, &event) != 0) {
        close(alarm);
        return -1;
    }
    return alarm;
}

void lifeboat_alarm_ring(int alarm) {
    uint64_t one = 1;
    while (write(alarm, &one, sizeof one) < 0 && errno == EINTR) {}
}

void lifeboat_epoll_watch(int epoll, int socket, int what) {
    if (what == CURL_POLL_REMOVE) {
        epoll_ctl(epoll, EPOLL_CTL_DEL, socket, NULL);
        return;
    }
    struct epoll_event event = {.data.fd = socket};
    if (what & CURL_POLL_IN) event.events |= EPOLLIN;
    if (what & CURL_POLL_OUT) event.events |= EPOLLOUT;
    // libcurl takes a socket off between two requests: mostly it is new again.
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event) != 0 && errno == EEXIST)
        epoll_ctl(epoll, EPOLL_CTL_MOD, socket, &event);
}

int lifeboat_epoll_wait(int epoll, int alarm, struct lifeboat_ready *ready, int capacity, int milliseconds) {
    struct epoll_event events[256];
    int count = epoll_wait(epoll, events, capacity < 256 ? capacity : 256, milliseconds), found = 0;
    for (int index = 0; index < count; index++) {
        if (events[index].data.fd == alarm) {
            uint64_t drained;
            while (read(alarm, &drained, sizeof drained) < 0 && errno == EINTR) {}
            continue;
        }
        int readiness = 0;
        if (events[index].events & EPOLLIN) readiness |= CURL_CSELECT_IN;
        if (events[index].events & EPOLLOUT) readiness |= CURL_CSELECT_OUT;
        if (events[index].events & (EPOLLERR | EPOLLHUP)) readiness |= CURL_CSELECT_ERR;
        ready[found++] = (struct lifeboat_ready){.socket = events[index].data.fd, .readiness = readiness};
    }
    return found;
}
