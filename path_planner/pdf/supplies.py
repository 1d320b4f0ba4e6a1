"""What pages draw with: fonts that can be read back, drawings, pictures, see-through paint."""

from collections.abc import Mapping
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from PIL import Image, ImageOps

from path_planner.pdf.draft import Draft
from path_planner.pdf.plain_widths import with_plain_widths
from path_planner.pdf.surface import POINTS, alpha

_BLOCK = 100
"""No more entries than this may stand in one block of a character map."""

_AS_THEY_ARE = {"RGB": Name.DeviceRGB, "L": Name.DeviceGray}


def supply(pdf: Pdf, draft: Draft) -> None:
    """Give every page and every drawing the same supplies."""
    fonts = pdf.pages[0].obj.Resources.get("/Font", Dictionary())
    for name, found in fonts.items():
        found.ToUnicode = Stream(pdf, character_map(draft.texts[int(name[2:])]))
        program = found.DescendantFonts[0].FontDescriptor.get("/FontFile3")
        if program is not None:
            program.write(with_plain_widths(program.read_bytes()))
    shared = pdf.make_indirect(
        Dictionary(
            Font=fonts,
            ExtGState=Dictionary({f"/{alpha(each)}": _paint(each) for each in draft.opacities}),
        )
    )
    things = {f"/{name}": _picture(pdf, data) for data, name in draft.pictures.items()}
    for drawing in draft.drawings:
        form = Stream(pdf, drawing.surface.content())
        form.Type, form.Subtype, form.Resources = Name.XObject, Name.Form, shared
        form.BBox = Array([0, 0, round(drawing.wide * POINTS, 2), round(drawing.tall * POINTS, 2)])
        things[f"/{drawing.name}"] = pdf.make_indirect(form)
    shared.XObject = Dictionary(things)
    for page in pdf.pages:
        page.obj.Resources = shared


def character_map(texts: Mapping[int, str]) -> bytes:
    """Return the map from the codes of a font back to characters."""
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


def _paint(opacity: float) -> Dictionary:
    return Dictionary(Type=Name.ExtGState, ca=round(opacity, 2), CA=round(opacity, 2))


def _picture(pdf: Pdf, data: bytes) -> Object:
    with Image.open(BytesIO(data)) as opened:
        upright = opened.getexif().get(0x0112, 1) == 1
        if opened.format == "JPEG" and opened.mode in _AS_THEY_ARE and upright:
            made = _image(pdf, data, opened.size, _AS_THEY_ARE[opened.mode])
            made.Filter = Name.DCTDecode
            return pdf.make_indirect(made)
        turned = ImageOps.exif_transpose(opened)
        clear = turned.convert("RGBA").getchannel("A") if turned.has_transparency_data else None
        plain = turned.convert("RGB")
    made = _image(pdf, plain.tobytes(), plain.size, Name.DeviceRGB)
    if clear:
        made.SMask = pdf.make_indirect(_image(pdf, clear.tobytes(), clear.size, Name.DeviceGray))
    return pdf.make_indirect(made)


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
