"""``sdstudio models download``: a model of the Hugging Face hub, on the command line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from sdstudio.models.hub_folders import model_folder
from sdstudio.models.library_settings import load_library
from sdstudio.models.recommended import present_name
from sdstudio.paths import Paths
from sdstudio.request import InvalidRequest

if TYPE_CHECKING:
    from sdstudio.models.hub import DownloadProgress

_MOST_TOKEN = 4096
"""Bytes of a token file that are read."""
_TOLD = "download a model of the Hugging Face hub, or go on with a download"


def add_download(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
) -> None:
    """Adds ``download`` to the ``models`` commands; ``shared`` is what all commands take."""
    parser = commands.add_parser("download", parents=[shared], help=_TOLD, description=_TOLD)
    parser.add_argument("repo_id", metavar="OWNER/NAME", help="the model's name on the hub")
    parser.add_argument(
        "--variant",
        choices=("fp16", "none"),
        default="fp16",
        help="half precision where there is one, or full precision (default: %(default)s)",
    )
    parser.add_argument(
        "--endpoint",
        metavar="URL",
        help="the hub or a mirror of it (default: that of “sdstudio models endpoint”)",
    )
    parser.add_argument(
        "--token-file",
        type=Path,
        metavar="FILE",
        help="a file with your token, for models that need one",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run_download(
    arguments: argparse.Namespace,
    paths: Paths,
    say: Callable[[str], None],
    must_stop: Callable[[], bool],
) -> str:
    """Downloads what the arguments name; the text to print. ``say`` is told what goes to stderr.

    Raises:
        SdstudioError: one of the known failures.
        Cancelled: ``must_stop`` answered true; the next download goes on from there.
    """
    # Here, so that the other commands do not wait for the hub's client to be imported.
    from sdstudio.models.hub import download, plan_download
    from sdstudio.models.hub_access import usual_hub

    repo_id = present_name(arguments.repo_id)
    folder = model_folder(paths.models, repo_id)
    if folder.is_dir():
        say(f"“{repo_id}” is there already.")
        return _told(arguments, folder, None)
    library, _ = load_library(paths)
    hub = usual_hub(library, arguments.endpoint, _token(arguments.token_file))
    variant = None if arguments.variant == "none" else arguments.variant
    plan = plan_download(hub, repo_id, variant, must_stop)
    say(f"{repo_id}: {plan.total_bytes / 1e6:,.1f} MB in {len(plan.files)} files")
    with tqdm(
        total=plan.total_bytes,
        unit="B",
        unit_scale=True,
        file=sys.stderr,
        disable=None,  # silent where stderr is no terminal
        leave=False,
    ) as bar:

        def show(progress: DownloadProgress) -> None:
            bar.set_description(progress.file, refresh=False)
            bar.update(progress.done_bytes - bar.n)

        folder = download(hub, plan, paths.models, show, must_stop)
    return _told(
        arguments,
        folder,
        {
            "commit": plan.listing.commit,
            "bytes": plan.total_bytes,
            "files": [file.name for file in plan.files],
        },
    )


def _told(arguments: argparse.Namespace, folder: Path, come: dict[str, object] | None) -> str:
    if not arguments.json:
        return str(folder)
    about = {"path": str(folder), "repo_id": arguments.repo_id, "downloaded": come}
    return json.dumps(about, ensure_ascii=False, indent=2)


def _token(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            token = file.read(_MOST_TOKEN).decode("ascii").strip()
    except (OSError, ValueError):
        token = ""
    if not token or len(token.split()) != 1:
        raise InvalidRequest(
            "“{path}” holds no token.", "Give a file with the token and nothing else.", path=path
        )
    return token
