"""Shows the page anew when another window has made a second version of something, or taken one.

The browser asks our server, not Streamlit: a fragment that asks for runs of its own may take a
press of a form along, and the page never sees it. Under `streamlit run` nobody answers, and the
page shows it with its next run.
"""

from collections.abc import Callable
from typing import Any
from zlib import crc32

import streamlit as st

from path_planner.domain.base import Document
from path_planner.domain.other_versions import other_versions
from path_planner.domain.session import Session
from path_planner.resources import package_file
from path_planner.storage.protocol import Store
from path_planner.ui.components.downloads import OFFERS, PATH, Offer, made_from
from path_planner.ui.stores import session_store, vision_store

NAME = "path-planner.versions_watch"
_KEY = "versions-watch"


def versions_watch(document: Document) -> None:
    """Watch for other versions than those of the document that the page shows."""
    if not OFFERS.are_served:
        return
    offer = Offer(
        file_name="versions.txt",
        mime="text/plain; charset=utf-8",
        content=made_from(_store_of(document), document.id, versions_mark),
    )
    watch = st.components.v2.component(
        NAME,
        js=package_file("ui/components/versions_watch.js").read_text("utf-8"),
        isolate_styles=False,
    )
    watch(
        data={
            "address": PATH + OFFERS.put(f"versions of {document.id}", offer),
            "shown": versions_mark(document).decode(),
        },
        key=_KEY,
        on_changed_change=_do_nothing,
    )


def _store_of(document: Document) -> Callable[[], Store[Any, Any]]:
    return session_store if isinstance(document, Session) else vision_store


def versions_mark(document: Document) -> bytes:
    """Return what is the same as long as the same versions are there to choose from."""
    ids = " ".join(sorted(other_versions(document)))
    return b"%d-%08x" % (len(ids), crc32(ids.encode()))


def _do_nothing() -> None:
    """Let the page be shown anew, which is all that is wanted."""
