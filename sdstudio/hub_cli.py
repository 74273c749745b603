"""``sdstudio models search``, ``token``, ``endpoint`` and ``offline``: the hub and its use."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from dataclasses import asdict, replace

from sdstudio.models.hub_address import OFFICIAL, check_endpoint, chosen_endpoint
from sdstudio.models.hub_token import forget_token, store_token, token_place
from sdstudio.models.library_settings import LibrarySettings, load_library, update_library
from sdstudio.models.recommended import recommended_models
from sdstudio.paths import Paths
from sdstudio.printing import json_text, size, table

HUB_COMMANDS = ("search", "token", "endpoint", "offline")

_MOST_TOKEN = 8192
_PLACES = {
    "keyring": "The keyring has a token for {endpoint}.",
    "nowhere": "The keyring has no token for {endpoint}.",
    "no keyring": "This system has no keyring that can be used; see --token-file of “download”.",
}


def add_hub(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
) -> None:
    """Adds these to the ``models`` commands; ``shared`` is what all commands take."""

    def add(name: str, told: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, parents=[shared], help=told, description=told)

    searching = add("search", "look for models on the hub; without words, those of the tutorials")
    searching.add_argument("words", nargs="*", metavar="WORD")
    searching.add_argument("--limit", type=int, default=20, help="models (default: %(default)s)")
    searching.add_argument("--endpoint", metavar="URL", help="another hub than usual")
    searching.add_argument("--json", action="store_true", help="print one JSON document")
    token = add("token", "keep your token for a hub in the system's keyring")
    # Never an argument: those can be seen by others, and are kept in the shell's history.
    token.add_argument("deed", choices=("set", "forget", "status"), help="set reads it from stdin")
    token.add_argument("--endpoint", metavar="URL", help="another hub than usual")
    endpoint = add("endpoint", "which hub is used, the official one or a mirror")
    endpoint.add_argument("address", nargs="?", metavar="URL", help="an address, or “default”")
    offline = add("offline", "whether any hub is asked anything")
    offline.add_argument("switch", nargs="?", choices=("on", "off"))


def asked_of_hub(arguments: argparse.Namespace, paths: Paths, must_stop: Callable[[], bool]) -> str:
    """Does what the arguments ask for; the text to print.

    Raises:
        SdstudioError: one of the known failures.
        Cancelled: ``must_stop`` said so.
    """
    library, _ = load_library(paths)
    if arguments.what == "search":
        return _search(arguments, library, must_stop)
    if arguments.what == "token":
        return _token(arguments, library)
    if arguments.what == "endpoint":
        return _endpoint(arguments.address, library, paths)
    return _offline(arguments.switch, library, paths)


def _search(
    arguments: argparse.Namespace, library: LibrarySettings, must_stop: Callable[[], bool]
) -> str:
    if not arguments.words:
        known = recommended_models()
        if arguments.json:
            return _document([asdict(model) for model in known])
        rows = [("OWNER/NAME", "FAMILY", "DOWNLOAD", "LICENCE", "TOKEN", "GOOD FOR")]
        rows += [
            (
                model.repo_id,
                model.family,
                size(model.download_bytes),
                model.licence,
                "needed" if model.is_gated else "",
                model.purpose,
            )
            for model in known
        ]
        return "\n".join(table(rows))
    # Here, so that the other commands do not wait for the hub's client to be imported.
    from sdstudio.models.hub_access import usual_hub
    from sdstudio.models.hub_search import search_models

    hub = usual_hub(library, arguments.endpoint)
    found = search_models(hub, " ".join(arguments.words), arguments.limit, must_stop)
    if arguments.json:
        return _document([asdict(model) | {"is_supported": model.is_supported} for model in found])
    if not found:
        return "Nothing was found."
    rows = [("OWNER/NAME", "PIPELINE", "DOWNLOADS", "LICENCE", "TOKEN", "")]
    rows += [
        (
            model.repo_id,
            model.pipeline_class or "?",
            str(model.downloads),
            model.licence or "?",
            "needed" if model.is_gated else "",
            "not run by this version" if model.is_supported is False else "",
        )
        for model in found
    ]
    return "\n".join(table(rows))


def _document(models: list[dict[str, object]]) -> str:
    return json_text({"models": models})


def _token(arguments: argparse.Namespace, library: LibrarySettings) -> str:
    endpoint = chosen_endpoint(arguments.endpoint, library)
    if arguments.deed == "set":
        if sys.stdin.isatty():
            token = getpass.getpass(f"Token for {endpoint}: ")
        else:
            token = sys.stdin.readline(_MOST_TOKEN)
        store_token(endpoint, token)
        return f"The keyring keeps the token for {endpoint}."
    if arguments.deed == "forget":
        if forget_token(endpoint):
            return f"The token for {endpoint} is forgotten."
        return f"There was no token for {endpoint}."
    return _PLACES[token_place(endpoint)].format(endpoint=endpoint)


def _endpoint(address: str | None, library: LibrarySettings, paths: Paths) -> str:
    if address is not None:
        chosen = "" if address == "default" else check_endpoint(address.rstrip("/"))
        endpoint = "" if chosen == OFFICIAL else chosen
        library = update_library(paths, lambda now: replace(now, endpoint=endpoint))
    return chosen_endpoint(None, library)


def _offline(switch: str | None, library: LibrarySettings, paths: Paths) -> str:
    if switch is not None:
        library = update_library(paths, lambda now: replace(now, offline=switch == "on"))
    if library.offline:
        return "Offline: no hub is asked anything."
    return "Online: models can be searched and downloaded."
