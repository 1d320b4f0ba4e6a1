"""Documents are whole, readable by everybody, and the same each time."""

import random
import re
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.path_operators import Paint, Pen, rectangle
from path_planner.typography.fonts import DOCUMENT, LETTERING
from path_planner.typography.line_breaking import wrap
from tests.pdf.making import FACTS, HEIGHT, WIDTH, blank, card, finished_poster, poster, waves
from tests.pdf.reading import (
    complaints,
    elements,
    letters,
    pdfium_text,
    poppler_text,
    unmarked,
    words,
)
from tests.typography.sayings import SAYINGS

BLOCKS = [
    (0x00, 0x2FF),
    (0x300, 0x5FF),
    (0x600, 0x8FF),
    (0x900, 0xDFF),
    (0xE00, 0x1FFF),
    (0x2000, 0x30FF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xFFFF),
    (0x1F000, 0x1FFFF),
    (0xE0000, 0xE01FF),
]
FROM_RIGHT = {"ur", "ar"}
BROKEN_ANYWHERE = {"zh", "th", "km", "my"}


@pytest.mark.slow
def test_a_poster_is_an_accessible_document(tmp_path: Path) -> None:
    made = finished_poster()
    assert complaints(made, tmp_path) == []
    assert unmarked(made) == []


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert poster().finish() == finished_poster()


def test_the_poster_is_read_in_the_order_of_its_stages_not_of_its_painting() -> None:
    heads = [words for role, words in _texts(finished_poster()) if role == "H2"]
    assert heads == [f"Stage {number}" for number in (1, 2, 3, 4)]


def test_every_figure_has_words() -> None:
    figures = [alt for role, alt in elements(finished_poster()) if role == "Figure"]
    assert figures == ["Waves, drawn by Sam Sample"]
    with pytest.raises(ValueError, match="words"), blank().tag("Figure", alt=" "):
        pass


def test_a_page_has_its_true_size() -> None:
    with pypdfium2.PdfDocument(finished_poster()) as made:
        width, height = made[0].get_size()
    assert (width / 72 * 25.4, height / 72 * 25.4) == pytest.approx((WIDTH, HEIGHT), abs=0.01)


def test_the_file_says_its_title_and_language_and_shows_the_title() -> None:
    with pikepdf.open(BytesIO(finished_poster())) as made:
        assert str(made.Root.Lang) == "en-GB"
        assert made.Root.ViewerPreferences.DisplayDocTitle
        assert str(made.docinfo.Title) == FACTS.title
        with made.open_outline() as outline:
            assert [each.title for each in outline.root] == [FACTS.title]
            assert [each.title for each in outline.root[0].children][1] == "Stage 3"


@pytest.mark.parametrize("language", sorted(SAYINGS))
def test_words_come_back_from_pdfium(language: str) -> None:
    document = blank(language if len(language) == 2 else "en-GB")
    card(document, Box(10, 10, 150, 70), SAYINGS[language])
    found = pdfium_text(document.finish())
    said = SAYINGS[language]
    if language in BROKEN_ANYWHERE:
        assert letters(said) in letters(found)
    elif language in {"ur", "mixed"}:
        # Where both directions meet on a line, PDFium mirrors brackets and mixes up the turns.
        assert sorted(re.findall(r"[^\W_]+", found)) == sorted(re.findall(r"[^\W_]+", said))
    else:
        assert words(found) == words(said)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not on this machine")
@pytest.mark.parametrize("language", sorted(set(SAYINGS) - FROM_RIGHT))
def test_words_come_back_from_pdftotext(language: str, tmp_path: Path) -> None:
    document = blank()
    card(document, Box(10, 10, 150, 70), SAYINGS[language])
    found = poppler_text(document.finish(), tmp_path)
    if language in BROKEN_ANYWHERE:
        assert letters(SAYINGS[language]) in letters(found)
    else:
        assert words(found) == words(SAYINGS[language])


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not on this machine")
@pytest.mark.parametrize("language", sorted(FROM_RIGHT))
def test_words_read_from_the_right_come_back_in_their_turn_from_pdftotext(
    language: str, tmp_path: Path
) -> None:
    document = blank(language)
    card(document, Box(10, 10, 150, 70), SAYINGS[language])
    found = words(poppler_text(document.finish(), tmp_path))
    plain = [word for word in words(SAYINGS[language]) if word.isalpha()]
    assert [word for word in found if word in plain] == plain


