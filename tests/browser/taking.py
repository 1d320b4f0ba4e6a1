"""Taking the poster home, and reading what it says."""

import re
from collections import Counter
from collections.abc import Iterable
from xml.etree import ElementTree as ET

import pypdfium2
from playwright.sync_api import expect

from tests.browser.hands import Hands

PDF = "Poster to print (PDF)"
SVG = "Poster as a drawing for the web (SVG)"
PNG = "Poster as a picture (PNG)"
MARKDOWN = "The plan as plain text (Markdown)"
ALL = "For the pathfinder: everything"


def take(hands: Hands, name: str) -> bytes:
    """Press a button that makes a file, and read the file."""
    button = hands.page.get_by_role("button", name=name, exact=True)
    expect(button).to_be_enabled()
    with hands.page.expect_download() as download:
        hands.press(button)
    return download.value.path().read_bytes()


def show_everything(hands: Hands) -> None:
    """Choose the poster that leaves nothing out."""
    choice = hands.page.get_by_role("radio", name=ALL, exact=True)
    hands.tick(choice)
    expect(choice).to_be_checked()
    expect(hands.page.get_by_text(re.compile("private line is shown"))).to_be_visible()


def words_of_pdf(content: bytes) -> Counter[str]:
    """Count the words on all pages of a PDF."""
    document = pypdfium2.PdfDocument(content)
    texts = [document[number].get_textpage().get_text_bounded() for number in range(len(document))]
    document.close()
    return counted(texts)


def words_of_svg(content: bytes) -> Counter[str]:
    """Count the words that are text in an SVG."""
    texts = [
        " ".join(one.itertext())
        for one in ET.fromstring(content).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314  (our own file)
    ]
    return counted(texts)


def counted(texts: Iterable[str]) -> Counter[str]:
    """Count words, whatever stands between them."""
    return Counter(re.findall(r"\w+", " ".join(texts)))


def hold_the_poster(hands: Hands, said: list[str], private: list[str]) -> None:
    """Hold that the files say what was said, no more often and no less, to each their own."""
    for_circle = words_of_pdf(take(hands, PDF))
    assert counted(said) - counted(private) - for_circle == Counter()
    assert all(counted([one]) - for_circle for one in private)
    show_everything(hands)
    printed = words_of_pdf(take(hands, PDF))
    assert counted(said) - printed == Counter()
    assert words_of_svg(take(hands, SVG)) == printed
    outline = take(hands, MARKDOWN).decode().replace("\\", "")
    assert [one for one in said if one not in outline] == []
