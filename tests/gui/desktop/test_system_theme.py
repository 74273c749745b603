"""Light and dark follow the desktop while the app runs: over a bus and a screen of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.end_to_end.screen import missing_programs, open_screen
from tests.programs import REPOSITORY

# The part of a desktop's portal that tells the colours: what the user prefers is a line of stdin.
PORTAL = """
import sys, threading
from jeepney import DBusAddress, HeaderFields, MessageType, message_bus
from jeepney import new_error, new_method_return, new_signal
from jeepney.io.blocking import Proxy, open_dbus_connection

PLACE = DBusAddress(
    "/org/freedesktop/portal/desktop", interface="org.freedesktop.portal.Settings"
)
SPACE, KEY = "org.freedesktop.appearance", "color-scheme"
bus = open_dbus_connection(bus="SESSION")
Proxy(message_bus, bus).RequestName("org.freedesktop.portal.Desktop")
print("ready", flush=True)

def tell():
    for line in sys.stdin:
        bus.send(new_signal(PLACE, "SettingChanged", "ssv", (SPACE, KEY, ("u", int(line)))))

threading.Thread(target=tell, daemon=True).start()
while True:
    call = bus.receive()
    if call.header.message_type is not MessageType.method_call:
        continue
    member = call.header.fields.get(HeaderFields.member)
    if member == "ReadAll":
        answer = new_method_return(call, "a{sa{sv}}", ({SPACE: {KEY: ("u", 2)}},))
    else:
        answer = new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")
    bus.send(answer)
"""
SETTINGS = {"XDG_CURRENT_DESKTOP": "GNOME", "QT_LOGGING_RULES": "*=false"}
APP = """
import subprocess, sys
from PySide6.QtCore import QObject, Slot
from sdstudio.gui.desktop.application import make_application
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import find_resources

portal = subprocess.Popen(
    [sys.executable, "-c", sys.argv[1]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
)
portal.stdout.readline()
app = make_application()
themes = ThemeSource(app, find_resources() / "icons")
wanted = iter((1, 2, 1))

class Follower(QObject):
    @Slot()
    def follow(self):
        print(themes.theme.name, flush=True)
        number = next(wanted, None)
        if number is None:
            app.quit()
        else:
            portal.stdin.write(f"{number}\\n")
            portal.stdin.flush()

follower = Follower()
themes.choose("system")
print(themes.theme.name, flush=True)
themes.changed.connect(follower.follow)
app.exec()
portal.kill()
"""


@pytest.mark.display
@pytest.mark.skipif(
    bool(missing_programs()) or not shutil.which("dbus-run-session"),
    reason="needs a screen of its own and dbus-run-session",
)
def test_the_theme_follows_the_desktop() -> None:
    pytest.importorskip("jeepney")
    with open_screen() as screen:
        done = subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-c", APP, PORTAL],
            env=screen.environment | SETTINGS | {"PYTHONPATH": str(REPOSITORY)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
            timeout=60,
        )
    # Dark until the desktop has said what it wants: light, dark, light, dark.
    assert done.stdout.split() == ["dark", "light", "dark", "light", "dark"]
