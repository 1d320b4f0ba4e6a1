"""The bytes of images: stamps and drawings as SVG made of numbers alone, photos as they are."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from path_planner.domain.mark import Mark
from path_planner.domain.session import Session
from path_planner.domain.wall import Photo, Stamp
from path_planner.exchange.excalidraw.images import file_id
from path_planner.exchange.sketch_svg import as_address, line_through
from path_planner.scene.model import Drawing, Ink
from path_planner.scene.wall import Piece
from path_planner.stamps import box

_SVG = "image/svg+xml"
File = dict[str, Any]


def files_of(session: Session, marks: Iterable[Mark]) -> tuple[File, ...]:
    """Return the files that these marks show, each once."""
    found: dict[str, File] = {}
    for mark in marks:
        if isinstance(mark, Stamp | Photo) and (name := file_id(mark)) not in found:
            made = _stamp(mark) if isinstance(mark, Stamp) else _photo(mark, session)
            if made:
                found[name] = _file(name, *made)
    return tuple(found.values())


def files_of_piece(piece: Piece) -> tuple[File, ...]:
    """Return the files that a card shows: its drawings."""
    drawn = {drawing_id(part): svg_of(part) for part in piece.parts if isinstance(part, Drawing)}
    return tuple(_file(name, _SVG, as_address(svg)) for name, svg in drawn.items())


def drawing_id(drawing: Drawing) -> str:
    """Return the name that a drawing goes by: the same ink has the same name."""
    return f"ink-{sha256(svg_of(drawing).encode()).hexdigest()[:24]}"


def svg_of(drawing: Drawing) -> str:
    """Return the ink of a drawing, cut to its box."""
    scale, (across, down), size = drawing.scale, drawing.shift, drawing.box
    view = (
        (size.x - across) / scale,
        (size.y - down) / scale,
        size.width / scale,
        size.height / scale,
    )
    strokes = "".join(map(_stroke, drawing.strokes))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{size.width:.1f}" height="{size.height:.1f}" '
        f'viewBox="{" ".join(f"{number:.2f}" for number in view)}" '
        f'fill="none" stroke-linecap="round" stroke-linejoin="round">{strokes}</svg>'
    )


def _stroke(ink: Ink) -> str:
    clear = f' stroke-opacity="{ink.opacity:.3g}"' if ink.opacity < 1 else ""
    look = f'stroke="{ink.colour}" stroke-width="{ink.width:.2f}"{clear}'
    return f'<path d="{line_through(ink.points)}" {look}/>'


def _stamp(stamp: Stamp) -> tuple[str, str] | None:
    if not box.has(stamp.icon):
        return None
    return _SVG, as_address(box.svg_of(stamp.icon, stamp.colour))


def _photo(photo: Photo, session: Session) -> tuple[str, str] | None:
    picture = session.pictures.get(photo.picture)
    if picture is None:
        return None
    return picture.encoding, f"data:{picture.encoding};base64,{picture.base64}"


def _file(name: str, mime: str, address: str) -> File:
    return {"id": name, "mimeType": str(mime), "dataURL": address, "created": 1}
