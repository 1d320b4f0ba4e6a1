"""Everything that is written anywhere in a document, whatever it is packed in."""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium

_HEX = re.compile(rb"<([0-9A-Fa-f\s]{4,})>")


def parts_of(content: bytes, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name of each part and its text; zips and documents inside are opened too."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield f"{name}!comment", _decoded(archive.comment)
            for member in archive.infolist():
                inside = f"{name}!{member.filename}"
                yield inside, member.filename + _decoded(member.comment + member.extra)
                yield from parts_of(archive.read(member), inside)
    elif content.startswith(b"%PDF"):
        yield name, _decoded(content)
        yield from ((f"{name}#{number}", text) for number, text in enumerate(_pages(content)))
        yield from ((f"{name}#{where}", text) for where, text in _objects(content))
    elif content.startswith(b"\x89PNG"):
        yield name, _decoded(content)
        yield from ((f"{name}#text", text) for text in _texts_of_png(content))
    else:
        text = content.decode("utf-8-sig")
        yield name, text
        if text.startswith("<"):
            yield f"{name}#words", html.unescape(re.sub(r"<[^>]*>", "", text))
            yield f"{name}#whole", html.unescape(text)


def written_in(content: bytes) -> str:
    """Return all of it in one, in small letters and without gaps: no line break hides a word."""
    return "\n".join("".join(text.split()) for _, text in parts_of(content)).casefold()


def where(word: str, content: bytes) -> list[str]:
    """Return the parts that a word stands in."""
    wanted = "".join(word.split()).casefold()
    return [name for name, text in parts_of(content) if wanted in "".join(text.split()).casefold()]


def _decoded(content: bytes) -> str:
    """Return bytes as letters, once one by one and once two by two."""
    width = content.decode("utf-16-be", "ignore") + content[1:].decode("utf-16-be", "ignore")
    return content.decode("latin-1") + content.decode("utf-8", "ignore") + width


def _pages(content: bytes) -> Iterator[str]:
    document = pdfium.PdfDocument(content)
    for page in document:
        # PDFium says so where a word goes on after a hyphen at the end of its line.
        yield page.get_textpage().get_text_range().replace("\ufffe", "")
    document.close()


def _objects(content: bytes) -> Iterator[tuple[str, str]]:
    with pikepdf.open(BytesIO(content)) as opened:
        for place, found in enumerate([*opened.objects, opened.trailer]):
            if isinstance(found, pikepdf.Stream):
                held = found.read_bytes() if _can_be_read(found) else found.read_raw_bytes()
                yield f"stream {place}", _decoded(held) + "".join(map(_decoded, _hex(held)))
            yield f"object {place}", "\n".join(_strings(found))


def _can_be_read(stream: pikepdf.Stream) -> bool:
    return stream.get("/Filter") in {None, pikepdf.Name.FlateDecode}


def _hex(content: bytes) -> Iterator[bytes]:
    for found in _HEX.findall(content):
        digits = b"".join(found.split())
        if len(digits) % 2 == 0:
            yield bytes.fromhex(digits.decode())


def _strings(found: object, depth: int = 0) -> Iterator[str]:
    """Yield strings and keys of an object itself; what it points at is looked at by itself."""
    if isinstance(found, pikepdf.String):
        yield str(found)
        yield _decoded(bytes(found))
    elif isinstance(found, pikepdf.Name):
        yield str(found)
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        for key in found:
            yield key
            yield from _strings(_own(found, key), depth + 1)
    elif isinstance(found, pikepdf.Array):
        for place in range(len(found)):
            yield from _strings(_own(found, place), depth + 1)


def _own(found: pikepdf.Object, key: object) -> object:
    inner = found[key]
    pointed = isinstance(inner, pikepdf.Object) and inner.is_indirect
    return None if pointed else inner


def _texts_of_png(content: bytes) -> Iterator[str]:
    at = 8
    while at < len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        held = content[at + 8 : at + 8 + size]
        if kind in {b"tEXt", b"iTXt", b"eXIf"}:
            yield _decoded(held)
        if kind == b"zTXt":
            yield _decoded(zlib.decompress(held.split(b"\0", 1)[1][1:]))
        at += 12 + size
