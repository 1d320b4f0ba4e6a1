"""Opens the browser at the address of the server, without showing the token to other users.

Every user of a computer can read what other programs were started with. So the browser is started
with the address of a file that only we can read, and that file leads to the address.
"""

import webbrowser
from html import escape
from pathlib import Path

from path_planner.storage import atomic_io

FILE = "open.html"
_PAGE = """<!DOCTYPE html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={address}">
<title>Path Planner</title>
<a href="{address}">Path Planner</a>
"""


def open_browser(address: str, folder: Path) -> bool:
    """Open this address in a browser, by way of a file in this folder; say whether it could."""
    page = folder / FILE
    try:
        atomic_io.make_folder(folder)
        atomic_io.atomic_write(page, _PAGE.format(address=escape(address)).encode())
    except OSError:
        # The command line has printed the address.
        return False
    return webbrowser.open(page.absolute().as_uri())
