"""Finish a PDF: fonts with maps back to text, drawings, images, bookmarks and metadata.

All pages share one resource dictionary (ISO 32000-1, 7.8.3). PDF/UA-1 (ISO 14289-1) asks for the
map of each font back to characters (7.21.7) and for widths in the font program that agree with
those of the PDF (7.21.5).
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.cffLib.specializer import commandsToProgram, programToCommands
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, Stream, String
from PIL import Image, ImageOps

from path_planner.pdf.content_stream import POINTS, alpha
from path_planner.pdf.metadata import Bookmark, Draft, Metadata
from path_planner.pdf.structure_tree import with_tree

_DEFAULT_WIDTH = 1000


def with_cid_widths(program: bytes) -> bytes:
    """Return the same CFF font with the default width 1000, each other width stated in full.

    A CFF glyph states its width as a difference to `nominalWidthX` of its group, or leaves it out
    if it is `defaultWidthX` (Adobe Technical Note 5176). Here every group gets 1000 and 0, so a
    glyph without a width and the default width of a PDF font agree.
    """
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    if all(_has_default_width(top) for top in fonts.topDictIndex):
        return program
    fonts.desubroutinize()
    for top in fonts.topDictIndex:
        strings = top.CharStrings
        # All widths are read before any group changes what they are measured from.
        read = [_read(strings[name]) for name in top.charset]
        for group in top.FDArray:
            group.Private.rawDict.update(defaultWidthX=_DEFAULT_WIDTH, nominalWidthX=0)
            group.Private.defaultWidthX, group.Private.nominalWidthX = _DEFAULT_WIDTH, 0
        for string, width, commands in read:
            stated = [] if width == _DEFAULT_WIDTH else [("", [width])]
            string.setProgram(commandsToProgram(stated + commands))
    written = BytesIO()
    fonts.compile(written, TTFont(recalcBBoxes=False), isCFF2=False)
    return written.getvalue()


def _read(string: Any) -> tuple[Any, int, list[Any]]:
    string.draw(NullPen())
    commands = programToCommands(string.program)
    states_width = commands and commands[0][0] == ""
    return string, round(string.width), commands[1:] if states_width else commands


def _has_default_width(top: Any) -> bool:
    used = {top.FDSelect[index] for index in range(len(top.charset))}
    widths = {getattr(top.FDArray[group].Private, "defaultWidthX", 0) for group in used}
    return widths == {_DEFAULT_WIDTH}


_BLOCK = 100
"""The most entries that one block of a CMap may have (Adobe Technical Note 5014)."""

_EMBEDDED_UNCHANGED = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray}


def write_resources(pdf: Pdf, draft: Draft) -> None:
    """Write one resource dictionary and give it to every page and form XObject."""
    fonts = pdf.pages[0].obj.Resources.get("/Font", Dictionary())
    for name, font in fonts.items():
        font.ToUnicode = Stream(pdf, character_map(draft.texts[int(name[2:])]))
        program = font.DescendantFonts[0].FontDescriptor.get("/FontFile3")
        if program is not None:
            program.write(with_cid_widths(program.read_bytes()))
    shared = pdf.make_indirect(
        Dictionary(
            Font=fonts,
            ExtGState=Dictionary(
                {f"/{alpha(opacity)}": _graphics_state(opacity) for opacity in draft.opacities}
            ),
        )
    )
    xobjects = {f"/{name}": _picture(pdf, data) for data, name in draft.pictures.items()}
    for drawing in draft.drawings:
        form = Stream(pdf, drawing.surface.content())
        form.Type, form.Subtype, form.Resources = Name.XObject, Name.Form, shared
        form.BBox = Array(
            [0, 0, round(drawing.width * POINTS, 2), round(drawing.height * POINTS, 2)]
        )
        xobjects[f"/{drawing.name}"] = pdf.make_indirect(form)
    shared.XObject = Dictionary(xobjects)
    for page in pdf.pages:
        page.obj.Resources = shared


def character_map(texts: Mapping[int, str]) -> bytes:
    """Return the ToUnicode CMap of a font: from its codes to characters."""
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(texts.items())
    ]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    listed = "\n".join(
        f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{listed}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")


def _graphics_state(opacity: float) -> Dictionary:
    return Dictionary(Type=Name.ExtGState, ca=round(opacity, 2), CA=round(opacity, 2))


def _picture(pdf: Pdf, data: bytes) -> Object:
    with Image.open(BytesIO(data)) as source:
        upright = source.getexif().get(0x0112, 1) == 1
        if source.format == "JPEG" and source.mode in _EMBEDDED_UNCHANGED and upright:
            image = _image(pdf, data, source.size, _EMBEDDED_UNCHANGED[source.mode])
            image.Filter = Name.DCTDecode
            return pdf.make_indirect(image)
        rotated = ImageOps.exif_transpose(source)
        alpha = rotated.convert("RGBA").getchannel("A") if rotated.has_transparency_data else None
        rgb = rotated.convert("RGB")
    image = _image(pdf, rgb.tobytes(), rgb.size, Name.DeviceRGB)
    if alpha:
        image.SMask = pdf.make_indirect(_image(pdf, alpha.tobytes(), alpha.size, Name.DeviceGray))
    return pdf.make_indirect(image)


def _image(pdf: Pdf, data: bytes, size: tuple[int, int], colours: Name) -> Stream:
    return Stream(
        pdf,
        data,
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=size[0],
            Height=size[1],
            ColorSpace=colours,
            BitsPerComponent=8,
        ),
    )


_UA = "http://www.aiim.org/pdfua/ns/id/"


def finished(plain: bytes, draft: Draft) -> bytes:
    """Return the complete PDF from bare pages and what the draft adds to them."""
    with pikepdf.open(BytesIO(plain)) as pdf:
        write_resources(pdf, draft)
        _write_bookmarks(pdf, draft.bookmarks)
        _write_facts(pdf, draft.facts)
        made = BytesIO()
        pdf.save(
            made,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return with_tree(made.getvalue(), draft.root, draft.spots)


def _write_bookmarks(pdf: Pdf, bookmarks: list[Bookmark]) -> None:
    if not bookmarks:
        return
    with pdf.open_outline() as outline:
        open_levels = [outline.root]
        for entry in bookmarks:
            item = OutlineItem(entry.title)
            item.destination = Array(
                [pdf.pages[entry.page].obj, Name.XYZ, None, round(entry.top, 2), None]
            )
            del open_levels[entry.level + 1 :]
            open_levels[-1].append(item)
            open_levels.append(item.children)


def _write_facts(pdf: Pdf, facts: Metadata) -> None:
    pdf.Root.Lang = String(facts.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = facts.title
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        about.register_xml_namespace(_UA, "pdfuaid")
        about["dc:title"] = facts.title
        about["dc:language"] = {facts.language}
        about["pdfuaid:part"] = "1"
        about["xmp:CreateDate"] = facts.created.isoformat()
        if facts.author:
            about["dc:creator"] = [facts.author]
            pdf.docinfo["/Author"] = facts.author
        if facts.subject:
            about["dc:description"] = facts.subject
            pdf.docinfo["/Subject"] = facts.subject
