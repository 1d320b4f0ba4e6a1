"""Write the widths of glyphs plainly into an embedded Chinese font.

Such a font holds several groups of glyphs, and a glyph states its width as a difference from
what is usual in its group. Some checkers look into the wrong group, and then find the widths of
the page to be false. With the same usual width in all groups there is nothing to get wrong.
Text in Chinese characters alone needs none of this, and is left as it is.
"""

from io import BytesIO
from typing import Any

from fontTools.cffLib import CFFFontSet
from fontTools.cffLib.specializer import commandsToProgram, programToCommands
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

_USUAL = 1000


def with_plain_widths(program: bytes) -> bytes:
    """Return the same font, each glyph of an unusual width stating it in full."""
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    if all(_is_usual(top) for top in fonts.topDictIndex):
        return program
    fonts.desubroutinize()
    for top in fonts.topDictIndex:
        strings = top.CharStrings
        # All widths are read before any group changes what they are measured from.
        read = [_read(strings[name]) for name in top.charset]
        for group in top.FDArray:
            group.Private.rawDict.update(defaultWidthX=_USUAL, nominalWidthX=0)
            group.Private.defaultWidthX, group.Private.nominalWidthX = _USUAL, 0
        for string, wide, commands in read:
            stated = [] if wide == _USUAL else [("", [wide])]
            string.setProgram(commandsToProgram(stated + commands))
    written = BytesIO()
    fonts.compile(written, TTFont(recalcBBoxes=False), isCFF2=False)
    return written.getvalue()


def _read(string: Any) -> tuple[Any, int, list[Any]]:
    string.draw(NullPen())
    commands = programToCommands(string.program)
    states_width = commands and commands[0][0] == ""
    return string, round(string.width), commands[1:] if states_width else commands


def _is_usual(top: Any) -> bool:
    used = {top.FDSelect[place] for place in range(len(top.charset))}
    usual = {getattr(top.FDArray[group].Private, "defaultWidthX", 0) for group in used}
    return usual == {_USUAL}
