"""``sdstudio models download``: a model of the Hugging Face hub, on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from sdstudio.models.hub_folders import discard_download, model_folder, unfinished_downloads
from sdstudio.models.library_settings import load_library
from sdstudio.models.recommended import present_name
from sdstudio.paths import Paths
from sdstudio.printing import byte_bar, json_text, size, table
from sdstudio.request import InvalidRequest

if TYPE_CHECKING:
    from sdstudio.models.download_progress import DownloadProgress

_MOST_TOKEN = 4096
"""Bytes of a token file that are read."""
DOWNLOAD_COMMANDS = ("download", "downloads", "discard")


def add_download(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
) -> None:
    """Adds these to the ``models`` commands; ``shared`` is what all commands take."""

    def add(name: str, told: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[shared], help=told, description=told)

    unfinished = add("downloads", "the downloads that are not finished")
    unfinished.add_argument("--json", action="store_true", help="print one JSON document")
    discarding = add("discard", "delete what has come of a download that is not finished")
    discarding.add_argument("repo_id", metavar="OWNER/NAME", help="the model's name on the hub")
    parser = add("download", "download a model of the Hugging Face hub, or go on with a download")
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
    """Does what the arguments ask for; the text to print. ``say`` is told what goes to stderr.

    Raises:
        SdstudioError: one of the known failures.
        Cancelled: ``must_stop`` answered true; the next download goes on from there.
    """
    if arguments.what == "downloads":
        return _unfinished(paths, as_json=arguments.json)
    if arguments.what == "discard":
        discard_download(paths.models, arguments.repo_id)
        return f"The download of “{arguments.repo_id}” is discarded."
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
    if plan.listing.repo_id != arguments.repo_id:
        say(f"“{arguments.repo_id}” is called “{plan.listing.repo_id}” now.")
    say(f"{repo_id}: {plan.total_bytes / 1e6:,.1f} MB in {len(plan.files)} files")
    with byte_bar() as move:

        def show(progress: DownloadProgress) -> None:
            move(progress.done_bytes, plan.total_bytes, _doing(progress))

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


def _doing(progress: DownloadProgress) -> str:
    if progress.retry_in is not None:
        return f"{progress.file}, again in {progress.retry_in:.0f} s"
    return f"{progress.file}, checked" if progress.checking else progress.file


def _unfinished(paths: Paths, *, as_json: bool) -> str:
    found = unfinished_downloads(paths.models)
    if as_json:
        downloads = [asdict(one) | {"folder": str(one.folder)} for one in found]
        return json_text({"downloads": downloads})
    if not found:
        return "There are no unfinished downloads."
    rows = [("OWNER/NAME", "THERE", "OF", "")]
    rows += [
        (
            one.repo_id,
            size(one.done_bytes),
            "?" if one.total_bytes is None else size(one.total_bytes),
            "running" if one.is_running else "stopped",
        )
        for one in found
    ]
    return "\n".join(table(rows))


def _told(arguments: argparse.Namespace, folder: Path, come: dict[str, object] | None) -> str:
    if not arguments.json:
        return str(folder)
    about = {"path": str(folder), "repo_id": arguments.repo_id, "downloaded": come}
    return json_text(about)


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
