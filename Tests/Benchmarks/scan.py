"""Times a scan by lifeboat beside the same calls by a C program and by boto3, on a loopback server.

    python scan.py [--lifeboat .build/release/lifeboat] [--buckets 1000] [--latency-ms 30] [--large 50000] [--runs 3]

Prints wall and CPU seconds, peak memory and their ratios; each number is the median of the runs. Ratios are what
counts, for they hold on another machine. No time makes it fail: it fails when a program gives no answer.
"""

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
    "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "AWS_EC2_METADATA_DISABLED": "true",
}


def compiled(directory, name, *libraries):
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("clang")
    if not compiler:
        sys.exit("no C compiler: cc or clang is needed")
    program = Path(directory) / name
    subprocess.run([compiler, "-O2", "-o", program, HERE / f"{name}.c", *libraries], check=True)
    return program


@contextlib.contextmanager
def server(program, buckets, latency, *more):
    process = subprocess.Popen(
        [program, "--buckets", str(buckets), "--latency-ms", str(latency), *more], stdout=subprocess.PIPE, text=True)
    try:
        port = process.stdout.readline().split()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def statistics_of(url):
    with urllib.request.urlopen(url + "/_stats") as reply:
        return json.load(reply)


def measured(command, home, accepted=(0,)):
    """Runs a program to its end: wall and CPU in seconds, peak resident memory in MiB, what it printed.

    The kernel counts into the peak what this script held when it forked, about 20 MiB: no smaller peak can show.
    """
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=output, env=ENVIRONMENT | {"HOME": home})
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = code = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read()
    if code not in accepted:
        sys.exit(f"{Path(str(command[0])).name} ended with {code}")
    return {
        "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss / 1024, "printed": printed}


def run(programs, command, buckets, latency, home, accepted=(0,)):
    with server(programs["server"], buckets, latency) as url:
        result = measured(command(url), home, accepted)
        seen = statistics_of(url)
    result |= {"calls": seen["calls"], "peak": seen["peakInFlight"], "seen": seen}
    return result


def median(results):
    return {key: statistics.median(result[key] for result in results)
            for key in ("wall", "cpu", "memory", "calls", "peak")} | {"last": results[-1]}


def show(name, result, latency):
    ideal = result["calls"] * latency / 1000 / max(result["peak"], 1)
    print(f"{name:<22}{result['calls']:>9.0f}{result['peak']:>8.0f}{result['wall']:>9.2f}{result['cpu']:>8.2f}"
          f"{result['cpu'] / max(result['calls'], 1) * 1e6:>9.0f}{result['memory']:>9.1f}"
          f"{result['wall'] / ideal if ideal else float('nan'):>9.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lifeboat", default=".build/release/lifeboat")
    parser.add_argument("--buckets", type=int, default=1000)
    parser.add_argument("--latency-ms", type=float, default=30)
    parser.add_argument("--large", type=int, default=50000, help="buckets of the run that measures memory; 0 leaves it out")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as scratch:
        programs = {
            "server": compiled(scratch, "loopback_s3"),
            "c": compiled(scratch, "multi_client", "-lcurl", "-lcrypto"),
        }

        def lifeboat(url):
            return [options.lifeboat, "check", "--endpoint-url", url, "--region", "us-east-1", "--output", "json"]

        commands = {
            "lifeboat": (lifeboat, (0, 1, 2)),
            "C, 64 in flight": (lambda url: [programs["c"], "--url", url], (0,)),
            "C, 256 in flight": (lambda url: [programs["c"], "--url", url, "--in-flight", "256"], (0,)),
            "boto3, 32 threads": (lambda url: [sys.executable, HERE / "scan_boto3.py", "--url", url], (0,)),
        }
        print(f"{options.buckets} buckets, {options.latency_ms:g} ms a reply, median of {options.runs}")
        print(f"{'':<22}{'calls':>9}{'peak':>8}{'wall s':>9}{'CPU s':>8}{'µs/call':>9}{'MiB':>9}{'wall/ideal':>11}")
        results = {}
        for name, (command, accepted) in commands.items():
            results[name] = median([
                run(programs, command, options.buckets, options.latency_ms, scratch, accepted)
                for _ in range(options.runs)])
            show(name, results[name], options.latency_ms)

        ours, c, boto3 = results["lifeboat"], results["C, 64 in flight"], results["boto3, 32 threads"]
        answer = json.loads(ours["last"]["printed"])
        print()
        print(f"CPU per call, lifeboat over C             {(ours['cpu'] / ours['calls']) / (c['cpu'] / c['calls']):6.2f}   aim: at most 2")
        print(f"wall over calls x latency / in flight     "
              f"{ours['wall'] / (ours['calls'] * options.latency_ms / 1000 / max(ours['peak'], 1)):6.2f}   aim: at most 1.05, with 64 to 256 in flight")
        widest = results["C, 256 in flight"]
        print(f"wall, lifeboat over C with 256 in flight  {ours['wall'] / widest['wall']:6.2f}")
        print(f"wall, boto3 over lifeboat                 {boto3['wall'] / ours['wall']:6.2f}")
        print(f"CPU, boto3 over lifeboat                  {boto3['cpu'] / ours['cpu']:6.2f}")
        print(f"answer: {[scenario['answer'] for scenario in answer['scenarios']]}, complete: {answer['complete']}")
        seen = ours["last"]["seen"]
        print("lifeboat's calls: " + ", ".join(f"{kind} {count}" for kind, count in seen["byKind"].items() if count))
        if seen["firstOther"]:
            print(f"the server does not know: {seen['firstOther']}")

        if options.large:
            large = run(programs, lifeboat, options.large, 1, scratch, (0, 1, 2))
            print(f"\n{options.large} buckets, 1 ms a reply: {large['calls']} calls, {large['wall']:.1f} s wall, "
                  f"{large['cpu']:.1f} s CPU, peak memory {large['memory']:.0f} MiB   aim: below 150 MiB")


if __name__ == "__main__":
    main()
