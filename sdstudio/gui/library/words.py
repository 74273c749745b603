"""Families, kinds, sizes and states in the user's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from sdstudio.gui.library.entries import Download, Entry, Source
from sdstudio.gui.numbers import data_size, fixed, percent
from sdstudio.gui.sentences import sentence, translated
from sdstudio.models.scanning import LibraryModel
from sdstudio.request import SdstudioError

translate = QCoreApplication.translate


def source_word(source: Source) -> str:
    """The name of a part of the library."""
    return {
        "all": translate("Library", "All"),
        "built in": translate("Library", "Built in"),
        "here": translate("Library", "On this machine"),
        "hub": translate("Library", "To download"),
        "downloads": translate("Library", "Downloads"),
    }[source]


def family_word(family: str) -> str:
    """A family as the field writes it, short enough for a badge; empty where it is not known."""
    names = {
        "sd1": "SD 1.x",
        "sd2": "SD 2.x",
        "sdxl": "SDXL",
        "sd3": "SD 3",
        "flux": "FLUX",
        "other": "",
    }
    return names.get(family, family)


def kind_word(kind: str) -> str:
    """What a file or folder is."""
    return {
        "pipeline": translate("Library", "Model folder"),
        "checkpoint": translate("Library", "Checkpoint"),
        "denoiser": translate("Library", "Denoiser"),
        "vae": translate("Library", "VAE"),
        "lora": translate("Library", "LoRA"),
        "embedding": translate("Library", "Textual inversion"),
    }.get(kind, translate("Library", "Other"))


def prediction_word(prediction_type: str) -> str:
    """What a network was trained to predict; empty where it is not known."""
    return {
        "epsilon": translate("Library", "Noise (epsilon)"),
        "v_prediction": translate("Library", "Velocity (v-prediction)"),
        "sample": translate("Library", "Picture (sample)"),
        "flow": translate("Library", "Flow (velocity)"),
    }.get(prediction_type, "")


def origin_word(model: LibraryModel) -> str:
    """How a model came to be listed."""
    return {
        "built in": translate("Library", "Comes with the app"),
        "opened": translate("Library", "Opened by you"),
        "folder": translate("Library", "Found in a folder of models"),
        "Hugging Face cache": translate("Library", "Hugging Face cache"),
    }[model.origin]


def time_word(seconds: float) -> str:
    """How long something takes, roughly."""
    if seconds < 90:
        return translate("Library", "{count} s").format(count=max(1, round(seconds)))
    if seconds < 5400:
        return translate("Library", "{count} min").format(count=round(seconds / 60))
    return translate("Library", "{count} h").format(count=fixed(seconds / 3600, 1))


def memory_line(model: LibraryModel) -> str:
    """The memory that the weights alone need; empty where it is not known."""
    if model.memory_cuda is None or model.memory_cpu is None:
        return ""
    return translate("Library", "{cuda} on a GPU, {cpu} without").format(
        cuda=data_size(model.memory_cuda), cpu=data_size(model.memory_cpu)
    )


def download_line(download: Download) -> str:
    """The state of a download in one line."""
    if download.stage == "asking":
        return translate("Library", "Asking the hub…")
    if download.stage == "waiting":
        return translate("Library", "Waits for another download")
    if download.stage == "failed" and download.error is not None:
        return sentence(download.error)
    amount = data_size(download.done_bytes)
    if download.total_bytes:
        amount = translate("Library", "{done} of {total}").format(
            done=amount, total=data_size(download.total_bytes)
        )
    if download.stage == "paused":
        return translate("Library", "Paused · {amount}").format(amount=amount)
    if download.retry_in is not None:
        return translate("Library", "{amount} · tries again in {time}").format(
            amount=amount, time=time_word(download.retry_in)
        )
    parts = [amount]
    if download.is_checking:
        parts.append(translate("Library", "checking"))
    elif download.bytes_per_second > 0:
        parts.append(
            translate("Library", "{speed}/s").format(speed=data_size(download.bytes_per_second))
        )
    if download.seconds_left is not None and not download.is_checking:
        parts.append(
            translate("Library", "{time} left").format(time=time_word(download.seconds_left))
        )
    return " · ".join(parts)


def second_line(entry: Entry) -> str:
    """What stands under an entry's name."""
    if entry.download is not None:
        return download_line(entry.download)
    model, offer = entry.model, entry.offer
    if model is not None:
        if model.complaint is not None and entry.is_broken:
            return short_sentence(model.complaint)
        parts = [kind_word(model.kind)]
        if model.side is not None:
            parts.append(translate("Library", "{side} px").format(side=model.side))
        if model.licence:
            parts.append(model.licence)
        return " · ".join(parts)
    if offer is None:
        return ""
    if offer.title:
        return f"{offer.repo_id} · {translated(offer.about)}"
    if offer.about:
        return translated(offer.about)
    parts = [offer.licence] if offer.licence else []
    if offer.downloads is not None:
        parts.append(translate("Library", "%Ln download(s)", "", offer.downloads))
    return " · ".join(parts) or translate("Library", "A model of the hub")


def short_sentence(error: SdstudioError) -> str:
    """What is wrong, with the names of files instead of their paths."""
    values = {
        name: value.name if isinstance(value, Path) else value
        for name, value in error.values.items()
    }
    return sentence(SdstudioError(error.template, "", **values))


def size_of(entry: Entry) -> str:
    """The size at the right end of a row; with a sign where it is only about so much."""
    if entry.model is not None:
        return data_size(entry.model.bytes_on_disk)
    if entry.download is not None and entry.download.total_bytes:
        return percent(entry.download.share)
    if entry.offer is not None and entry.offer.bytes:
        return f"≈ {data_size(entry.offer.bytes)}"
    return ""
