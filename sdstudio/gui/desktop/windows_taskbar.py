"""Progress on the taskbar's button under Windows: its own interface, ITaskbarList3.

Not run yet: it needs Windows. Whatever fails there is logged, and nothing is shown then.
"""

from __future__ import annotations

import ctypes
import logging
import sys
import uuid
from typing import Any

from sdstudio.gui.desktop.taskbar import TaskbarState

_CLASS = uuid.UUID("56fdf344-fd6d-11d0-958a-006097c9a090")
_INTERFACE = uuid.UUID("ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf")
_INPROC_SERVER = 1
# Places in the interface's table of functions; those of IUnknown and ITaskbarList come before.
_INITIALISE, _SET_VALUE, _SET_STATE = 3, 9, 10
_NO_PROGRESS, _NORMAL, _ERROR = 0, 2, 4
_log = logging.getLogger(__name__)


class WindowsTaskbar:
    """The button of one window. ``interface`` is a pointer to its ITaskbarList3."""

    def __init__(self, interface: ctypes.c_void_p, window: int) -> None:
        self._interface = interface
        self._window = window

    def show(self, state: TaskbarState) -> None:
        """Shows the state; a failure fills the button in red."""
        kind = _NO_PROGRESS if state.percent is None else _NORMAL
        if state.has_failed:
            kind = _ERROR
        percent = 100 if state.percent is None else state.percent
        self._call(_SET_STATE, (ctypes.c_int, kind))
        if kind != _NO_PROGRESS:
            done, whole = ctypes.c_ulonglong, ctypes.c_ulonglong
            self._call(_SET_VALUE, (done, percent), (whole, 100))

    def _call(self, place: int, *arguments: tuple[Any, int]) -> None:
        code = _function(self._interface, place, ctypes.c_void_p, *(kind for kind, _ in arguments))(
            self._interface, self._window, *(value for _, value in arguments)
        )
        if code < 0:
            _log.warning("the taskbar does not show progress: %#x", code & 0xFFFFFFFF)


def open_windows_taskbar(window: int) -> WindowsTaskbar | None:
    """The taskbar's button of the window with this handle; None where there is no taskbar.

    Qt has set up COM in this thread.
    """
    if sys.platform == "win32":
        interface = ctypes.c_void_p()
        code = ctypes.windll.ole32.CoCreateInstance(
            _CLASS.bytes_le, None, _INPROC_SERVER, _INTERFACE.bytes_le, ctypes.byref(interface)
        )
        if code >= 0:
            code = _function(interface, _INITIALISE)(interface)
        if code >= 0:
            return WindowsTaskbar(interface, window)
        _log.warning("there is no taskbar to show progress on: %#x", code & 0xFFFFFFFF)
    return None


def _function(interface: ctypes.c_void_p, place: int, *kinds: Any) -> Any:
    """A function of a COM interface, by its place in the table."""
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    prototype = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, *kinds)
    return prototype(table[place] or 0)
