"""Asking indexes of Python packages: torch's own for its CUDA builds, and PyPI for the rest."""

from __future__ import annotations

import io
import os
import platform
import ssl
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import httpx2
from packaging.utils import canonicalize_name

from sdstudio.acceleration.simple_page import Wheel, wheels_of_page
from sdstudio.models.fetching import Source
from sdstudio.models.hub_address import check_endpoint
from sdstudio.models.hub_errors import DownloadFailed, OfflineByChoice
from sdstudio.models.hub_selection import RemoteFile
from sdstudio.models.transfer import (
    GO_ON,
    PLAIN,
    TIMEOUT,
    USUAL_RETRIES,
    Body,
    Patience,
    Retries,
    Trouble,
    body_of,
    busy,
    connection_failed,
)
from sdstudio.request import Cancelled

TORCH_INDEX = "https://download.pytorch.org/whl"
TORCH_INDEX_VARIABLE = "SDSTUDIO_TORCH_INDEX"
"""The environment's address of torch's index, or of a mirror; ``/cu130`` and the like follow."""
PACKAGE_INDEX = "https://pypi.org/simple"
PACKAGE_INDEX_VARIABLE = "SDSTUDIO_PACKAGE_INDEX"
"""The same of what torch needs and its own index does not have."""

_FORMS = (
    "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, "
    "text/html;q=0.1"
)
_MOST_PAGE = 32 << 20
_MOST_METADATA = 4 << 20
_BLOCK = 1 << 16
"""Bytes that are asked for at once of a wheel that is looked into."""


