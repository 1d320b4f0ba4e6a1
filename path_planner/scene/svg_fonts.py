"""The letters a scene needs, cut out of the fonts and written into a style sheet."""

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from path_planner.scene.model import Text
from path_planner.typography.bidi import runs
from path_planner.typography.fonts import FontFile


def font_faces(texts: Iterable[Text]) -> str:
    """Return the @font-face rules, with data instead of addresses, for these lines."""
    needed: dict[tuple[FontFile, bool], set[str]] = {}
    for text in texts:
        for run in runs(text.words, text.style.stack):
            needed.setdefault((run.face, text.style.bold), set()).update(run.text)
    ordered = sorted(needed.items(), key=lambda each: (each[0][0].family, each[0][1]))
    return "".join(_rule(face, bold, "".join(sorted(letters))) for (face, bold), letters in ordered)


def _rule(face: FontFile, bold: bool, letters: str) -> str:
    weight = "bold" if bold else "normal"
    content = b64encode(_cut_out(face, bold, letters)).decode()
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{content})}}"
    )


@lru_cache(maxsize=32)
def _cut_out(face: FontFile, bold: bool, letters: str) -> bytes:
    """Return a font file with no more than these letters and what joins them."""
    wanted = Options()
    wanted.layout_features = ["*"]
    wanted.hinting = False
    wanted.desubroutinize = True
    wanted.notdef_outline = True
    written = BytesIO()
    with TTFont(face.path(bold), recalcTimestamp=False, lazy=True) as font:
        cutter = Subsetter(wanted)
        cutter.populate(text=f"{letters} ")
        cutter.subset(font)
        font.save(written)
    return written.getvalue()
