"""What the model can be asked for: emoji concepts and their names in four languages.

Labels and keywords come from emojibase-data (MIT), one ``data.json`` per language.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from starter_model import RecipeError
from starter_model.colours import COLOUR_WORDS
from starter_model.storing import save_text

LANGUAGES = ("en", "ja", "ko", "zh")

# emojibase's groups: faces, people, animals, food, travel, activities, objects.
FACES, PEOPLE = 0, 1
GROUPS = frozenset({FACES, PEOPLE, 3, 4, 5, 6, 7})

# Left out of the full list: what differs from its neighbour by one detail that 128 pixels cannot
# show (clock faces, moon phases, envelopes), and signs rather than things.
TOO_ALIKE = re.compile(
    r"o.clock|-thirty|keycap|button|skin tone|family|couple|kiss:|holding hands|: |moon phase"
    r"|^(?:person|man|woman|men|women) |oncoming|waxing|waning|quarter moon|new moon|mailbox"
    r"|banknote|globe (?:with|showing (?:Europe|Asia))|map of|hourglass not|speaker|slash"
    r"|videocass|mobile phone with|low battery|magnifying glass tilted right|page|tray|ballot"
    r"|folder|card index|card file|notepad|calendar|chart|e-mail|envelope with|incoming"
    r"|linked|triangular|locked with|old key|hammer and|identification|placard|headstone"
    r"|coffin|funeral|railway car|light rail|metro|station|mountain railway|tram car|trolleybus"
    r"|minibus|love hotel|post office|bank$|departure|arrival|timer|mantelpiece|closed umbrella"
    r"|umbrella (?:with|on)|sun behind|cloud with|1st|2nd|3rd|softball|suit$|mahjong|flower playing"
    r"|paperclips|round pushpin|level slider|control knobs|pager|fax|trackball|floppy|dvd|cigarette"
)
DRAWABLE_FACES = frozenset(
    {
        *("grinning face", "face with tears of joy", "winking face", "thinking face"),
        *("smiling face with heart-eyes", "smiling face with sunglasses", "nerd face"),
        *("loudly crying face", "enraged face", "sleeping face", "cowboy hat face"),
        *("smiling face with horns", "smiling face with halo", "partying face", "cold face"),
        *("face with medical mask", "exploding head", "star-struck", "face screaming in fear"),
        *("neutral face", "frowning face", "hot face", "kissing face", "zany face", "skull"),
        *("pile of poo", "clown face", "ogre", "goblin", "ghost", "alien", "alien monster"),
        *("robot", "grinning cat", "smiling cat with heart-eyes", "see-no-evil monkey"),
        *("love letter", "heart with arrow", "heart with ribbon", "sparkling heart"),
        *("broken heart", "heart on fire", "red heart", "collision", "speech balloon"),
        *("hundred points", "upside-down face", "face with monocle"),
    }
)
# The suffix "face" that tells an animal's head from the whole animal.
FACE_SUFFIX = {"en": " face", "ja": "の顔", "ko": " 얼굴", "zh": "脸"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing. ``names`` maps a language to what it may be called, the usual name first."""

    hexcode: str
    label: str
    group: int
    names: Mapping[str, tuple[str, ...]]


def hexcode_key(hexcode: str) -> str:
    """The same sequence of code points whatever its case and its variation selectors."""
    return "-".join(part for part in hexcode.lower().split("-") if part != "fe0f")


def read_core(path: Path) -> dict[str, str]:
    """Label (lower case) to the English name people type, in the file's order."""
    core = {}
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            label, _, name = (part.strip() for part in line.partition("="))
            core[label.lower()] = (name or label).lower()
    return core


def _is_drawable(label: str, group: int) -> bool:
    if group == FACES:
        return label in DRAWABLE_FACES
    return group in GROUPS and not TOO_ALIKE.search(label)


def choose(
    emoji: Mapping[str, Sequence[Mapping[str, object]]],
    core: Mapping[str, str],
    *,
    available: Iterable[str],
    everything: bool,
) -> list[Concept]:
    """The concepts of a training: the core's, then with ``everything`` all others.

    ``emoji`` holds each language's parsed ``data.json``; ``available`` the hexcodes that have a
    picture. A keyword names a concept only if no other chosen concept has it: "animal" says too
    little.
    """
    pictured = {hexcode_key(each) for each in available}
    english = {
        str(entry["label"]).lower(): entry
        for entry in emoji["en"]
        if entry.get("group") in GROUPS and hexcode_key(str(entry["hexcode"])) in pictured
    }
    missing = [label for label in core if label not in english]
    if missing:
        raise RecipeError(f"The core list names what has no picture: {', '.join(missing)}")
    labels = list(core)
    if everything:
        labels += [
            label
            for label, entry in english.items()
            if label not in core and _is_drawable(label, int(str(entry["group"])))
        ]
    keys = [hexcode_key(str(english[label]["hexcode"])) for label in labels]
    called: dict[str, list[list[str]]] = {}
    for language in LANGUAGES:
        entries = {hexcode_key(str(each["hexcode"])): each for each in emoji[language]}
        called[language] = [_candidates(entries[key], language) for key in keys]
    for position, label in enumerate(labels):
        if (preferred := core.get(label)) is not None:
            others = [each for each in called["en"][position] if each != preferred]
            called["en"][position] = [preferred, *others]
    names = {language: _distinct(called[language]) for language in LANGUAGES}
    return [
        Concept(
            hexcode=keys[position],
            label=label,
            group=int(str(english[label]["group"])),
            names={language: names[language][position] for language in LANGUAGES},
        )
        for position, label in enumerate(labels)
    ]


def _candidates(entry: Mapping[str, object], language: str) -> list[str]:
    """The label without its "face", the label, the keywords; lower case, without repetition."""
    label = str(entry["label"]).lower()
    short = label.removesuffix(FACE_SUFFIX[language])
    tags = entry.get("tags", ())
    assert isinstance(tags, Sequence)
    keywords = (str(tag).lower() for tag in tags)
    # "orange" stays a colour; "c" and "ny" name nothing.
    words = [each for each in keywords if each not in COLOUR_WORDS and not _is_scrap(each)]
    return list(dict.fromkeys([short, label, *words]))


def _is_scrap(word: str) -> bool:
    return word.isascii() and len(word) < 3


def _distinct(called: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Each concept's usual name, and those of its other names that nothing else has."""
    frequency = Counter(name for names in called for name in set(names))
    usual = {names[0] for names in called}
    return [
        (
            names[0],
            *(name for name in names[1:] if frequency[name] == 1 and name not in usual),
        )
        for names in called
    ]


def write(concepts: Sequence[Concept], path: Path) -> None:
    """Keeps the list as JSON, for every later stage."""
    text = json.dumps([asdict(each) for each in concepts], ensure_ascii=False, indent=1)
    save_text(path, text + "\n")


def read(path: Path) -> list[Concept]:
    """What `write` wrote."""
    return [
        Concept(**{**each, "names": {key: tuple(value) for key, value in each["names"].items()}})
        for each in json.loads(path.read_text("utf-8"))
    ]
