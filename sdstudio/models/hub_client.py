"""Talking to the Hugging Face hub, or to a mirror of it: a sentence for each way it can fail."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import quote

import httpx2
from huggingface_hub import HfApi, get_session
from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

from sdstudio.models.fetching import Source
from sdstudio.models.hub_address import OFFICIAL, check_endpoint, is_unencrypted
from sdstudio.models.hub_errors import AccessDenied, DownloadFailed, OfflineByChoice
from sdstudio.models.hub_selection import RemoteFile, check_repo_id, remote_file
from sdstudio.models.hub_token import check_token
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
    wrong_length,
)
from sdstudio.request import Cancelled, InvalidRequest, ModelNotFound

_GATED = "GatedRepo"
_NO_REPOSITORY = "RepoNotFound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files of a repository at one commit, by their names."""

    repo_id: str
    commit: str
    files: dict[str, RemoteFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A hub and how it is spoken to. The token is shown in no log and no message.

    One that is ``offline`` is asked nothing: whatever would connect to it raises OfflineByChoice.

    Raises:
        InvalidRequest: the endpoint is no web address, the token can be none, or it would travel
            unencrypted.
    """

    endpoint: str = OFFICIAL
    token: str | None = field(default=None, repr=False)
    retries: Retries = USUAL_RETRIES
    offline: bool = False

    def __post_init__(self) -> None:
        check_endpoint(self.endpoint)
        if self.token:
            check_token(self.token)
        if self.token and is_unencrypted(self.endpoint):
            raise InvalidRequest(
                "The token would travel unencrypted to “{endpoint}”.",
                "Use an https address, or no token.",
                endpoint=self.endpoint,
            )

    def listing(self, repo_id: str, must_stop: Callable[[], bool]) -> Listing:
        """What the repository holds now, under the name that it has now. Waits for the network.

        Raises:
            ModelNotFound, AccessDenied, DownloadFailed: the hub has said no, or nothing.
            UnsafeModel: a name leaves the folder.
            Cancelled: ``must_stop`` answered true.
        """
        patience = Patience(self.retries, must_stop)
        api = HfApi(endpoint=self.endpoint, token=self.token or False)
        while True:
            try:
                with self._speaking(repo_id):
                    info = api.model_info(repo_id, files_metadata=True, timeout=20.0)
                break
            except Trouble as trouble:
                patience.wait(trouble)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise self._nonsense() from error
        commit = info.sha
        if not isinstance(commit, str) or not re.fullmatch(r"[0-9a-f]{7,64}", commit):
            raise self._nonsense()
        files = {}
        for sibling in info.siblings or ():
            lfs = sibling.lfs
            one = remote_file(
                repo_id,
                sibling.rfilename,
                sibling.size if lfs is None else lfs.size,
                None if lfs is None else lfs.sha256,
                sibling.blob_id,
            )
            files[one.name] = one
        return Listing(repo_id=self._present_name(info.id, repo_id), commit=commit, files=files)

    def answer(
        self,
        path: str,
        params: Mapping[str, str | int | Sequence[str]],
        most: int,
        must_stop: Callable[[], bool],
    ) -> Any:
        """The JSON that the hub's API has at ``path``, of at most ``most`` bytes.

        Raises:
            AccessDenied, DownloadFailed: the hub has said no, nothing, or no JSON.
            Cancelled: ``must_stop`` answered true.
        """
        patience = Patience(self.retries, must_stop)
        while True:
            try:
                with (
                    self._speaking(""),
                    get_session().stream(
                        "GET",
                        f"{self.endpoint}{path}",
                        params=params,
                        headers=self._headers(),
                        timeout=TIMEOUT,
                        follow_redirects=True,
                    ) as response,
                ):
                    if response.status_code != 200:
                        raise self._refusal(response, "", "")
                    data = bytearray()
                    for chunk in response.iter_bytes():
                        data += chunk
                        if must_stop():
                            raise Cancelled
                        if len(data) > most:
                            raise self._nonsense()
                return json.loads(data)
            except Trouble as trouble:
                patience.wait(trouble)
            except (ValueError, RecursionError) as error:
                raise self._nonsense() from error

    @contextmanager
    def opened(self, listing: Listing, name: str, start: int = 0) -> Iterator[Body]:
        """A file's bytes from ``start`` on, or from 0 where the hub does not do that.

        Raises:
            Trouble: here or while the bytes are read; asking again may help.
            ModelNotFound, AccessDenied, DownloadFailed: the hub has said no.
        """
        headers = self._headers() | PLAIN
        if start:
            headers["Range"] = f"bytes={start}-"
        url = f"{self.endpoint}/{listing.repo_id}/resolve/{listing.commit}/{quote(name)}"
        with (
            self._speaking(listing.repo_id),
            get_session().stream(
                "GET", url, headers=headers, timeout=TIMEOUT, follow_redirects=True
            ) as response,
        ):
            if response.status_code not in (200, 206):
                raise self._refusal(response, listing.repo_id, name)
            yield body_of(response, name)

    def source(self, listing: Listing, file: RemoteFile) -> Source:
        """A file of a listing, to be fetched."""
        return Source(
            file=file, opened=partial(self.opened, listing, file.name), retries=self.retries
        )

    def _headers(self) -> dict[str, str]:
        # Not passed on when the hub redirects to another host.
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def _present_name(self, said: object, repo_id: str) -> str:
        """What the hub calls the repository: another name than was asked for, if it was renamed."""
        try:
            return repo_id if said is None else check_repo_id(str(said))
        except InvalidRequest as error:
            raise self._nonsense() from error

    @contextmanager
    def _speaking(self, repo_id: str) -> Iterator[None]:
        if self.offline:
            raise OfflineByChoice(
                "You are offline by choice: nothing is asked of {endpoint}.",
                "Go online among the library's settings, or by “sdstudio models offline off”.",
                endpoint=self.endpoint,
            )
        try:
            yield
        except OfflineModeIsEnabled as error:
            raise OfflineByChoice(
                "Nothing is downloaded: the variable HF_HUB_OFFLINE is set.",
                "Unset it to download models.",
            ) from error
        except HfHubHTTPError as error:
            raise self._refusal(error.response, repo_id, "") from error
        except httpx2.HTTPError as error:
            raise connection_failed(self.endpoint, error) from error

    def _refusal(self, response: httpx2.Response, repo_id: str, name: str) -> Exception:
        status = response.status_code
        code = response.headers.get("X-Error-Code", "")
        values = {"repo_id": repo_id, "endpoint": self.endpoint, "name": name, "status": status}
        trouble = busy(self.endpoint, response)
        if trouble is not None:
            return trouble
        if not repo_id and (status != 401 or not self.token):
            return DownloadFailed(
                "{endpoint} did not answer the question (its answer was {status}).",
                "Check the address of the hub.",
                **values,
            )
        if status in (401, 404) and (code == _NO_REPOSITORY or (status == 404 and not name)):
            return ModelNotFound(
                "There is no model “{repo_id}” at {endpoint}, or it is private.",
                "Check its name. A private model needs a token that may read it.",
                **values,
            )
        if status == 403 or code == _GATED:
            return AccessDenied(
                "“{repo_id}” is gated: its makers want you to agree to their terms.",
                "Agree to them at {endpoint}/{repo_id}, then use a token of the same account.",
                **values,
            )
        if status == 401 and self.token:
            return AccessDenied(
                "{endpoint} does not accept the token.", "Make a new token there.", **values
            )
        if status == 401:
            return AccessDenied(
                "“{repo_id}” can only be downloaded with a token.",
                "Make one in your account's settings at {endpoint}.",
                **values,
            )
        if status == 404:
            return DownloadFailed(
                "“{name}” of “{repo_id}” is listed, but not there.", "Try again later.", **values
            )
        if status == 416:
            return Trouble(wrong_length(name))
        return DownloadFailed(
            "{endpoint} refused the download (its answer was {status}).", GO_ON, **values
        )

    def _nonsense(self) -> DownloadFailed:
        return DownloadFailed(
            "The answer of {endpoint} makes no sense.",
            "Check the address of the hub.",
            endpoint=self.endpoint,
        )