class _Absent(Exception):
    """The index has no such page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageIndex:
    """Where wheels are asked for; an ``offline`` one is asked nothing and raises OfflineByChoice.

    Raises:
        InvalidRequest: an address is no web address.
    """

    torch_address: str = TORCH_INDEX
    package_address: str = PACKAGE_INDEX
    retries: Retries = USUAL_RETRIES
    offline: bool = False
    _trusted: ssl.SSLContext = field(
        default_factory=httpx2.create_ssl_context, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for address in (self.torch_address, self.package_address):
            check_endpoint(address)

    def listings(
        self, cuda: str, package: str, must_stop: Callable[[], bool]
    ) -> Iterator[tuple[Wheel, ...]]:
        """The wheels of a package: at torch's index for that CUDA, then at the other; may be none.

        Raises:
            DownloadFailed: an index could not be reached, or its answer makes no sense.
            Cancelled: ``must_stop`` answered true.
        """
        name = canonicalize_name(package)
        yield self._listed(f"{self.torch_address}/{cuda}/{name}/", must_stop)
        yield self._listed(f"{self.package_address}/{name}/", must_stop)

    def torch_wheels(self, cuda: str, must_stop: Callable[[], bool]) -> tuple[Wheel, ...]:
        """Those of torch itself, at its own index only: other indexes have other builds.

        Raises:
            DownloadFailed, Cancelled: see ``listings``.
        """
        return self._listed(f"{self.torch_address}/{cuda}/torch/", must_stop)

    def metadata(self, wheel: Wheel, must_stop: Callable[[], bool]) -> bytes:
        """A wheel's METADATA: the file beside it, or its part of the wheel, without the rest.

        Raises:
            DownloadFailed, Cancelled: see ``listings``.
        """
        if wheel.has_metadata:
            try:
                return self._read(f"{wheel.url}.metadata", _MOST_METADATA, {}, must_stop)
            except _Absent:
                pass
        try:
            # Through a buffer, since zipfile asks for few bytes at a time.
            raw = _RemoteBytes(partial(self._part, wheel.url, must_stop))
            with zipfile.ZipFile(io.BufferedReader(raw, _BLOCK)) as archive:
                name = next(
                    one.filename
                    for one in archive.infolist()
                    if one.filename.count("/") == 1
                    and one.filename.endswith(".dist-info/METADATA")
                    and one.file_size <= _MOST_METADATA
                )
                return archive.read(name)
        except (zipfile.BadZipFile, StopIteration, _Absent) as error:
            raise _nonsense(wheel.url) from error

    def size(self, wheel: Wheel, must_stop: Callable[[], bool]) -> int:
        """A wheel's bytes.

        Raises:
            DownloadFailed, Cancelled: see ``listings``.
        """
        if wheel.size is not None:
            return wheel.size
        try:
            return self._part(wheel.url, must_stop, 0, 1)[1]
        except _Absent as error:
            raise _nonsense(wheel.url) from error

    def source(self, wheel: Wheel, size: int) -> Source:
        """A wheel, to be fetched."""
        file = RemoteFile(name=wheel.name, size=size, sha256=wheel.sha256, git_sha1=None)
        return Source(file=file, opened=partial(self._opened_file, wheel), retries=self.retries)

    @contextmanager
    def _opened_file(self, wheel: Wheel, start: int) -> Iterator[Body]:
        try:
            headers = {"Range": f"bytes={start}-"} if start else {}
            with self._opened(wheel.url, headers) as response:
                yield body_of(response, wheel.name)
        except _Absent as error:
            raise DownloadFailed(
                "“{name}” is listed, but not there.", "Try again later.", name=wheel.name
            ) from error

    def _listed(self, address: str, must_stop: Callable[[], bool]) -> tuple[Wheel, ...]:
        try:
            page = self._read(address, _MOST_PAGE, {"Accept": _FORMS}, must_stop)
        except _Absent:
            return ()
        try:
            return wheels_of_page(page, address, platform.python_version())
        except (ValueError, RecursionError) as error:
            raise _nonsense(address) from error

    def _part(
        self, address: str, must_stop: Callable[[], bool], start: int, length: int
    ) -> tuple[bytes, int]:
        """Bytes from the middle of a file, and how long all of it is."""
        wanted = f"bytes={start}-{start + length - 1}"
        patience = Patience(self.retries, must_stop)
        while True:
            try:
                with self._opened(address, {"Range": wanted}) as response:
                    body = body_of(response, address.rpartition("/")[2])
                    if body.total is None or (response.status_code != 206 and body.total > _BLOCK):
                        raise DownloadFailed(
                            "{endpoint} sends whole files only, so nobody can say what would be "
                            "fetched.",
                            "Use another index; see the documentation of the GPU.",
                            endpoint=address,
                        )
                    data = b"".join(body.chunks)
                if response.status_code != 206:
                    data = data[start : start + length]
                return data, body.total
            except Trouble as trouble:
                patience.wait(trouble)

    def _read(
        self,
        address: str,
        most: int,
        headers: Mapping[str, str],
        must_stop: Callable[[], bool],
    ) -> bytes:
        patience = Patience(self.retries, must_stop)
        while True:
            try:
                with self._opened(address, headers) as response:
                    data = bytearray()
                    for chunk in response.iter_bytes():
                        data += chunk
                        if must_stop():
                            raise Cancelled
                        if len(data) > most:
                            raise _nonsense(address)
                    return bytes(data)
            except Trouble as trouble:
                patience.wait(trouble)

    @contextmanager
    def _opened(self, address: str, headers: Mapping[str, str]) -> Iterator[httpx2.Response]:
        if self.offline:
            raise OfflineByChoice(
                "You are offline by choice: nothing is asked of {endpoint}.",
                "Go online among the library's settings, or by “sdstudio models offline off”.",
                endpoint=self.torch_address,
            )
        try:
            with httpx2.stream(
                "GET",
                address,
                headers={**PLAIN, **headers},
                timeout=TIMEOUT,
                follow_redirects=True,
                verify=self._trusted,
            ) as response:
                status = response.status_code
                if status not in (200, 206):
                    trouble = busy(address, response)
                    if trouble is not None:
                        raise trouble
                    # Torch's index answers 403 where there is nothing.
                    if status in (403, 404):
                        raise _Absent
                    raise DownloadFailed(
                        "{endpoint} refused the download (its answer was {status}).",
                        GO_ON,
                        endpoint=address,
                        status=status,
                    )
                yield response
        except httpx2.HTTPError as error:
            raise connection_failed(address, error) from error


def usual_index(offline: bool, environment: Mapping[str, str] = os.environ) -> PackageIndex:
    """The indexes that the environment names, else the official ones.

    Raises:
        InvalidRequest: an address is no web address.
    """
    return PackageIndex(
        torch_address=(environment.get(TORCH_INDEX_VARIABLE) or TORCH_INDEX).rstrip("/"),
        package_address=(environment.get(PACKAGE_INDEX_VARIABLE) or PACKAGE_INDEX).rstrip("/"),
        offline=offline,
    )


class _RemoteBytes(io.RawIOBase):
    """A file at a server, read in pieces, as zipfile wants it."""

    def __init__(self, part: Callable[[int, int], tuple[bytes, int]]) -> None:
        super().__init__()
        self._part = part
        self._position = 0
        self._size = part(0, 1)[1]

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        self._position = max(start + offset, 0)
        return self._position

    def readinto(self, buffer: Any) -> int:
        length = min(len(buffer), self._size - self._position)
        if length <= 0:
            return 0
        data = self._part(self._position, length)[0][:length]
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


def _nonsense(address: str) -> DownloadFailed:
    return DownloadFailed(
        "The answer of {endpoint} makes no sense.",
        "Check the address of the index.",
        endpoint=address,
    )
