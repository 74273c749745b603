"""Model references and the folders behind them, checked before anything of them is loaded.

A reference is ``starter``, ``faces`` or a path: of a folder in diffusers' format, with a
``model_index.json`` that names a pipeline class and for each component a library and a class, and
one folder each; or of a single safetensors file, whose configs lie among the app's resources.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from sdstudio.model_folder import (
    UNCONDITIONAL,
    Component,
    ModelFolder,
    SingleFile,
    Vocabulary,
    Words,
    part_of,
)
from sdstudio.models.checkpoint import inspect_checkpoint
from sdstudio.models.folder_files import has_pickles, pickled, read_object, reading
from sdstudio.models.recommended_settings import recommended_settings, trained_side
from sdstudio.models.safetensors_header import read_header
from sdstudio.phrase import Phrase
from sdstudio.pipelines import check_pipeline
from sdstudio.request import (
    FACES,
    STARTER,
    CorruptModel,
    ModelDefaults,
    ModelNotFound,
    UnsafeModel,
    UnsupportedModel,
)

LIBRARIES = ("diffusers", "transformers", "stable_diffusion")
"""Where component classes may come from. Any other name would be code lying beside the weights.

``stable_diffusion`` is how old model folders name the safety checker inside diffusers.
"""

WITHOUT_WEIGHTS = ("Scheduler", "Tokenizer", "TokenizerFast", "Processor", "FeatureExtractor")
# Often deleted to save gigabytes; the pipelines run without.
DELETABLE = ("safety_checker", "text_encoder_3")
WEIGHT_NAMES = ("diffusion_pytorch_model", "model")


def resolve(reference: str, resources: Path) -> ModelFolder:
    """The model behind a reference. Reads a few small files and the weights' headers.

    ``resources`` is the folder of the starter model and of the families' configs.

    Raises:
        ModelNotFound, UnsupportedModel, UnsafeModel, CorruptModel: each with its sentence.
    """
    if reference == STARTER:
        return read_starter(resources)
    if reference == FACES:
        folder = resources / "starter-model" / "unconditional"
        model = _read_folder(folder, FACES, "Faces (built in)")
        # So small a network makes better faces when noise is added at every step, and is quick.
        defaults = replace(model.defaults, num_inference_steps=100, scheduler="ddpm")
        return replace(model, defaults=defaults)
    path = Path(reference).expanduser().absolute()
    with reading(path):
        is_file = path.is_file()
    if is_file:
        return _read_single_file(path, resources)
    return _read_folder(path, str(path), path.name)


def read_starter(resources: Path) -> ModelFolder:
    """The model that ships with the app, with its defaults and its vocabulary.

    A damaged vocabulary keeps nobody from making pictures: it becomes the model's complaint.
    """
    folder = resources / "starter-model"
    about = _read_json(folder / "sdstudio.json")
    model = _read_folder(folder / "pipeline", STARTER, "Starter (built in)")
    vocabulary, complaint = None, None
    if "vocabulary" in about:
        try:
            vocabulary = _read_vocabulary(about["vocabulary"], folder / "sdstudio.json")
        except CorruptModel as error:
            complaint = error
    return ModelFolder(
        reference=STARTER,
        path=model.path,
        name=model.name,
        pipeline_class=model.pipeline_class,
        components=model.components,
        defaults=ModelDefaults(**about["defaults"]),
        vocabulary=vocabulary,
        complaint=complaint,
    )


def _read_vocabulary(value: Any, path: Path) -> Vocabulary:
    try:
        return Vocabulary(
            languages=tuple(
                (code, _read_words(words)) for code, words in value["languages"].items()
            )
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise CorruptModel(
            "The list of words that the model knows, in “{path}”, is damaged.",
            "The model works without it; to have its suggestions back, install the app again.",
            path=path,
        ) from error


def _read_words(value: dict[str, Any]) -> Words:
    lists = {name: _texts(texts) for name, texts in value.items()}
    lists.setdefault("backgrounds", lists["colours"])  # many languages need no words of their own
    return Words(**lists)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise TypeError("not a list of texts")
    return tuple(value)


def _read_single_file(path: Path, resources: Path) -> ModelFolder:
    checkpoint = inspect_checkpoint(path)
    configs = resources / "families" / checkpoint.family
    index = _read_json(configs / "model_index.json")
    pipeline_class = str(index["_class_name"])
    components = tuple(
        Component(
            name=name,
            library=value[0],
            class_name=value[1],
            variant=None,
            has_weights=not value[1].endswith(WITHOUT_WEIGHTS),
        )
        for name, value in index.items()
        if isinstance(value, list) and value[0] is not None
    )
    return ModelFolder(
        reference=str(path),
        path=configs,
        name=path.stem,
        pipeline_class=pipeline_class,
        components=components,
        defaults=recommended_settings(configs, pipeline_class, path.stem),
        single_file=SingleFile(
            path=path,
            prediction_type=checkpoint.prediction_type,
            clip=resources / "starter-model" / "pipeline" / "tokenizer",
            note=checkpoint.note,
        ),
    )


def _read_folder(path: Path, reference: str, name: str) -> ModelFolder:
    _check_is_model_folder(path)
    index = _read_json(path / "model_index.json")
    pipeline_class = index.get("_class_name")
    if not isinstance(pipeline_class, str):
        raise CorruptModel(
            "“{path}” does not say which pipeline it is for.",
            "Download or copy the model again.",
            path=path / "model_index.json",
        )
    check_pipeline(pipeline_class, path)
    _check_scheduler(path)
    if pipeline_class in UNCONDITIONAL:
        _check_unconditional(path)
    components = tuple(
        component
        for key, value in index.items()
        if isinstance(value, list)
        and (component := _read_component(path, pipeline_class, key, value)) is not None
    )
    return ModelFolder(
        reference=reference,
        path=path,
        name=name,
        pipeline_class=pipeline_class,
        components=components,
        defaults=recommended_settings(path, pipeline_class, path.name),
    )


def _check_scheduler(path: Path) -> None:
    """Checks that the network was not trained for noise as EDM has it (Karras et al. 2022).

    Its kind scales what the network takes and gives; with other schedulers it makes noise.
    """
    config = read_object(part_of(path, "scheduler") / "scheduler_config.json") or {}
    name = str(config.get("_class_name"))
    if name.startswith("EDM"):
        raise UnsupportedModel(
            "“{path}” was trained for the scheduler {scheduler}, which this version does not have.",
            "Choose another model.",
            path=path,
            scheduler=name,
        )


def _check_unconditional(path: Path) -> None:
    """Checks that a network without a prompt makes square pictures, and of its own accord."""
    place = part_of(path, "unet") / "config.json"
    config = _read_json(place)
    side, channels = trained_side(config), config.get("in_channels", 3)
    if config.get("num_class_embeds") is not None or config.get("class_embed_type") is not None:
        what = Phrase("it has to be told a class to make a picture of")
    elif channels not in (1, 3) or config.get("out_channels", 3) != channels:
        what = Phrase("what its network takes and gives are not plain pixels")
    elif side is None:
        what = Phrase("it does not say that its pictures are squares, and how large")
    else:
        return
    raise UnsupportedModel(
        "“{path}” is a model without a prompt that this version cannot run: {what}.",
        "Choose another model.",
        path=place,
        what=what,
    )


def _check_is_model_folder(path: Path) -> None:
    with reading(path):
        if not path.exists():
            raise ModelNotFound(
                "There is no model at “{path}”.", "Check the path, or choose a folder.", path=path
            )
        names = [entry.name for entry in path.iterdir()]
    if "model_index.json" in names:
        return
    if not names:
        raise ModelNotFound(
            "The folder “{path}” is empty.", "Choose the folder of a diffusers model.", path=path
        )
    if has_pickles(names):
        raise UnsafeModel(
            "“{path}” holds only pickled weights, which can run code when they are loaded.",
            "Use a diffusers model with safetensors weights.",
            path=path,
        )
    raise UnsupportedModel(
        "“{path}” is not a diffusers model: it has no model_index.json.",
        "Choose the folder that holds model_index.json.",
        path=path,
    )


def _read_component(
    path: Path, pipeline_class: str, name: str, value: list[Any]
) -> Component | None:
    if len(value) != 2 or not all(isinstance(part, str) or part is None for part in value):
        raise CorruptModel(
            "“{path}” describes the component “{name}” in an unknown way.",
            "Download or copy the model again.",
            path=path / "model_index.json",
            name=name,
        )
    library, class_name = value
    if library is None or class_name is None:
        return None
    if library not in LIBRARIES or not name.isidentifier():
        raise UnsafeModel(
            "“{path}” wants to run code of its own for its “{name}” ({library}).",
            "Only models built from diffusers and transformers are loaded.",
            path=path,
            name=name,
            library=library,
        )
    folder = part_of(path, name) if pipeline_class in UNCONDITIONAL else path / name
    if not folder.is_dir():
        if name in DELETABLE:
            return None
        raise CorruptModel(
            "The model “{path}” is incomplete: its “{name}” is missing.",
            "Download or copy the model again.",
            path=path,
            name=name,
        )
    has_weights = not class_name.endswith(WITHOUT_WEIGHTS)
    return Component(
        name=name,
        library=library,
        class_name=class_name,
        variant=check_weights(folder, name) if has_weights else None,
        has_weights=has_weights,
    )


def check_weights(folder: Path, name: str) -> str | None:
    """Which weight files to load, full precision first; every file it takes is checked."""
    if not (folder / "config.json").is_file():
        raise CorruptModel(
            "The model's “{name}” is incomplete: “{path}” is missing.",
            "Download or copy the model again.",
            name=name,
            path=folder / "config.json",
        )
    _read_json(folder / "config.json")
    for variant in (None, "fp16"):
        infix = f".{variant}" if variant else ""
        for stem in WEIGHT_NAMES:
            single = folder / f"{stem}{infix}.safetensors"
            if single.is_file():
                read_header(single)
                return variant
            index = folder / f"{stem}.safetensors.index{infix}.json"
            if index.is_file():
                for shard in _shards(index):
                    read_header(shard)
                return variant
    if has_pickles(entry.name for entry in folder.iterdir()):
        raise pickled(folder)
    raise CorruptModel(
        "The model is incomplete: “{path}” holds no weights.",
        "Download or copy the model again.",
        path=folder,
    )


def _shards(index: Path) -> list[Path]:
    weight_map = _read_json(index).get("weight_map")
    if not isinstance(weight_map, dict) or not weight_map:
        raise CorruptModel(
            "“{path}” does not list its weight files.",
            "Download or copy the model again.",
            path=index,
        )
    names = set(map(str, weight_map.values()))
    for name in names:
        # A name that leaves the folder would make us read, and trust, somebody else's file.
        if Path(name).name != name or "\\" in name or not name.endswith(".safetensors"):
            raise UnsafeModel(
                "“{path}” names a weight file outside its own folder: “{name}”.",
                "Do not use this model.",
                path=index,
                name=name,
            )
        if not (index.parent / name).is_file():
            raise CorruptModel(
                "The model is incomplete: “{path}” is missing.",
                "Download or copy the model again.",
                path=index.parent / name,
            )
    return [index.parent / name for name in sorted(names)]


def _read_json(path: Path) -> dict[str, Any]:
    value = read_object(path)
    if value is None:
        raise CorruptModel(
            "“{path}” is damaged or cannot be read.",
            "Download or copy the model again.",
            path=path,
        )
    return value
