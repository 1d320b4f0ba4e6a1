"""Which Chromium the browser tests drive."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserType, sync_playwright

INSTALLED = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-first-run",
)

TURNED_OFF = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
"""What Playwright turns off (of several lists Chromium reads the last), and, as the last three, the
pages of the address field: two more processes for each window, a quarter of the cost of a page."""


def executable() -> str | None:
    """Find the Chromium of this machine; nothing means Playwright's own."""
    named = os.environ.get("PATH_PLANNER_CHROMIUM")
    return named or next((path for name in INSTALLED if (path := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open a Chromium that asks nothing of the world by itself."""
    with sync_playwright() as playwright, launched(playwright.chromium) as browser:
        yield browser


@contextmanager
def launched(kind: BrowserType, *args: str) -> Iterator[Browser]:
    """Open one more Chromium, with arguments of its own."""
    off = f"--disable-features={','.join(TURNED_OFF)}"
    browser = kind.launch(executable_path=executable(), args=[*QUIET, off, *args])
    try:
        yield browser
    finally:
        browser.close()
