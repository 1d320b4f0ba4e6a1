"""The one page that a device gets before it is paired: a field for the code."""

from html import escape

from path_planner import i18n
from path_planner.i18n import _
from path_planner.server.phones.page import STYLE
from path_planner.server.phones.token import CODE_LENGTH

PAIR = "/pair"


def pairing_page(error: str = "") -> bytes:
    """Return the page on which somebody types the code of the first screen."""
    tag = i18n.bcp47_tag()
    direction = "rtl" if i18n.is_rtl(tag) else "ltr"
    title = _("Type the code from the first screen")
    shown_error = f'<p class="e" role="alert">{escape(error)}</p>' if error else ""
    warning = _(
        "What this screen shows and sends can be read by others who know the password of "
        "this network."
    )
    return (
        f'<!doctype html><html lang="{escape(tag)}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>"
        f'<form method="post" action="{PAIR}" autocomplete="off">'
        f'<h1><label for="c">{escape(title)}</label></h1>{shown_error}'
        f'<input class="code" id="c" name="code" maxlength="{CODE_LENGTH * 2}" required autofocus '
        'autocapitalize="characters" spellcheck="false">'
        f"<button>{escape(_('Go on'))}</button>"
        f'<p class="s">{escape(warning)}</p></form></main></body></html>'
    ).encode()
