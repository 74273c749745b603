"""The macOS disk image; signing and notarising are the shell script's."""

from __future__ import annotations

from pathlib import Path

from shipping.freezing import run_tool
from shipping.layout import APP, DIST, NAME, PACKAGING, VERSION

SCRIPT = PACKAGING / "macos" / "make_dmg.sh"


_WEIGHTS = f"{APP}.safetensors"
FILE_TYPES: dict[str, object] = {
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Picture",
            "CFBundleTypeRole": "Viewer",
            # Offered under "Open With", and never what a double-click opens by itself.
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["public.png", "public.jpeg", "org.webmproject.webp"],
        },
        {
            "CFBundleTypeName": "Model weights",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Default",
            "LSItemContentTypes": [_WEIGHTS],
        },
    ],
    # Imported: the format is not ours, and whoever owns it may say more of it.
    "UTImportedTypeDeclarations": [
        {
            "UTTypeIdentifier": _WEIGHTS,
            "UTTypeDescription": "Model weights",
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": ["safetensors"]},
        },
    ],
}
"""Of the bundle's Info.plist: what it opens. Qt is told of the files by an event."""


def make_image(bundle: Path, target: Path = DIST) -> Path:
    """Writes the disk image with the app ``bundle`` into ``target`` and gives its path.

    It is signed where SDSTUDIO_SIGN_AS is set, and notarised where SDSTUDIO_NOTARY_PROFILE is.

    Raises:
        PackagingFailed: a step failed.
    """
    path = target / f"{NAME}-{VERSION}.dmg"
    run_tool("bash", str(SCRIPT), str(bundle), str(path))
    return path
