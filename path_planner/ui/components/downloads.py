"""Download buttons: a file is made when it is taken, from the document as it is then.

Streamlit's own button puts the file among its media, where it may stay after the document was
erased. So a button leads to a route of our server (`server/downloads.py`). What is kept until then
is how the file is made: ids and options, never words. Under `streamlit run` there is no such route,
and Streamlit's own button stands there.
"""

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import streamlit as st

from path_planner import i18n
from path_planner.storage.protocol import D, Store
from path_planner.ui.components.basics import escaped

PATH = "/download/"
_MOST_OFFERS = 10_000
_TICKET_LETTERS = 32


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A file that a page offers."""

    file_name: str
    mime: str
    content: Callable[[], bytes]
    """Makes the file; raises DocumentNotFound or FileGone if it is not to be had any more."""
    language: str = field(default_factory=i18n.language)
    """The language of the page, in which the file is made."""


class Offers:
    """The files that the pages of this process offer, each under a ticket that nobody can guess."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._offers: OrderedDict[str, Offer] = OrderedDict()
        self._lock = Lock()
        self.are_served = False
        """Whether our own server answers the addresses of the tickets."""

    def put(self, facts: str, offer: Offer) -> str:
        """Keep an offer and return its ticket: the same facts always have the same."""
        ticket = hmac.digest(self._secret, facts.encode(), "sha256").hex()[:_TICKET_LETTERS]
        with self._lock:
            self._offers[ticket] = offer
            self._offers.move_to_end(ticket)
            if len(self._offers) > _MOST_OFFERS:
                self._offers.popitem(last=False)
        return ticket

    def find(self, ticket: str) -> Offer | None:
        """Return the offer with this ticket."""
        with self._lock:
            return self._offers.get(ticket)


OFFERS = Offers()


def made_from(
    store: Callable[[], Store[D, Any]], document_id: str, make: Callable[[D], bytes]
) -> Callable[[], bytes]:
    """Return what makes a file from the newest state of a document, whenever it is taken."""
    return lambda: make(store().open(document_id).document)


def download_button(
    label: str,
    offer: Offer,
    key: str,
    *,
    facts: str = "",
    icon: str = "download",
    primary: bool = False,
    disabled: bool = False,
) -> None:
    """Show a button that downloads a file; `facts` says what was chosen for it."""
    if OFFERS.are_served:
        ticket = OFFERS.put(f"{key}\n{facts}\n{offer.language}", offer)
        st.html(_form(label, ticket, icon, primary=primary, disabled=disabled))
        return
    st.download_button(
        label,
        data=lambda: _made_beside_the_page(offer),
        file_name=offer.file_name,
        mime=offer.mime,
        icon=f":material/{icon}:",
        type="primary" if primary else "secondary",
        key=key,
        disabled=disabled,
        on_click="ignore",
    )


def _form(label: str, ticket: str, icon: str, *, primary: bool, disabled: bool) -> str:
    look = "download-button primary" if primary else "download-button"
    off = " disabled" if disabled else ""
    return (
        f'<form class="download" action="{PATH}{ticket}">'
        f'<button type="submit" class="{look}"{off}>'
        f'<span class="download-icon" aria-hidden="true" translate="no">{icon}</span>'
        f"<span>{escaped(label)}</span></button></form>"
    )


def _made_beside_the_page(offer: Offer) -> bytes:
    # Streamlit calls this in a thread of its own, in which no language is set.
    i18n.set_language(offer.language)
    return offer.content()
