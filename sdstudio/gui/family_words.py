"""What is said of each picture of a family tree."""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from sdstudio.gallery.family import Relative
from sdstudio.gui.numbers import brief, date_and_time
from sdstudio.gui.queue_model import prompt_line, settings_line
from sdstudio.request import SCHEDULERS, GalleryItem, GenerationRequest

translate = QCoreApplication.translate

_COMMON = 24
"""Characters of a changed prompt that may be shown although they did not change."""


def changes(parent: GenerationRequest, child: GenerationRequest) -> str:
    """What a branch has other than its parent, on one line; the prompt last, as it may be long."""
    found: list[str] = []
    if child.model != parent.model:
        name = PurePath(child.model).name or child.model
        found.append(translate("FamilyWords", "model {name}").format(name=name))
    if child.guidance_scale != parent.guidance_scale:
        found.append(
            translate("FamilyWords", "guidance {before} → {after}").format(
                before=brief(parent.guidance_scale), after=brief(child.guidance_scale)
            )
        )
    if child.scheduler != parent.scheduler:
        found.append(SCHEDULERS[child.scheduler])
    if child.num_inference_steps != parent.num_inference_steps:
        found.append(translate("FamilyWords", "%Ln step(s)", "", child.num_inference_steps))
    if (child.width, child.height) != (parent.width, parent.height):
        found.append(f"{child.width} × {child.height}")
    if child.fresh_noise:
        found.append(translate("FamilyWords", "fresh noise"))
    elif child.seed != parent.seed:
        found.append(translate("FamilyWords", "seed {seed}").format(seed=child.seed))
    before, after = _one_line(parent.prompt), _one_line(child.prompt)
    if after != before:
        text = translate("FamilyWords", "prompt: “{text}”").format(text=_from_change(before, after))
        found.append(text if after else translate("FamilyWords", "no prompt"))
    before, after = _one_line(parent.negative_prompt), _one_line(child.negative_prompt)
    if after != before:
        text = translate("FamilyWords", "negative prompt: “{text}”").format(
            text=_from_change(before, after)
        )
        found.append(text if after else translate("FamilyWords", "no negative prompt"))
    return " · ".join(found) or translate("FamilyWords", "same settings")


def title(relative: Relative, item: GalleryItem | None, parent: GenerationRequest | None) -> str:
    """A relative's first line: its prompt, or what it changed; ``item`` is None when deleted.

    ``parent`` is the request of the relative above, None where there is none or it is not known.
    """
    if item is None:
        return translate("FamilyWords", "(deleted picture)")
    request = relative.request
    if request is None:
        return item.path.name
    if not relative.depth or parent is None:
        return prompt_line(request)
    # A step kept as a picture goes on with nothing, so it can have changed nothing.
    if item.kept_step is not None and item.kept_step == relative.from_step:
        return translate("FamilyWords", "kept step {step}").format(step=item.kept_step)
    return changes(parent, request)


def detail(relative: Relative, item: GalleryItem | None) -> str:
    """A relative's second line: the step it begins at, and when it was made."""
    parts: list[str] = []
    if relative.depth:
        parts.append(translate("FamilyWords", "step {step}").format(step=relative.from_step))
    elif relative.request is not None:
        parts.append(
            translate("FamilyWords", "%Ln step(s)", "", relative.request.num_inference_steps)
        )
    if item is not None:
        if item.kept_step is not None and item.kept_step != relative.from_step:
            parts.append(
                translate("FamilyWords", "stopped at step {step}").format(step=item.kept_step)
            )
        parts.append(_time(item.created_at))
    return " · ".join(parts)


def whole_words(relative: Relative, item: GalleryItem | None, first_line: str) -> str:
    """What there may be no room for: the changes, the prompt and the settings, a line each."""
    request = relative.request
    if item is None or request is None:
        return ""
    lines = [request.prompt.strip() or prompt_line(request), settings_line(request)]
    return "\n".join([first_line, *lines] if relative.depth else lines)


def _from_change(before: str, after: str) -> str:
    """A changed text, without most of what it begins with as before."""
    common = 0
    for was, now in zip(before, after, strict=False):
        if was != now:
            break
        common += 1
    if common <= _COMMON:
        return after
    # From the word that changed on; where no spaces part the words, a little before the change.
    start = after.rfind(" ", common - _COMMON, common) + 1 or common - _COMMON // 3
    return f"…{after[start:]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _time(seconds: float) -> str:
    """The hour of today, or the day before it, in the user's own time."""
    moment = QDateTime.fromMSecsSinceEpoch(int(seconds * 1000))
    is_today = moment.date() == QDateTime.currentDateTime().date()
    short = QLocale.FormatType.ShortFormat
    return QLocale().toString(moment.time(), short) if is_today else date_and_time(seconds)
