"""Measures the interface in a pseudo-terminal: first frame, keys, bytes, idleness, memory.

    python interface.py [--lifeboat .build/release/lifeboat] [--buckets 50000] [--points-of-each 20]

Prints figures and fails on none of them: it fails when the interface does not answer.
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

from scan import ENVIRONMENT, compiled, server


class Screen:
    """The program under test on a terminal of its own, 80x24."""

    def __init__(self, command, home, columns=80, rows=24):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execve(command[0], command, {**ENVIRONMENT, "HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8"})
        self.seen = b""

    def read(self, quiet=0.05, limit=5.0):
        """What is written until nothing was for `quiet` seconds; the moment of the first and of the last byte."""
        out, first, last = b"", None, None
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            ready, _, _ = select.select([self.terminal], [], [], quiet if out else max(quiet, 0.3))
            if not ready:
                break
            try:
                out += os.read(self.terminal, 65536)
            except OSError:
                break
            last = time.perf_counter()
            first = first or last
        self.seen += out
        return out, first, last

    def until(self, text, limit=600):
        end = time.perf_counter() + limit
        while text not in self.seen:
            if time.perf_counter() > end:
                sys.exit(f"the interface never showed {text!r}")
            self.read(limit=1)

    def press(self, keys):
        """Seconds from the key to the first byte of its paint, and how many bytes the paint took."""
        sent = time.perf_counter()
        os.write(self.terminal, keys)
        out, first, _ = self.read(quiet=0.02, limit=0.5)
        return (first - sent if first else None), len(out)

    def status(self, name):
        with open(f"/proc/{self.pid}/status") as file:
            return next((line.split()[1] for line in file if line.startswith(name)), "0")

    def ticks(self):
        """CPU ticks used, user and system."""
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rsplit(") ", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def settle(self):
        """Returns when nothing was drawn and nothing was computed for two seconds."""
        before = -1
        while self.read(quiet=2, limit=600)[0] or self.ticks() != before:
            before = self.ticks()

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def first_frame(command, home, runs=11):
    times = []
    for _ in range(runs):
        screen = Screen(command, home)
        while b"Lifeboat" not in screen.seen:
            screen.seen += os.read(screen.terminal, 65536)
        times.append(time.perf_counter() - screen.started)
        screen.close()
    return times


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lifeboat", default=".build/release/lifeboat")
    parser.add_argument("--buckets", type=int, default=50_000)
    parser.add_argument("--points-of-each", type=int, default=20)
    parser.add_argument("--idle", type=int, default=60)
    options = parser.parse_args()
    lifeboat = os.path.abspath(options.lifeboat)

    with tempfile.TemporaryDirectory() as home:
        nowhere = [lifeboat, "--endpoint-url", "http://127.0.0.1:9", "--region", "us-east-1"]
        times = first_frame(nowhere, home)
        print(f"exec to first frame     {statistics.median(times) * 1000:.1f} ms median, {max(times) * 1000:.1f} ms worst"
              f" of {len(times)} (aim 30)")

        program = compiled(home, "loopback_s3")
        with server(program, options.buckets, 1, "--points-of-each", str(options.points_of_each)) as url:
            screen = Screen([lifeboat, "--endpoint-url", url, "--region", "us-east-1"], home)
            started = time.perf_counter()
            screen.until(b"If us-east-1")
            screen.until(b"unknown")
            print(f"the first answer after  {time.perf_counter() - started:.1f} s")
            screen.settle()
            times, sizes = [], []
            press_all(screen, times, sizes)
            report(times, sizes)
            print(f"memory                  {int(screen.status('VmHWM')) / 1024:.0f} MiB peak, "
                  f"{int(screen.status('VmRSS')) / 1024:.0f} MiB now, with {options.buckets} buckets and "
                  f"{options.buckets * options.points_of_each} recovery points (aim 300)")
            screen.settle()
            before = screen.ticks()
            out, _, _ = screen.read(quiet=options.idle, limit=options.idle)
            idle_bytes = len(out)
            time.sleep(max(0, options.idle - 1))
            print(f"idle                    {screen.ticks() - before} ticks of CPU and {idle_bytes} bytes in about "
                  f"{options.idle} s (aim 0 and 0)")
            screen.close()


def press_all(screen, times, sizes):
    """What an operator does: moves, pages, changes panes, filters, sorts."""
    moves = [b"j"] * 60 + [b"k"] * 40 + [b"\x1b[6~"] * 30 + [b"\x1b[5~"] * 20 + [b"G", b"g"] * 5
    panes = [b"2", b"j", b"j", b"3", b"4", b"5", b"6", b"7", b"1"] * 4
    typing = [b"2", b"/"] + [bytes([c]) for c in b"bucket-0312"] + [b"\x7f"] * 4 + [b"\r", b"\x1b"]
    help_ = [b"?", b"j", b"\x1b", b":", b"s", b"o", b"\x1b"] * 3
    for key in moves + panes + typing + help_ + [b"1"]:
        seconds, size = screen.press(key)
        if seconds is not None:
            times.append((seconds, key))
        if key in (b"j", b"k"):
            sizes.append(size)


def report(times, sizes):
    # A terminal sends escape alone as it begins arrows: the program waits 25 ms for more of it (ESCDELAY).
    escapes = [seconds * 1000 for seconds, key in times if key == b"\x1b"]
    ordered = sorted(pair for pair in times if pair[1] != b"\x1b")
    milliseconds = [seconds * 1000 for seconds, _ in ordered]
    worst = ordered[-1]
    print(f"key to paint            {statistics.median(milliseconds):.2f} ms median, "
          f"{milliseconds[int(len(milliseconds) * 0.99)]:.2f} ms at the 99th percentile of {len(milliseconds)} keys, "
          f"worst {worst[0] * 1000:.2f} ms for {worst[1]!r} (aim 5)")
    print(f"escape to paint         {statistics.median(escapes):.2f} ms median, {max(escapes):.2f} ms worst, "
          f"25 of them spent waiting whether it begins another key")
    print(f"bytes of a moved row    {statistics.median(sizes):.0f} median, {max(sizes)} at most (aim 300)")


if __name__ == "__main__":
    main()
