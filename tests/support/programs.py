# SPDX-License-Identifier: GPL-2.0-or-later
"""programs.py - The built programs, run as users run them. Python 3 standard library only, loopback only.

DATELINE_BUILD names the build folder (default: build/release, else build/dev).
"""
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "tests/corpus/sample"
SHARED = pathlib.Path(os.environ.get("DATELINE_SHARED", ROOT / "../shared")).resolve()


def build_folder():
    named = os.environ.get("DATELINE_BUILD")
    folders = [pathlib.Path(named)] if named else [ROOT / "build/release", ROOT / "build/dev"]
    for folder in folders:
        if (ROOT / folder / "indexer/dateline-indexer").exists():
            return ROOT / folder
    raise SystemExit(f"no built programs in {', '.join(map(str, folders))}: run scripts/test")


def indexer():
    return str(build_folder() / "indexer/dateline-indexer")


def server():
    return str(build_folder() / "server/dateline-server")


class Scratch:
    """A folder of its own, gone with the `with` block."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="dateline-test-"))
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


def run(*arguments, env=None, timeout=300, cwd=ROOT):
    """The finished process: returncode, stdout, stderr as text."""
    return subprocess.run([indexer(), *map(str, arguments)], capture_output=True, text=True, errors="replace",
                          timeout=timeout, cwd=cwd, env={**os.environ, **(env or {})})


def counts(finished):
    """The summary line as numbers: {"read": 5, "new": 5, ...}."""
    line = finished.stdout.strip().splitlines()[-1]
    assert line.startswith("dateline-indexer done "), finished.stdout + finished.stderr
    return {key: float(value) if "." in value else int(value)
            for key, value in (pair.split("=") for pair in line.split()[2:])}


def articles(index):
    return json.loads(run("stats", "--index", index, "--json").stdout)["articles"]


def free_port():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


class Serving:
    """dateline-server on an index, for a `with` block; `wait` waits for /readyz."""

    def __init__(self, index, *arguments, wait=True):
        self.port = free_port()
        self.command = [server(), "--index", str(index), "--listen", f"127.0.0.1:{self.port}", *map(str, arguments)]
        web = build_folder() / "web/tree"
        if web.exists():
            self.command += ["--web", str(web)]
        self.wait = wait

    def __enter__(self):
        self.log = tempfile.TemporaryFile()  # a pipe that nobody reads would stop the server once it is full
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=self.log, cwd=ROOT)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                status, _, _ = self.get("/readyz" if self.wait else "/healthz")
                if status == 200:
                    return self
            except OSError:
                pass
            if self.process.poll() is not None:
                self.log.seek(0)
                raise RuntimeError(f"the server ended with {self.process.returncode}: {self.log.read()}")
            time.sleep(0.02)
        self.process.kill()
        raise RuntimeError("the server is not ready after 20 s")

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.log.close()

    def get(self, path, headers=None, method="GET"):
        """Status, headers (lower-case names) and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def json(self, path):
        status, _, body = self.get(path)
        return status, json.loads(body)

    def search(self, query, **parameters):
        return self.json("/api/v1/search?" + urllib.parse.urlencode({"q": query, **parameters}))
