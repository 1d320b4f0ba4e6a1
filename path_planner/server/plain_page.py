"""Plain pages, for whoever cannot have a page of the app: a heading, paragraphs and a link."""

from html import escape

from path_planner import i18n
from path_planner.i18n import _

HTML = "text/html; charset=utf-8"

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{again}<title>{title}</title>
<style>
body {{ font: 1.2rem/1.5 sans-serif; color: #1e2430; background: #fffdf8; max-width: 36rem;
  margin: 10vh auto; padding: 0 1.5rem; }}
a {{ color: #1f5c8b; display: inline-block; padding: 0.6rem 0; }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{paragraphs}
<p><a href="/">{link}</a></p>
</main>
</body>
</html>
"""
_AGAIN = '<meta http-equiv="refresh" content="0">\n'


def entry_page(*, again: bool) -> bytes:
    """Return the page on how to get in; with `again` the browser asks once more by itself."""
    return _page(
        _("Path Planner"),
        [
            _("Only the person who started Path Planner on this computer can open it."),
            _(
                "If that is you, copy the whole address from the window where you started it, and "
                "open it in this browser. After that, bookmarks work too."
            ),
        ],
        _("I have been here before: open Path Planner"),
        again=again,
    )


def gone_page() -> bytes:
    """Return the page that says that a file is no longer there."""
    return _page(
        _("This file is no longer here"),
        [
            _(
                "What it was made from has changed or was deleted. If the PATH or vision is still "
                "there, go back to it and make the file again."
            )
        ],
        _("Back to all PATHs"),
    )


def failed_page() -> bytes:
    """Return the page that says that a file could not be made."""
    return _page(
        _("This file could not be made"),
        [_("Everything saved so far is safe. Please go back and try again.")],
        _("Back to all PATHs"),
    )


def _page(title: str, paragraphs: list[str], link: str, *, again: bool = False) -> bytes:
    return _PAGE.format(
        language=i18n.bcp47_tag(),
        again=_AGAIN if again else "",
        title=escape(title),
        paragraphs="\n".join(f"<p>{escape(sentence)}</p>" for sentence in paragraphs),
        link=escape(link),
    ).encode()
