"""Progress on the icon of a dock or taskbar under Linux: a signal on the session's bus.

Ubuntu's dock, KDE Plasma, elementary, Cinnamon and others listen to what Unity once began.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from PySide6.QtDBus import QDBusConnection, QDBusMessage

from sdstudio.gui.desktop.taskbar import TaskbarState

_INTERFACE = "com.canonical.Unity.LauncherEntry"


class Launcher:
    """The entry of the app in whatever shows it."""

    def __init__(self, bus: QDBusConnection, desktop_file: str) -> None:
        self._bus = bus
        self._uri = f"application://{desktop_file}.desktop"
        # Any path that no other program of this name uses will do.
        self._path = f"/com/canonical/unity/launcherentry/{zlib.crc32(self._uri.encode())}"

    def show(self, state: TaskbarState) -> None:
        """Sends the state; whether anybody listens is not known."""
        percent = state.percent
        message = QDBusMessage.createSignal(self._path, _INTERFACE, "Update")
        message.setArguments(
            [
                self._uri,
                {
                    "progress": (percent or 0) / 100,
                    "progress-visible": percent is not None,
                    "urgent": state.has_failed,
                },
            ]
        )
        self._bus.send(message)


def open_launcher(desktop_file: str) -> Launcher | None:
    """The launcher's entry; None where there is no session bus to reach it by."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    is_told = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
    # Without an address the library would start a bus of its own, and that takes its time.
    if not is_told and not (runtime and Path(runtime, "bus").exists()):
        return None
    bus = QDBusConnection.sessionBus()
    return Launcher(bus, desktop_file) if bus.isConnected() else None
