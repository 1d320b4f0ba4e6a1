"""Read a PDF back the ways other programs do, and check it as an accessible document."""

import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import page
import pikepdf
import pypdfium2


def complaints(data: bytes, folder: Path) -> list[str]:
    """Return what a checker of PDF/UA-1 finds wrong."""
    path = folder / "made.pdf"
    path.write_bytes(data)
    found = page.validate_pdf(str(path), profile="ua1")
    return [] if found.is_compliant else [str(each) for each in found.failures]


def pdfium_text(data: bytes) -> str:
    """Return the words of all pages as PDFium finds them."""
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(each.get_textpage().get_text_range() for each in document)


def poppler_text(data: bytes, folder: Path) -> str:
    """Return the words as pdftotext finds them, in the order of the file."""
    path = folder / "words.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"],  # noqa: S607
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def words(text: str) -> list[str]:
    """Return the words, without the signs that steer direction and pictures."""
    kept = "".join(
        each
        for each in unicodedata.normalize("NFC", text.replace("\ufffe", ""))
        if unicodedata.category(each) != "Cf" and not "\ufe00" <= each <= "\ufe0f"
    )
    return kept.split()


def letters(text: str) -> str:
    """Return the characters alone, for scripts that break lines inside words."""
    return "".join(words(text))


def elements(data: bytes) -> list[tuple[str, str]]:
    """Return the role and the alternative words of each element in reading order."""
    with pikepdf.open(BytesIO(data)) as document:
        return list(_walk(document.Root.StructTreeRoot.K[0]))


def _walk(element: pikepdf.Object) -> list[tuple[str, str]]:
    found = [(str(element.S)[1:], str(element.get("/Alt", "")))]
    for child in element.get("/K", []):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            found += _walk(child)
    return found


PAINTING = re.compile(rb"(?<![\w/])(?:Tj|TJ|Do|S|s|f|F|f\*|B|B\*|b|b\*|sh)(?!\w)")


def unmarked(data: bytes) -> list[str]:
    """Return what is painted outside of any tag or decoration."""
    found = []
    with pikepdf.open(BytesIO(data)) as document:
        for each in document.pages:
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(each):
                name = str(operator)
                depth += (name in {"BDC", "BMC"}) - (name == "EMC")
                if depth == 0 and PAINTING.fullmatch(name.encode()):
                    found.append(f"{operands} {name}")
            assert depth == 0
    return found
