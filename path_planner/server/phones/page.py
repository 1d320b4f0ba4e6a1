"""The pages for phones: plain HTML forms without fonts or pictures, in few kilobytes.

The form works without scripts. Its script (frontend/phone) stands in the page itself, so that it
comes with the first answer, and its hash in the policy allows it alone.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from html import escape

from path_planner import i18n
from path_planner.domain.people import Role
from path_planner.domain.voice import Share
from path_planner.i18n import _
from path_planner.resources import package_file
from path_planner.server.phones.token import CODE_LENGTH
from path_planner.services.arrivals.asking import PhoneQuestion
from path_planner.services.arrivals.poll import SLIP_LENGTH
from path_planner.services.arrivals.tray import MOST_LETTERS, ROLES_FROM_PHONES, SHARE_FROM_PHONES

PICTURES = "image/jpeg,image/png"
SOUNDS = "audio/*"

STYLE = """
*{box-sizing:border-box}
body{margin:0;background:#FFFDF8;color:#1E2430;font:18px/1.4 system-ui,sans-serif}
main{max-width:34rem;margin:auto;padding:14px 16px 18px}
p,h1,fieldset{margin:0;padding:0;border:0}
fieldset{margin-top:10px}
.k{color:#A8440F;font-weight:700;font-size:16px}
h1{font-size:25px;line-height:1.2;margin:2px 0 10px;overflow-wrap:anywhere}
textarea,.code{font:inherit;width:100%;border:1px solid #8A8371;border-radius:8px;background:#fff;
color:inherit;padding:10px 12px;font-size:20px;display:block}
textarea{height:118px}
.code{letter-spacing:.3em;text-transform:uppercase}
.f{display:flex;flex-wrap:wrap;align-items:center;min-height:54px;border:1px solid #8A8371;
border-radius:8px;background:#fff;padding:0 12px;gap:0 10px;margin-top:8px}
.f input{font:inherit;flex:1 1 10rem;min-height:52px;padding:4px 0;font-size:16px;min-width:0}
::file-selector-button{font:inherit;font-weight:600;min-height:44px;padding:0 14px;
margin-inline-end:10px;border:1px solid #8A8371;border-radius:8px;background:#F4EFE4;color:inherit}
select{font:inherit;flex:1 1 8rem;min-width:0;min-height:50px;border:0;background:none;
color:inherit}
legend,.l{font-weight:700;padding:0;margin:0 0 4px;font-size:17px;display:block}
.o{display:flex;align-items:center;gap:12px;min-height:48px;padding:0 12px;
border:1px solid #8A8371;background:#fff;margin-top:-1px}
.o:first-of-type{border-radius:8px 8px 0 0}.o:last-of-type{border-radius:0 0 8px 8px}
.o.one{border-radius:8px;margin-top:8px}
input[type=radio],input[type=checkbox]{width:24px;height:24px;flex:none;margin:0;
accent-color:#1F5C8B}
button,.b{font:inherit;font-size:21px;font-weight:700;width:100%;min-height:58px;margin-top:12px;
border:0;border-radius:8px;background:#1F5C8B;color:#fff}
.b{display:flex;align-items:center;justify-content:center;text-decoration:none}
canvas{display:block;width:100%;margin-top:8px;border:1px solid #8A8371;border-radius:8px;
background:#fff;touch-action:none}
[disabled]{opacity:.6}
.q{background:#F4EFE4;color:#1E2430;border:1px solid #8A8371;font-weight:600}
.s{color:#4A4F5A;font-size:16px;margin-top:8px;text-align:center}
.e{border:2px solid #A8440F;border-radius:8px;padding:10px 12px;margin-bottom:10px}
:focus-visible{outline:3px solid #C2571A;outline-offset:2px}
"""


@dataclass(frozen=True)
class Filled:
    """What somebody had filled in, to be given back to them after an error."""

    words: str = ""
    share: Share = Share.CIRCLE
    role: Role = Role.OTHER
    helped: bool = False
    op: str = ""
    question: str = ""
    """The number of the question that it answers, as it came back."""
    had_file: bool = field(default=False)
    slip: str = ""
    choices: tuple[str, ...] = ()


def form_page(
    asked: PhoneQuestion, number: int, action: str, filled: Filled, error: str = ""
) -> bytes:
    """Return the form for one question; `number` is the question's, and comes back with it."""
    if asked.options:
        return _choosing_page(asked, number, action, filled, error)
    head = " · ".join(filter(None, (asked.title, asked.heading)))
    lost = _("Please choose your picture or sound again.") if error and filled.had_file else ""
    words, hint = _("Your words"), _("Write it here. A few words are enough.")
    picture, voice, send = _("A picture"), _("Your voice"), _("Send")
    return _page(
        asked.question or asked.title,
        f'<form method="post" action="{escape(action)}" enctype="multipart/form-data" '
        f'autocomplete="off"{_sentences_of_the_script()}>'
        f'<input type="hidden" name="op" value="{escape(filled.op)}">'
        f'<input type="hidden" name="question" value="{number}">'
        f'<p class="k" dir="auto">{escape(head)}</p>'
        f'<h1 dir="auto">{escape(asked.question or asked.title)}</h1>'
        f"{_error(error, lost)}"
        f'<label class="l" for="w">{escape(words)}</label>'
        f'<textarea id="w" name="words" dir="auto" maxlength="{MOST_LETTERS}" '
        f'placeholder="{escape(hint)}">'
        # A line break at the very beginning is dropped by browsers.
        f"\n{escape(filled.words)}</textarea>"
        f"{_file(picture, 'picture', PICTURES, 'capture=environment')}"
        f"{_file(voice, 'sound', SOUNDS, 'capture')}"
        f"{_shares(filled.share)}{_roles(filled.role)}{_helped(helped=filled.helped)}"
        '<p class="e" role="status" hidden></p>'
        f"<button>{escape(send)}</button>"
        f"{_small(_small_print())}</form><script>{script()}</script>",
    )


def _choosing_page(
    asked: PhoneQuestion, number: int, action: str, filled: Filled, error: str
) -> bytes:
    """Return the form with which somebody chooses, once for each slip; it needs no script."""
    head = " · ".join(filter(None, (asked.title, asked.heading)))
    slip, send = _("The number on your slip"), _("Count me in")
    boxes = "".join(
        f'<label class="o"><input type="checkbox" name="choice" value="{escape(key)}"'
        f'{" checked" if key in filled.choices else ""}><span dir="auto">{escape(title)}</span>'
        "</label>"
        for key, title in asked.options
    )
    private = [_("Each slip counts once."), _("Nobody can see what you chose, only the numbers.")]
    return _page(
        asked.question,
        f'<form method="post" action="{escape(action)}" enctype="multipart/form-data" '
        'autocomplete="off">'
        f'<input type="hidden" name="op" value="{escape(filled.op)}">'
        f'<input type="hidden" name="question" value="{number}">'
        f'<p class="k" dir="auto">{escape(head)}</p>{_error(error)}'
        f"<fieldset><legend><h1>{escape(asked.question)}</h1></legend>{boxes}</fieldset>"
        f'<label class="l" for="s">{escape(slip)}</label>'
        f'<input class="code" id="s" name="slip" maxlength="{SLIP_LENGTH * 2}" required '
        f'autocapitalize="characters" spellcheck="false" value="{escape(filled.slip)}">'
        f"<button>{escape(send)}</button>{_small(private)}</form>",
    )


def counted_page(asked: PhoneQuestion, again: str) -> bytes:
    """Return the page after choosing; another slip may be used on the same phone."""
    title = _("Thank you. It is counted.")
    words = _("With another slip")
    return _page(
        title,
        f'<p class="k" dir="auto">{escape(asked.title)}</p><h1>{escape(title)}</h1>'
        f'<a class="b" href="{escape(again)}">{escape(words)}</a>',
    )


@cache
def script() -> str:
    """Return the script of the form, as it was built."""
    built = package_file("wall_component/phone.js").read_text("utf-8").strip()
    # Nothing in it may end the element that it stands in.
    return built.replace("</", "<\\/")


def _sentences_of_the_script() -> str:
    sentences = {
        "open": _("Draw something"),
        "name": _("Your drawing"),
        "undo": _("Undo the last stroke"),
        "sending": _("Sending …"),
        "cut": _(
            "The connection was lost. It will be sent again by itself; please leave this page open."
        ),
        "failed": _("It could not be saved. Please send it again in a moment."),
    }
    return "".join(f' data-{name}="{escape(said)}"' for name, said in sentences.items())


def _small_print() -> list[str]:
    return [
        _("Only photograph people who say yes."),
        _("Someone reads it first. You can take it back."),
        _("We do not ask for your name."),
        _("Whoever knows the password of this Wi-Fi could read along."),
    ]


def thanks_page(asked: PhoneQuestion, again: str, back: str) -> bytes:
    """Return the page after sending: another one, or take it back."""
    title, undo = _("Thank you. It waits to be read."), _("Take it back")
    return _page(
        title,
        f'<p class="k" dir="auto">{escape(asked.title)}</p>'
        f"<h1>{escape(title)}</h1>{_another(again)}"
        f'<form method="post" action="{escape(back)}">'
        f'<button class="q">{escape(undo)}</button></form>',
    )


def withdrawn_page(again: str, sentence: str) -> bytes:
    """Return the page that says what became of it."""
    return _page(sentence, f"<h1>{escape(sentence)}</h1>{_another(again)}")


def code_page(error: str = "") -> bytes:
    """Return the page on which somebody types the short code."""
    title, go_on = _("Which code do you see?"), _("Go on")
    return _page(
        title,
        '<form method="post" action="/" autocomplete="off">'
        f'<h1><label for="c">{escape(title)}</label></h1>'
        f"{_error(error)}"
        f'<input class="code" id="c" name="code" maxlength="{CODE_LENGTH * 2}" required '
        'autocapitalize="characters" spellcheck="false">'
        f"<button>{escape(go_on)}</button></form>",
    )


def closed_page() -> bytes:
    """Return the page for whoever comes when phones are not let in."""
    title = _("Nothing is asked here now")
    sentence = _("Please ask the person who leads the day, or write on paper.")
    return _page(title, f"<h1>{escape(title)}</h1><p>{escape(sentence)}</p>")


def _another(address: str) -> str:
    words = _("Another one")
    return f'<a class="b" href="{escape(address)}">{escape(words)}</a>'


def _page(title: str, body: str) -> bytes:
    tag = i18n.bcp47_tag()
    direction = "rtl" if i18n.is_rtl(tag) else "ltr"
    return (
        f'<!doctype html><html lang="{escape(tag)}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>"
    ).encode("utf-8", "replace")


def _error(*sentences: str) -> str:
    said = " ".join(filter(None, sentences))
    return f'<p class="e" role="alert">{escape(said)}</p>' if said else ""


def _file(label: str, name: str, accept: str, capture: str) -> str:
    return (
        f'<label class="f"><b>{escape(label)}</b>'
        f'<input type="file" name="{name}" accept="{accept}" {capture}></label>'
    )


def _shares(chosen: Share) -> str:
    options = "".join(
        f'<label class="o"><input type="radio" name="share" value="{share.value}"'
        f"{' checked' if share is chosen else ''}>{escape(_(words))}</label>"
        for share, words in SHARE_FROM_PHONES.items()
    )
    legend = _("How can it be shared?")
    return f"<fieldset><legend>{escape(legend)}</legend>{options}</fieldset>"


def _roles(chosen: Role) -> str:
    label = _("I am")
    options = "".join(
        f'<option value="{role.value}"{" selected" if role is chosen else ""}>'
        f"{escape(_(words))}</option>"
        for role, words in ROLES_FROM_PHONES.items()
    )
    return f'<label class="f"><b>{escape(label)}</b><select name="role">{options}</select></label>'


def _helped(*, helped: bool) -> str:
    checked = " checked" if helped else ""
    words = _("I am helping somebody to write this")
    return (
        f'<label class="o one"><input type="checkbox" name="helped" value="1"{checked}>'
        f"{escape(words)}</label>"
    )


def _small(sentences: Iterable[str]) -> str:
    return f'<p class="s">{"<br>".join(map(escape, sentences))}</p>'


def content_policy() -> str:
    """Return the Content-Security-Policy of these pages: their own style, script and forms."""
    return "; ".join(f"{name} {value}" for name, value in _policy().items())


def _policy() -> Mapping[str, str]:
    return {
        "default-src": "'none'",
        "style-src": _hashed(STYLE),
        "script-src": _hashed(script()),
        # The photo that is made smaller, and the form that the script sends.
        "img-src": "blob:",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }


def _hashed(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
