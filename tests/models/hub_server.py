"""A hub on loopback: the part of the hub's API that downloads need, and every way to misbehave.

Large files are sent by a second server under another name, as the hub redirects them to its file
servers.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

COMMIT = "5c0d8d5a3c8d1f7c0a5d6e7f8091a2b3c4d5e6f7"
LFS = (".safetensors", ".bin", ".ckpt", ".onnx", ".msgpack", ".jpg")
_PIECE = 1 << 14

Fault = Literal["drop", "short", "long", "corrupt", "no range", "vanish"]
Answer = tuple[int, Mapping[str, str]]
"""A status and its headers, instead of the file."""


@dataclass
class Asked:
    """One request as it came in: ``host`` is the name under which the server was asked."""

    host: str
    path: str
    query: str
    headers: dict[str, str]


@dataclass
class HubOnLoopback:
    """What the servers serve, and what they were asked.

    ``faults`` has for the end of a path what goes wrong with the next requests for it, one after
    the other. ``found`` is what every search finds. ``renamed`` has the present names of
    repositories that had another, and ``listing_names`` what a listing says instead of the name.
    ``tokens`` are those that are accepted; None accepts everybody. Bytes of files beyond
    ``hold_after`` are held back until ``go_on``. ``pages`` are other files by their path, such as
    those of an index of packages.
    """

    endpoint: str = ""
    file_server: str = ""
    repos: dict[str, dict[str, bytes]] = field(default_factory=dict)
    pages: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, list[Fault | Answer]] = field(default_factory=dict)
    listing_changes: dict[str, dict[str, Any]] = field(default_factory=dict)
    tokens: set[str] | None = None
    found: object = None
    renamed: dict[str, str] = field(default_factory=dict)
    listing_names: dict[str, str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    sent: int = 0
    hold_after: int | None = None
    held: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def hold(self, size: int) -> None:
        """From now on sends ``size`` bytes of files, sets ``held`` and waits."""
        with self.lock:
            self.held.clear()
            self.go_on.clear()
            self.hold_after = self.sent + size

    def release(self) -> None:
        """Sends everything again."""
        with self.lock:
            self.hold_after = None
            self.go_on.set()

    def fault(self, path: str) -> Fault | Answer | None:
        """What is to go wrong with this request."""
        with self.lock:
            for end, waiting in self.faults.items():
                if waiting and path.endswith(end):
                    return waiting.pop(0)
        return None

    def allowed(self, size: int) -> int:
        """How many of ``size`` bytes may be sent now; waits where none may."""
        while True:
            with self.lock:
                left = size if self.hold_after is None else min(size, self.hold_after - self.sent)
                if left > 0:
                    self.sent += left
                    return left
                self.held.set()
            self.go_on.wait()

    def asked_for(self, end: str) -> list[Asked]:
        """The requests whose path ends so."""
        return [one for one in self.asked if one.path.endswith(end)]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: HubOnLoopback

    def handle(self) -> None:
        # Who has read enough hangs up.
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:  # http.server's own name
        address = urlsplit(self.path)
        path = unquote(address.path)
        host = self.headers["Host"]
        self.hub.asked.append(Asked(host, path, address.query, dict(self.headers)))
        before = next((name for name in self.hub.renamed if f"/{name}" in path), None)
        if before is not None:
            self._answer(307, {"Location": self.path.replace(before, self.hub.renamed[before])})
            return
        is_file_server = host == urlsplit(self.hub.file_server).netloc
        if path.endswith(LFS) and not is_file_server and "/resolve/" in path:
            if self._is_welcome():
                location = f"{self.hub.file_server}{self.path}?X-Signature=secret"
                self._answer(302, {"Location": location})
            return
        fault = self.hub.fault(path)
        if isinstance(fault, tuple):
            self._answer(*fault)
        elif path in self.hub.pages:
            self._send(self.hub.pages[path], fault)
        elif path == "/api/models":
            found = json.dumps(self.hub.found).encode()
            self._answer(200, {"Content-Type": "application/json"}, found)
        elif path.startswith("/api/models/"):
            self._list(path.removeprefix("/api/models/"))
        elif is_file_server or self._is_welcome():
            repo_id, _, rest = path[1:].partition("/resolve/")
            commit, _, name = rest.partition("/")
            data = self.hub.repos.get(repo_id, {}).get(name)
            if data is None or commit != COMMIT or fault == "vanish":
                self._answer(404, {"X-Error-Code": "EntryNotFound"})
            else:
                self._send(data, fault)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _is_welcome(self) -> bool:
        if self.hub.tokens is None:
            return True
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if token in self.hub.tokens:
            return True
        self._answer(403 if token else 401, {"X-Error-Code": "GatedRepo"} if token else {})
        return False

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _list(self, repo_id: str) -> None:
        if repo_id not in self.hub.repos:
            self._answer(401, {"X-Error-Code": "RepoNotFound"}, b'{"error": "Not found"}')
            return
        siblings = [described(name, data) for name, data in self.hub.repos[repo_id].items()]
        for sibling in siblings:
            sibling |= self.hub.listing_changes.get(sibling["rfilename"], {})
        name = self.hub.listing_names.get(repo_id, repo_id)
        listed = {"id": name, "modelId": repo_id, "sha": COMMIT, "siblings": siblings}
        self._answer(200, {"Content-Type": "application/json"}, json.dumps(listed).encode())

    def _send(self, data: bytes, fault: Fault | None) -> None:
        start, end = 0, len(data)
        asked = self.headers.get("Range", "")
        is_part = bool(asked) and fault != "no range"
        if is_part:
            first, _, last = asked.removeprefix("bytes=").partition("-")
            start, end = int(first), min(int(last) + 1, len(data)) if last else len(data)
            if start >= len(data):
                self._answer(416, {})
                return
        body = data[start:end]
        if fault == "corrupt":
            body = body[:-1] + bytes([body[-1] ^ 1])
        if fault == "short":
            body = body[: len(body) // 2]
        if fault == "long":
            body += b"more"
        self.send_response(206 if is_part else 200)
        if is_part:
            stop = start + len(body)
            whole = stop if end == len(data) else len(data)
            self.send_header("Content-Range", f"bytes {start}-{stop - 1}/{whole}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if fault == "drop":
            body = body[: len(body) // 2]
            self.close_connection = True
        try:
            while body:
                size = self.hub.allowed(min(len(body), _PIECE))
                self.wfile.write(body[:size])
                body = body[size:]
        except OSError:
            self.close_connection = True


def described(name: str, data: bytes) -> dict[str, Any]:
    """A file as the hub lists it."""
    sibling: dict[str, Any] = {"rfilename": name, "size": len(data)}
    blob = data
    if name.endswith(LFS):
        sha256 = hashlib.sha256(data).hexdigest()
        sibling["lfs"] = {"sha256": sha256, "size": len(data), "pointerSize": 134}
        blob = f"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256}\n".encode()
    sibling["blobId"] = hashlib.sha1(b"blob %d\0" % len(blob) + blob).hexdigest()
    return sibling


@contextmanager
def serving() -> Iterator[HubOnLoopback]:
    """A hub that answers until the block ends."""
    hub = HubOnLoopback()
    handler = type("Handler", (_Handler,), {"hub": hub})
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), handler) for _ in range(2)]
    hub.endpoint = f"http://127.0.0.1:{servers[0].server_port}"
    hub.file_server = f"http://localhost:{servers[1].server_port}"
    # Else one that waits for a connection to be closed would be waited for.
    for server in servers:
        server.daemon_threads = True
    threads = [threading.Thread(target=server.serve_forever, args=(0.05,)) for server in servers]
    for thread in threads:
        thread.start()
    try:
        yield hub
    finally:
        hub.release()
        for server, thread in zip(servers, threads, strict=True):
            server.shutdown()
            thread.join()
            server.server_close()


def files_of(folder: Path) -> dict[str, bytes]:
    """A folder's files, as ``repos`` wants them."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