def test_words_of_a_script_no_font_knows_still_come_back(tmp_path: Path) -> None:
    document = blank()
    card(document, Box(10, 10, 150, 70), "hello ລາວ and שלום")
    made = document.finish()
    assert "ລາວ" in pdfium_text(made)
    assert complaints(made, tmp_path) == []


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "\ufeff", "\ufffe", "\x1b", "\u202e", "\u0301"])
def test_odd_characters_neither_stop_the_work_nor_spoil_the_file(odd: str, tmp_path: Path) -> None:
    document = blank()
    card(document, Box(10, 10, 150, 70), f"before {odd}after")
    made = document.finish()
    assert complaints(made, tmp_path) == []
    assert "after" in pdfium_text(made).replace("\u0301", "")


@pytest.mark.parametrize("text", ["カナ あ", "② ㎡", "─│ ♫", "\u3000\uff5e\uff21", "a 体 b"])
def test_signs_beside_chinese_keep_their_widths(text: str, tmp_path: Path) -> None:
    document = blank("zh-CN")
    card(document, Box(10, 10, 150, 70), text)
    made = document.finish()
    assert complaints(made, tmp_path) == []
    assert letters(pdfium_text(made)) == letters(text)


@pytest.mark.slow
def test_whatever_is_typed_gives_a_sound_document(tmp_path: Path) -> None:
    chance = random.Random(2027)  # noqa: S311 - only variety is wanted
    document = blank()
    with document.tag("P"):
        for _ in range(60):
            blocks = chance.sample(BLOCKS, 3)
            text = "".join(chr(chance.randint(*chance.choice(blocks))) for _ in range(20))
            for line in wrap(text, 60, LETTERING, 8):
                side = chance.choice([None, True, False])
                document.text_line(
                    10,
                    50,
                    line,
                    style=LETTERING,
                    size=8,
                    from_right=side,
                    turn=chance.choice([0, 90]),
                )
    made = document.finish()
    assert complaints(made, tmp_path) == []
    assert unmarked(made) == []


def test_a_word_broken_over_lines_is_not_given_a_space(tmp_path: Path) -> None:
    document = blank()
    lines = wrap("Llanfairpwllgwyngyll yn galw", 20, LETTERING, 8)
    with document.tag("P"):
        for place, line in enumerate(lines):
            document.text_line(10, 10 + place * 11, line, style=LETTERING, size=8)
    made = document.finish()
    shown = _texts(made)[-1][1]
    assert shown.split() == ["Llanfairpwllgwyngyll", "yn", "galw"]
    assert complaints(made, tmp_path) == []


def test_headings_may_not_skip_a_level() -> None:
    document = blank()
    for level in ("H1", "H3"):
        with document.tag(level):
            document.text_line(10, 20, level, style=DOCUMENT, size=5)
    with pytest.raises(ValueError, match="H3 after H1"):
        document.finish()


def test_a_link_can_be_pressed_and_says_where_it_goes(tmp_path: Path) -> None:
    document = blank()
    with document.tag("P"), document.link("https://example.org/", Box(10, 10, 60, 8), "Example"):
        document.text_line(10, 16, "A link", style=DOCUMENT, size=6)
    made = document.finish()
    assert complaints(made, tmp_path) == []
    with pikepdf.open(BytesIO(made)) as found:
        note = found.pages[0].Annots[0]
        assert (str(note.A.URI), str(note.Contents)) == ("https://example.org/", "Example")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/hosts", "../x"])
def test_a_link_to_anything_but_the_web_is_plain_words(address: str) -> None:
    document = blank()
    with document.tag("P"), document.link(address, Box(10, 10, 60, 8), "Odd"):
        document.text_line(10, 16, "A link", style=DOCUMENT, size=6)
    with pikepdf.open(BytesIO(document.finish())) as found:
        assert "/Annots" not in found.pages[0]


@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("PNG", "P")])
def test_pictures_are_shown(kind: str, mode: str, tmp_path: Path) -> None:
    data = BytesIO()
    Image.new("RGB", (40, 20), "#20a040").convert(mode).save(data, kind)
    document = blank()
    box = Box(50, 20, 100, 50)
    for _ in range(2):
        with document.tag("Figure", alt="A green field", box=box):
            document.picture(data.getvalue(), box)
    made = document.finish()
    assert complaints(made, tmp_path) == []
    with pypdfium2.PdfDocument(made) as shown:
        red, green, blue = shown[0].render().to_pil().getpixel((300, 120))
    assert green > red + 60
    assert green > blue + 60
    assert made.count(b"/Subtype /Image") + made.count(b"/Subtype/Image") <= 2


def test_what_lies_outside_a_window_is_not_drawn_and_leaves_no_element() -> None:
    document = blank()
    with document.window(Box(0, 0, 100, 100), 0, 0):
        for x, text in ((10, "inside"), (500, "outside")):
            with document.tag("P"):
                document.text_line(x, 50, text, style=LETTERING, size=8)
    made = document.finish()
    assert words(pdfium_text(made)) == ["inside"]
    assert [role for role, _ in elements(made)] == ["Document", "P"]


