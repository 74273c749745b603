"""Small stand-ins for torch's wheels and for the indexes that have them."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import random
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from sdstudio.acceleration.cards import Card, Cards
from sdstudio.acceleration.package_index import PackageIndex
from sdstudio.models.transfer import Retries
from sdstudio.torch_build import public_version, shipped_version
from tests.models.hub_server import HubOnLoopback

AT_ONCE = Retries(attempts=3, first_pause=0.0)
TORCH = public_version(shipped_version(Path("/nowhere")))
CARDS = Cards(
    driver="580.95.05", cards=(Card(name="Stand-in 4060", memory=8 << 30, capability=(8, 9)),)
)

WORKING = """
class Tensor:
    def flatten(self): return self
    def __matmul__(self, other): return self
    def __float__(self): return 2592.0

class cuda:
    is_available = staticmethod(lambda: True)
    synchronize = staticmethod(lambda: None)
    get_device_name = staticmethod(lambda number: "Stand-in 4060")

class nn:
    class functional:
        conv2d = staticmethod(lambda values, weights: values)

float16 = None
def ones(*shape, **how): return Tensor()
"""
"""What stands in for torch: just enough for the trial."""
WITHOUT_CARD = WORKING.replace("lambda: True", "lambda: False")
ABORTING = "import os\nos.abort()\n"
NOT_IMPORTABLE = "raise ImportError('libcublas.so.13: cannot open shared object file')\n"


def never() -> bool:
    return False


def ignored(_progress: object) -> None:
    pass


def a_wheel(
    name: str,
    version: str,
    files: Mapping[str, bytes],
    requires: Sequence[str] = (),
    *,
    unlisted: Mapping[str, bytes] | None = None,
    changed: Mapping[str, bytes] | None = None,
    mode: int = 0o644,
) -> bytes:
    """A wheel; ``unlisted`` files are not in its list, ``changed`` ones differ from it."""
    information = f"{name.replace('-', '_')}-{version}.dist-info"
    lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in requires)]
    extras = {one.rpartition("extra == ")[2].strip("'\"") for one in requires if "extra ==" in one}
    lines += [f"Provides-Extra: {extra}" for extra in sorted(extras)]
    every = {
        **files,
        f"{information}/METADATA": ("\n".join(["Metadata-Version: 2.1", *lines]) + "\n").encode(),
        f"{information}/WHEEL": b"Wheel-Version: 1.0\nTag: py3-none-any\n",
    }
    record = [
        f"{path},sha256={checksum(data).decode('ascii')},{len(data)}"
        for path, data in every.items()
    ]
    every[f"{information}/RECORD"] = "\n".join([*record, f"{information}/RECORD,,", ""]).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in {**every, **(unlisted or {}), **(changed or {})}.items():
            entry = zipfile.ZipInfo(path)
            entry.external_attr = (0o100000 | mode) << 16
            archive.writestr(entry, data)
    return packed.getvalue()


def checksum(data: bytes) -> bytes:
    """As a wheel's list spells it."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=")


def add_html(server: HubOnLoopback, place: str, wheels: Mapping[str, bytes]) -> None:
    """Adds a package to an index as PEP 503 has it, without sizes."""
    links = []
    for name, data in wheels.items():
        server.pages[f"{place}files/{name}"] = data
        quoted = name.replace("+", "%2B")
        digest = hashlib.sha256(data).hexdigest()
        links.append(f'<a href="files/{quoted}#sha256={digest}">{name}</a><br/>')
    server.pages[place] = f"<!DOCTYPE html><html><body>{''.join(links)}</body></html>".encode()


def add_json(server: HubOnLoopback, place: str, wheels: Mapping[str, bytes]) -> None:
    """Adds a package to an index as PEP 691 has it, with sizes and metadata beside the wheels."""
    files = []
    for name, data in wheels.items():
        server.pages[f"{place}files/{name}"] = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inner = next(one for one in archive.namelist() if one.endswith("/METADATA"))
            server.pages[f"{place}files/{name}.metadata"] = archive.read(inner)
        digest = hashlib.sha256(data).hexdigest()
        files.append(
            {
                "filename": name,
                "url": f"files/{name}",
                "hashes": {"sha256": digest},
                "size": len(data),
                "core-metadata": True,
            }
        )
    page = {"meta": {"api-version": "1.1"}, "name": "x", "files": files}
    server.pages[place] = json.dumps(page).encode()


def index_of(server: HubOnLoopback, *, offline: bool = False) -> PackageIndex:
    """The indexes that the server stands in for."""
    return PackageIndex(
        torch_address=f"{server.endpoint}/whl",
        package_address=f"{server.endpoint}/simple",
        retries=AT_ONCE,
        offline=offline,
    )


def fill(server: HubOnLoopback, torch: str = WORKING, weight: int = 100_000) -> None:
    """Fills the indexes with a build for cu130 and what it needs, as torch's are.

    ``torch`` is the source of the package, ``weight`` the bytes of its library.
    """
    # Noise: what can be compressed would come at once.
    library = random.Random(0).randbytes(weight)
    name = f"torch-{TORCH}+cu130-py3-none-any.whl"
    wheel = a_wheel(
        "torch",
        f"{TORCH}+cu130",
        {"torch/__init__.py": torch.encode(), "torch/lib/libtorch_cuda.so": library},
        (
            "filelock",
            "sympy>=1.13.3",
            'cuda-toolkit[cudart,cublas]==13.0.3; platform_system != "Atari"',
            "nvidia-cudnn-cu13==9.20.0.48",
            "triton==3.7.1",
            'colours; extra == "more"',
        ),
    )
    add_html(
        server,
        "/whl/cu130/torch/",
        {
            f"torch-{TORCH}+cu130-cp399-cp399-win_arm64.whl": b"another system's",
            "torch-0.0.1+cu130-py3-none-any.whl": b"another version",
            name: wheel,
        },
    )
    toolkit = a_wheel(
        "cuda-toolkit",
        "13.0.3.0",
        {},
        (
            "nvidia-cublas==13.1.1.3.*; extra == 'cublas'",
            "nvidia-cuda-nvrtc==13.0.88.*; extra == 'cublas'",
            "nvidia-cuda-runtime==13.0.96.*; extra == 'cudart'",
            "nvidia-npp==13.0.1.2.*; extra == 'npp'",
        ),
    )
    add_json(server, "/simple/cuda-toolkit/", {"cuda_toolkit-13.0.3.0-py3-none-any.whl": toolkit})
    for package, version in (
        ("nvidia-cublas", "13.1.1.3"),
        ("nvidia-cuda-nvrtc", "13.0.88"),
        ("nvidia-cuda-runtime", "13.0.96"),
        ("nvidia-cudnn-cu13", "9.20.0.48"),
    ):
        stem = package.replace("-", "_")
        files = {f"nvidia/{stem}/lib/lib{stem}.so.13": package.encode() * 500}
        data = a_wheel(package, version, files)
        newer = a_wheel(package, "99.0", files)
        wheels = {
            f"{stem}-{version}-py3-none-any.whl": data,
            f"{stem}-99.0-py3-none-any.whl": newer,
        }
        # Torch's own index has some of them, and PyPI the others.
        if package == "nvidia-cublas":
            add_html(server, f"/whl/cu130/{package}/", wheels)
        else:
            add_html(server, f"/whl/cu130/{package}/", {f"{stem}-0.1-py3-none-any.whl": b"old"})
            add_json(server, f"/simple/{package}/", wheels)
