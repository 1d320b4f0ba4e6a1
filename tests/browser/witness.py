"""Sees what a window asks for and complains about, over all its pages."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page

TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`POLICY ${event.violatedDirective} ${event.blockedURI}`));
"""
OURS = {"127.0.0.1", "localhost"}


@dataclass
class Witness:
    """What was seen since the window was opened."""

    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """See every request, message and dialog of all pages of a context."""
        context.add_init_script(TELL_VIOLATIONS)
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("console", self._heard)
        context.on("page", self._page)

    @property
    def outside(self) -> list[str]:
        """The requests that would have left the machine."""
        return [url for url in self.asked if leaves(url)]

    @property
    def violations(self) -> list[str]:
        """What went against the content policy."""
        return [line for line in self.complaints if "POLICY" in line or "Policy" in line]

    def nothing_amiss(self) -> None:
        """Hold that nothing left the machine, broke the policy or failed, and nothing popped up."""
        assert self.asked
        assert self.outside == []
        assert self.violations == []
        assert self.dialogs == []
        assert [line for line in self.complaints if line.startswith("PAGE ERROR")] == []

    def _page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("pageerror", lambda error: self.complaints.append(f"PAGE ERROR {error}"))
        page.on("dialog", self._popped_up)

    def _heard(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def _popped_up(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


def leaves(url: str) -> bool:
    """Say whether a request to this address leaves the machine."""
    parts = urlsplit(url)
    if parts.scheme == "blob":
        return not url.startswith(("blob:http://127.0.0.1:", "blob:http://localhost:"))
    return parts.scheme != "data" and parts.hostname not in OURS