def test_tiles_share_one_drawing_and_carry_the_words_that_fall_on_them(tmp_path: Path) -> None:
    made = _tiled(strokes=400)
    assert complaints(made, tmp_path) == []
    assert unmarked(made) == []
    assert len(made) < 1.6 * len(_tiled(strokes=400, tiles=1))
    with pypdfium2.PdfDocument(made) as document:
        found = [words(each.get_textpage().get_text_range()) for each in document]
    assert found[0] == ["Top", "left", "Bottom", "right"]
    assert found[1] == ["Top", "left"]
    assert found[4] == ["Bottom", "right"]


def test_ink_is_drawn_where_it_was_put_and_in_its_turn() -> None:
    document = blank()
    with document.tag("Figure", alt="Two lines"):
        document.ink(
            [
                (Pen("#ff0000", 10), [(20, 50), (60, 50), (100, 50), (180, 50)]),
                (Pen("#0000ff", 10), [(100, 10), (100, 50), (100, 90)]),
                (Pen("#ff0000", 6), [(20, 20)]),
            ]
        )
    with pypdfium2.PdfDocument(document.finish()) as shown:
        picture = shown[0].render(scale=1).to_pil()
    point = 72 / 25.4
    at = {name: picture.getpixel((int(x * point), int(y * point))) for name, x, y in _PLACES}
    assert at == {"line": (255, 0, 0), "crossing": (0, 0, 255), "dot": (255, 0, 0)}


_PLACES = (("line", 60, 50), ("crossing", 100, 50), ("dot", 20, 20))


def test_the_cost_of_ink_grows_with_its_length_alone() -> None:
    sizes = []
    for count in (300, 3000):
        document = blank()
        with document.artifact():
            document.ink(waves(count))
        sizes.append(len(document.finish()))
    assert sizes[1] < 13 * sizes[0]


def test_a_see_through_shape_lets_what_is_below_shine() -> None:
    document = blank()
    document.shape(rectangle(0, 0, 200, 100), paint=Paint(fill="#ff0000"))
    document.shape(rectangle(0, 0, 200, 100), paint=Paint(fill="#0000ff", opacity=0.5))
    with pypdfium2.PdfDocument(document.finish()) as shown:
        assert shown[0].render().to_pil().getpixel((50, 50)) == pytest.approx((127, 0, 128), abs=2)


def _tiled(strokes: int, tiles: int = 4) -> bytes:
    document = blank()
    with document.drawing(200, 100) as drawing:
        document.ink(waves(strokes))
    document.place(drawing, 0, 0)
    _draw_words(document)
    for tile in range(tiles):
        document.page(120, 70)
        with document.window(Box(tile % 2 * 100, tile // 2 * 50, 100, 50), 10, 10):
            document.place(drawing, 0, 0)
            _draw_words(document)
    return document.finish()


def _draw_words(document: Document) -> None:
    for x, y, text in ((10, 20, "Top left"), (130, 80, "Bottom right")):
        with document.tag("P"):
            document.text_line(x, y, text, style=LETTERING, size=8)


def _texts(made: bytes) -> list[tuple[str, str]]:
    """Return each element that holds words, with its words from the character maps of fonts."""
    found = []
    with pikepdf.open(BytesIO(made)) as document:
        fonts = {
            name: _codes(font.ToUnicode.read_bytes())
            for name, font in document.pages[0].Resources.Font.items()
        }
        said: dict[int, str] = {}
        mark, font = -1, {}
        for operands, operator in pikepdf.parse_content_stream(document.pages[0]):
            if str(operator) == "BDC" and "/MCID" in operands[1]:
                mark = int(operands[1].MCID)
            elif str(operator) == "Tf":
                font = fonts[str(operands[0])]
            elif str(operator) == "TJ":
                said[mark] = said.get(mark, "") + _decoded(operands[0], font)
        for element in _leaves(document.Root.StructTreeRoot.K[0]):
            marks = [int(each) for each in element.K if isinstance(each, int)]
            found.append((str(element.S)[1:], "".join(said.get(each, "") for each in marks)))
    return found


def _leaves(element: pikepdf.Object) -> list[pikepdf.Object]:
    if any(isinstance(child, int) for child in element.K):
        return [element]
    return [leaf for child in element.K for leaf in _leaves(child)]


def _codes(stream: bytes) -> dict[int, str]:
    pairs = re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", stream.decode())
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _decoded(shown: pikepdf.Object, font: dict[int, str]) -> str:
    raw = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
    return "".join(font[int.from_bytes(raw[at : at + 2])] for at in range(0, len(raw), 2))
