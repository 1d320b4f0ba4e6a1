"""The HTTP security headers, with the Content-Security-Policy."""

import hashlib
from base64 import b64encode
from html.parser import HTMLParser
from importlib.resources import files

NO_DEVICES = ", ".join(
    f"{device}=()"
    for device in (
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope",
        "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb",
    )
)  # fmt: skip


def headers() -> tuple[tuple[bytes, bytes], ...]:
    """Return the security headers of every response."""
    named = {
        "Content-Security-Policy": content_policy(inline_scripts(streamlit_page())),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": NO_DEVICES,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return tuple((name.lower().encode(), value.encode()) for name, value in named.items())


def content_policy(scripts: list[str]) -> str:
    """Return a Content-Security-Policy that allows our own files and these inline scripts only."""
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    directives = {
        "default-src": "'self'",
        "script-src": f"'self' 'wasm-unsafe-eval' blob: {hashes}".strip(),
        # Streamlit and the wall write their styles while they run.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data: blob:",
        "media-src": "'self' data: blob:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def streamlit_page() -> str:
    """Return Streamlit's index.html, which it serves for every address."""
    return (files("streamlit") / "static" / "index.html").read_text("utf-8")


def inline_scripts(page: str) -> list[str]:
    """Return the inline scripts of a page."""
    finder = _InlineScripts()
    finder.feed(page)
    return finder.found


class _InlineScripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and "src" not in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)


def _digest(script: str) -> str:
    return b64encode(hashlib.sha256(script.encode()).digest()).decode()
