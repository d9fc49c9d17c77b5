#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Clients that are idle, slow or do not read must not keep others waiting (loopback only).

  slow_clients.py --server BIN [--index DIR] [--web DIR]    starts a server on a free port
  slow_clients.py --base http://127.0.0.1:8080              uses a running one

Figures: behind 64 idle connections, 64 heads that arrive byte by byte and 64 half bodies the next
answer comes within 3.5 s; behind 64 clients that never read it comes within 6.5 s, or as a 503 that
is over within 8 s.
"""
import argparse
import socket
import subprocess
import sys
import tempfile
import threading
import time
from urllib.parse import urlsplit

parser = argparse.ArgumentParser(description=__doc__,
                                 formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--server", help="path of dateline-server")
parser.add_argument("--index", help="folder of an index (default: none, which is served as empty)")
parser.add_argument("--web", help="folder of the page")
parser.add_argument("--base", help="address of a running server")
parser.add_argument("--large", action="append", help="an address with a large answer (repeatable)")
parser.add_argument("--clients", type=int, default=64)
options = parser.parse_args()
if bool(options.server) == bool(options.base):
    parser.error("give either --server or --base")

QUICK = b"/healthz"
LARGE = [b"/metrics", b"/openapi.json", b"/app.js", b"/", b"/api/v1/search?limit=200"]
failed = []


def check(name, ok, info):
    print(("PASS " if ok else "FAIL ") + f"{name}: {info}", flush=True)
    if not ok:
        failed.append(name)


class Target:
    def __init__(self, host, port):
        self.host, self.port = host, port
        self.name = b"Host: %s:%d\r\n" % (host.encode(), port)

    def connect(self, timeout=5):
        return socket.create_connection((self.host, self.port), timeout)

    def ask(self, path=QUICK):
        """The status of one request, and the seconds it took; 0 when no answer came."""
        started = time.monotonic()
        got = b""
        try:
            with self.connect(10) as s:
                s.sendall(b"GET " + path + b" HTTP/1.1\r\n" + self.name + b"Connection: close\r\n\r\n")
                while chunk := s.recv(65536):
                    got += chunk
        except OSError:
            pass
        status = int(got[9:12]) if got[9:12].isdigit() else 0
        return status, time.monotonic() - started

    def next_answer(self, most=12):
        """Seconds until a 200 comes, and whether a 503 came before it."""
        started, refused = time.monotonic(), False
        while time.monotonic() - started < most:
            status, _ = self.ask()
            if status == 200:
                return time.monotonic() - started, refused
            refused = refused or status == 503
            time.sleep(0.05)
        return most, refused


class Crowd:
    """`count` connections that each sent `first` and then behave badly until the crowd leaves."""

    def __init__(self, target, count, first=b"", trickle=None, window=None):
        self.sockets, self.leaving = [], threading.Event()
        for _ in range(count):
            s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            if window:
                s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
            s.settimeout(5)
            s.connect((target.host, target.port))
            s.settimeout(0.2)
            try:
                s.sendall(first)
            except OSError:
                pass  # a server that stops taking pipelined requests is what we want to see
            self.sockets.append(s)
        self.thread = threading.Thread(target=self.feed, args=(trickle,), daemon=True)
        self.thread.start()

    def feed(self, trickle):
        while trickle and not self.leaving.wait(0.5):
            for s in self.sockets:
                try:
                    s.sendall(trickle)
                except OSError:
                    pass

    def __enter__(self):
        time.sleep(0.3)
        return self

    def __exit__(self, *_):
        self.leaving.set()
        self.thread.join()
        for s in self.sockets:
            s.close()


def resident_mib(pid):
    with open(f"/proc/{pid}/status") as f:
        return next(int(line.split()[1]) // 1024 for line in f if line.startswith("VmRSS"))


def battery(target, pid):
    n = options.clients
    before = resident_mib(pid) if pid else 0
    with Crowd(target, n):
        seconds, _ = target.next_answer()
        check(f"{n} idle connections", seconds <= 3.5, f"next answer after {seconds:.2f} s")
    with Crowd(target, n, b"GET /he", trickle=b"a"):
        seconds, _ = target.next_answer()
        check(f"{n} heads byte by byte", seconds <= 3.5, f"next answer after {seconds:.2f} s")
    half = b"POST /api/v1/batch HTTP/1.1\r\n" + target.name + b"Content-Type: text/plain\r\nContent-Length: 1000\r\n\r\nonly this"
    with Crowd(target, n, half, trickle=b"x"):
        seconds, _ = target.next_answer()
        check(f"{n} half bodies", seconds <= 3.5, f"next answer after {seconds:.2f} s")

    large = [path.encode() for path in options.large or ()] or LARGE
    # Many requests at once, none of whose answers is read: each fills its socket at last.
    one = b"".join(b"GET " + path + b" HTTP/1.1\r\n" + target.name + b"\r\n" for path in large)
    with Crowd(target, n, one * 180, window=4096) as crowd:
        seconds, refused = target.next_answer()
        good = seconds <= 6.5 or (refused and seconds <= 8)
        check(f"{n} clients that never read", good, f"next answer after {seconds:.2f} s")
        # They are let go: reading what is left ends with the connection's end, at the latest when a
        # client that was not stuck for good has been idle for 5 s.
        time.sleep(6)
        open_still = 0
        for s in crowd.sockets:
            s.settimeout(8)
            try:
                while s.recv(1 << 20):
                    pass
            except socket.timeout:
                open_still += 1
            except OSError:
                pass
        check("they are let go in the end", open_still == 0, f"{open_still} still open")
    export = b"GET /api/v1/export?format=jsonl HTTP/1.1\r\n" + target.name + b"\r\n"
    with Crowd(target, n, export, window=4096):
        seconds, refused = target.next_answer()
        good = seconds <= 6.5 or (refused and seconds <= 8)
        check(f"{n} exports that nobody reads", good, f"next answer after {seconds:.2f} s")
    status, seconds = target.ask()
    check("alive at the end", status == 200 and seconds < 1, f"{status} after {seconds:.2f} s")
    if pid:
        grown = resident_mib(pid) - before
        check("memory grew by less than 256 MiB", grown < 256, f"{grown} MiB")


if options.base:
    where = urlsplit(options.base)
    assert where.hostname in ("127.0.0.1", "localhost"), "loopback only"
    battery(Target(where.hostname, where.port), None)
else:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    with tempfile.TemporaryDirectory() as empty:
        command = [options.server, "--quiet", "--index", options.index or empty,
                   "--listen", f"127.0.0.1:{port}"]
        if options.web:
            command += ["--web", options.web]
        server = subprocess.Popen(command)
        try:
            target = Target("127.0.0.1", port)
            deadline = time.monotonic() + 15
            while target.ask()[0] != 200 and time.monotonic() < deadline:
                time.sleep(0.05)
            battery(target, server.pid)
        finally:
            server.terminate()
            code = server.wait(15)
        check("SIGTERM ends it with 0", code == 0, f"code {code}")
print(f"slow_clients: failed={len(failed)}")
sys.exit(1 if failed else 0)
