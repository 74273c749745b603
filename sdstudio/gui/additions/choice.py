"""What the user adds to the model, what there is to choose from, and what of it fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sdstudio.additions import PARTS, ChosenAddition, Lora, Part, embedding_word, stands_in
from sdstudio.models.scanning import LibraryModel
from sdstudio.request import GenerationRequest, ModelInfo, SdstudioError

_UNKNOWN = ("", "other")
"""Families that fit all others: only the shapes will tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was read of a chosen file: its family, or why it cannot be used."""

    kind: str
    path: str
    family: str = ""
    error: SdstudioError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """What the next picture's request names."""

    loras: tuple[Lora, ...] = ()
    embeddings: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


class Choice:
    """All that was chosen, the LoRAs in their order. GUI thread only; tells nobody of changes.

    ``found`` is what lies in the folders that are looked through, ``info`` the model in use.
    What does not fit that model stays chosen: it is used again with one that it fits.
    """

    def __init__(self) -> None:
        self.all: tuple[ChosenAddition, ...] = ()
        self.found: tuple[LibraryModel, ...] = ()
        self.info: ModelInfo | None = None
        self._verdicts: Mapping[tuple[str, str], Verdict] = {}

    # -- what there is -----------------------------------------------------------------------

    def loras(self) -> tuple[ChosenAddition, ...]:
        """The LoRAs chosen, also those that are switched off."""
        return tuple(one for one in self.all if one.kind == "lora")

    def part(self, name: str) -> ChosenAddition | None:
        """What is in the place of the model's own part; None for that itself."""
        return next((one for one in self._used() if one.kind == name), None)

    def in_use(self) -> tuple[ChosenAddition, ...]:
        """The LoRAs and parts that the next picture is made with."""
        return tuple(one for one in self._used() if one.kind != "embedding")

    def misfits(self) -> tuple[ChosenAddition, ...]:
        """The LoRAs and parts that are switched on, and are not for the model in use."""
        return tuple(
            one
            for one in self.all
            if one.is_on and one.kind != "embedding" and not self.fits(one.kind, self.family(one))
        )

    def family(self, one: ChosenAddition) -> str:
        """That of the models it is for: as the file says, else that of when it was chosen."""
        verdict = self._verdicts.get((one.kind, one.path))
        told = "" if verdict is None else verdict.family
        return one.family if told in _UNKNOWN else told

    def error(self, one: ChosenAddition) -> SdstudioError | None:
        """Why it cannot be used with any model."""
        verdict = self._verdicts.get((one.kind, one.path))
        return None if verdict is None else verdict.error

    def takes(self, kind: str) -> bool:
        """Whether something of this kind can be added to the model in use."""
        info = self.info
        if info is None:
            return True
        if kind == "lora":
            return info.takes_loras
        return info.takes_embeddings if kind == "embedding" else kind in info.parts

    def fits(self, kind: str, family: str) -> bool:
        """Whether the model in use can work with it, as far as the families tell."""
        own = "" if self.info is None else self.info.family
        return self.takes(kind) and (family in _UNKNOWN or own in _UNKNOWN or family == own)

    def offered(self, name: str) -> tuple[LibraryModel, ...]:
        """What is found for the place of a part: of its kind, or a model of the family in use."""
        kinds = {"vae": ("vae", "checkpoint"), "unet": ("denoiser", "checkpoint")}
        family = "" if self.info is None else self.info.family
        in_use = "" if self.info is None else self.info.reference
        return tuple(
            model
            for model in self.found
            if model.reference != in_use
            and model.origin != "built in"
            and (model.family == family or (model.kind == "vae" and name == "vae"))
            and (model.kind == "pipeline" or model.kind in kinds.get(name, ()))
            and (model.complaint is None or model.kind not in ("pipeline", "checkpoint"))
        )

    def embeddings(self) -> dict[str, str]:
        """The files of the textual inversions that fit, by their words; those chosen lead."""
        found = [one for one in self.found if one.kind == "embedding"]
        pairs = [
            *((one.path, self.family(one)) for one in self.all if one.kind == "embedding"),
            *((str(one.path), one.family) for one in found),
        ]
        words: dict[str, str] = {}
        known: set[str] = set()
        for path, family in pairs:
            word = embedding_word(path)
            if word.casefold() not in known and self.fits("embedding", family):
                known.add(word.casefold())
                words[word] = path
        return words

    def requested(self, model: str, prompt: str, negative_prompt: str) -> Requested:
        """What the request of the next picture names, made with the model of this reference.

        Before that model is loaded, nobody can say what fits it: then all that is switched on.
        """
        embeddings = self.embeddings()
        used = tuple(self._used())
        if self.info is None or self.info.reference != model:
            used = tuple(one for one in self.all if one.is_on)
            embeddings |= {
                embedding_word(one.path): one.path for one in used if one.kind == "embedding"
            }
        return Requested(
            loras=tuple(Lora(one.path, one.weight) for one in used if one.kind == "lora"),
            embeddings=tuple(
                path
                for word, path in embeddings.items()
                if stands_in(word, prompt) or stands_in(word, negative_prompt)
            ),
            parts=tuple(Part(one.kind, one.path) for one in used if one.kind in PARTS),
        )

    def _used(self) -> Iterator[ChosenAddition]:
        return (one for one in self.all if one.is_on and self.fits(one.kind, self.family(one)))

    # -- changing it -------------------------------------------------------------------------

    def add(self, one: ChosenAddition) -> None:
        """Adds a LoRA or embedding at the end, or switches the one on that is there already."""
        known = next((each for each in self.all if _same(each, one)), None)
        if known is None:
            self.all = (*self.all, one)
        else:
            self.change(replace(one, family=one.family or known.family))

    def change(self, one: ChosenAddition) -> None:
        """Puts ``one`` in the place of what has its kind and path."""
        self.all = tuple(one if _same(each, one) else each for each in self.all)

    def remove(self, kind: str, path: str) -> None:
        """Takes something off."""
        self.all = tuple(one for one in self.all if (one.kind, one.path) != (kind, path))

    def move(self, path: str, by: int) -> None:
        """Moves a LoRA among the LoRAs, up for negative numbers."""
        loras = list(self.loras())
        at = next((index for index, one in enumerate(loras) if one.path == path), None)
        if at is not None and 0 <= at + by < len(loras):
            loras.insert(at + by, loras.pop(at))
            self.all = (*loras, *(one for one in self.all if one.kind != "lora"))

    def take_part(self, name: str, path: str, family: str = "") -> None:
        """Puts a part in the place of the model's own; an empty path brings that back.

        What was there is switched off; of other families' models nothing changes.
        """
        self.all = tuple(
            replace(one, is_on=False)
            if one.kind == name and self.fits(name, self.family(one))
            else one
            for one in self.all
        )
        if path:
            own = "" if self.info is None else self.info.family
            known = own if family in _UNKNOWN else family
            self.remove(name, path)
            self.all = (*self.all, ChosenAddition(kind=name, path=path, family=known))

    def take_request(self, request: GenerationRequest) -> None:
        """Puts back what a picture was made with; all else that was chosen is switched off."""
        wanted = [
            *(
                ChosenAddition(kind="lora", path=one.path, weight=one.weight)
                for one in request.loras
            ),
            *(ChosenAddition(kind="embedding", path=path) for path in request.embeddings),
            *(ChosenAddition(kind=one.name, path=one.path) for one in request.parts),
        ]
        families = {(one.kind, one.path): one.family for one in self.all}
        others = (
            replace(one, is_on=False)
            for one in self.all
            if not any(_same(one, each) for each in wanted)
        )
        self.all = (
            *(replace(one, family=families.get((one.kind, one.path), "")) for one in wanted),
            *others,
        )

    def take_model(self, info: ModelInfo) -> None:
        """Another model is in use; parts that were chosen for it before it was loaded are its."""
        self.info = info
        self.all = tuple(
            replace(one, family=info.family)
            if one.kind in PARTS and one.is_on and self.family(one) in _UNKNOWN
            else one
            for one in self.all
        )

    def take_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """What was read of the files, in the place of all that was known of them."""
        self._verdicts = {(one.kind, one.path): one for one in verdicts}


def _same(one: ChosenAddition, other: ChosenAddition) -> bool:
    return (one.kind, one.path) == (other.kind, other.path)
