"""The poster as PDF: accessible, whole, and as large as the paper."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2 as pdfium
import pytest

from path_planner.domain.session import Columns, Session
from path_planner.exports.base import SHEETS, Options, Paper
from path_planner.exports.session.tiling import MARGIN, OVERLAP, grid_for
from path_planner.processes.prompts import process_of, stage_title
from path_planner.scene.poster import scene_of
from tests.exports.reading import spoken, words_of
from tests.exports.rendered import rendered
from tests.scene import samples

CHINESE = ("我们有一个花园", "朋友们每个星期五来做饭。", "我在海边唱歌")


def poster(session: Session, options: Options | None = None) -> bytes:
    """Draw a session in its own form."""
    return rendered(".pdf", session, options)


@pytest.mark.parametrize(
    ("voices", "options"),
    [
        (0, Options(paper=Paper.A4)),
        (3, Options()),
        (40, Options(low_ink=True)),
        (150, Options(paper=Paper.A0)),
        (40, Options(paper=Paper.WALL)),
        (40, Options(tiled=Paper.A4)),
        (150, Options(tiled=Paper.A3, low_ink=True)),
    ],
    ids=str,
)
def test_it_passes_a_full_check_of_pdf_ua_1(voices: int, options: Options, tmp_path: Path) -> None:
    """Any number of voices, any paper, tiled or in one piece."""
    path = tmp_path / "poster.pdf"
    path.write_bytes(poster(samples.session(voices), options))
    found = validator.validate_pdf(str(path), profile="ua1")
    assert found.is_compliant, found


@pytest.mark.parametrize("paper", list(Paper))
def test_the_page_is_as_large_as_the_paper(paper: Paper) -> None:
    """Landscape, to a tenth of a millimetre."""
    document = pdfium.PdfDocument(poster(samples.session(3), Options(paper=paper)))
    assert len(document) == 1
    width, height = (length * 25.4 / 72 for length in document[0].get_size())
    assert (width, height) == pytest.approx(paper.size, abs=0.1)
    document.close()


@pytest.mark.parametrize("columns", list(Columns))
@pytest.mark.parametrize("process", ["path6", "path8"])
@pytest.mark.parametrize("tiled", [None, Paper.A4])
def test_it_is_read_stage_by_stage_whatever_stands_where(
    tiled: Paper | None, process: str, columns: Columns
) -> None:
    """Dream, goal, now … each with its voices, on one page or on many sheets."""
    session = samples.session(16, process=process, columns=columns)
    read = spoken(poster(session, Options(tiled=tiled)))
    headings = [words for role, words in read if role == "H2"]
    stages = [stage_title(session, stage) for stage in process_of(session).stages]
    assert [words for words in headings if words in stages] == stages
    order = [words for role, words in read if role in {"H2", "LBody"}]
    for voice in session.voices.values():
        stage = process_of(session).stage(voice.stage)
        assert stage is not None
        place = next(place for place, words in enumerate(order) if words.startswith(voice.text))
        before = [words for words in order[:place] if words in stages]
        assert before
    assert [words for role, words in read if role == "H1"] == [session.about.title]


def test_each_voice_is_read_under_its_own_stage_once() -> None:
    """Also where a card is cut by the edge of a sheet."""
    session = samples.session(24, texts=tuple(f"voice number{place} says" for place in range(24)))
    for tiled in (None, *SHEETS):
        read = spoken(poster(session, Options(tiled=tiled)))
        stage = ""
        titles = {stage_title(session, each): each.id for each in process_of(session).stages}
        where: dict[str, str] = {}
        for role, words in read:
            stage = titles.get(words, stage) if role == "H2" else stage
            if role == "LBody" and words.startswith("voice number"):
                name = words.split()[1]
                assert name not in where
                where[name] = stage
        shown = {key: voice for key, voice in session.voices.items() if voice.share != "private"}
        assert where == {
            f"number{int(key.removeprefix('v'))}": voice.stage for key, voice in shown.items()
        }


def test_every_drawing_is_a_figure_with_words() -> None:
    """Its own words where somebody gave them, else the stage, the maker and the lines."""
    read = spoken(poster(samples.session(3, sketches=5)))
    figures = [words for role, words in read if role == "Figure"]
    assert "A house by the sea with a green door" in figures
    assert "Drawing in “Goal” by Marigold Tse: 9 lines" in figures
    assert len(figures) == 5


def test_it_says_its_title_its_language_and_its_parts() -> None:
    """A reader hears the title, chooses the right voice and finds the stages."""
    session = samples.session(12)
    with pikepdf.open(BytesIO(poster(session))) as opened:
        assert opened.docinfo["/Title"] == session.about.title
        assert str(opened.Root.Lang) == "en"
        with opened.open_outline() as outline:
            (root,) = outline.root
            names = [item.title for item in root.children]
    stages = [stage_title(session, stage) for stage in process_of(session).stages]
    assert [name for name in names if name in stages] == stages


@pytest.mark.parametrize("voices", [3, 40, 150])
def test_the_words_of_the_poster_are_the_words_of_the_session(voices: int) -> None:
    """Each unlike any other, each exactly once, and none from elsewhere."""
    texts = tuple(f"said{place}a and said{place}b, ŵyl{place}!" for place in range(voices))
    session = samples.session(voices, texts=texts)
    found = Counter(words_of(poster(session)))
    for voice in session.voices.values():
        if voice.share != "private":
            assert all(found[word] == 1 for word in voice.text.split() if word != "and")
    for commitment in session.commitments.values():
        assert Counter(commitment.what.split()) <= found
    laid = " ".join(line.words for line in scene_of(session, process_of(session)).texts)
    # A name such as Okafor-Lind may go on in the next line.
    assert found == Counter(re.sub(r"(?<=\w)- ", "-", laid).split())


def test_chinese_words_come_back_exactly() -> None:
    """Sign by sign."""
    session = samples.session(12, texts=CHINESE)
    found = "".join(words_of(poster(session)))
    for text in CHINESE:
        assert text in found


@pytest.mark.parametrize(
    "text",
    ["میرے پاس ایک گھر ہے", "আমার একটি বাড়ি আছে", "ਮੇਰੇ ਕੋਲ ਇੱਕ ਘਰ ਹੈ", "મારી પાસે એક ઘર છે"],
    ids=["Urdu", "Bengali", "Punjabi", "Gujarati"],
)
def test_other_scripts_keep_every_letter(text: str) -> None:
    """Letters may come back in another order where a script runs the other way; none is lost."""
    session = samples.session(1, sketches=0, texts=(text,))
    found = Counter("".join(words_of(poster(session))))
    assert Counter("".join(text.split())) <= found


def test_sheets_cover_the_poster_and_share_an_edge() -> None:
    """No part is lost between two sheets."""
    for paper in (Paper.A3, Paper.A2, Paper.A1, Paper.A0, Paper.WALL):
        for sheet in SHEETS:
            grid = grid_for(paper.size, sheet)
            parts = {place: grid.shows(*place) for place in grid.places()}
            last = parts[grid.rows - 1, grid.columns - 1]
            assert last.x + last.width == pytest.approx(grid.poster[0])
            assert last.y + last.height == pytest.approx(grid.poster[1])
            for (row, column), part in parts.items():
                assert 0 < part.width <= grid.sheet[0] - 2 * MARGIN + 1e-9
                assert 0 < part.height <= grid.sheet[1] - 2 * MARGIN + 1e-9
                if (row, column + 1) in parts:
                    beside = parts[row, column + 1]
                    assert part.x + part.width - beside.x == pytest.approx(OVERLAP)
                if (row + 1, column) in parts:
                    below = parts[row + 1, column]
                    assert part.y + part.height - below.y == pytest.approx(OVERLAP)


def test_a_tiled_poster_fills_whole_sheets() -> None:
    """A1 on A4 took fifteen sheets, five of them with a thin strip."""
    counts = {}
    for paper in (Paper.A3, Paper.A2, Paper.A1, Paper.A0, Paper.WALL):
        for sheet in SHEETS:
            grid = grid_for(paper.size, sheet)
            scale = grid.poster[0] / paper.size[0]
            assert grid.poster[1] / paper.size[1] == pytest.approx(scale)
            assert 0.9 <= scale <= 1.1
            # Along one side at least the sheets are full; all of them have the same share.
            shares = [
                part / (side - 2 * MARGIN)
                for part, side in zip(grid.window, grid.sheet, strict=True)
            ]
            assert max(shares) == pytest.approx(1)
            assert min(shares) > 0.7
            counts[paper, sheet] = grid.rows * grid.columns
    assert counts[Paper.A1, Paper.A4] == 9
    assert counts[Paper.A0, Paper.A4] == 18
    assert counts[Paper.A1, Paper.A3] == 4
    words = grid_for(Paper.A1.size, Paper.A4).in_words()
    assert words == "9 sheets and a map of them: 78 × 55 cm when joined."


def test_a_tiled_poster_has_a_map_and_a_label_on_every_sheet() -> None:
    """Whoever puts it together knows what goes where."""
    document = pdfium.PdfDocument(poster(samples.session(12), Options(tiled=Paper.A4)))
    grid = grid_for(Paper.A1.size, Paper.A4)
    assert len(document) == 1 + grid.rows * grid.columns
    texts = [sheet.get_textpage().get_text_range() for sheet in document]
    assert "How to join up this poster" in texts[0]
    for number, (row, column) in enumerate(grid.places(), start=1):
        label = f"Row {row + 1} of {grid.rows}, sheet {column + 1} of {grid.columns}"
        assert label in texts[number]
    document.close()


def test_a_sheet_shows_its_part_at_full_size() -> None:
    """A dark line of the whole poster is as dark at the same place of its sheet."""
    session = samples.session(12)
    whole = pdfium.PdfDocument(poster(session))
    sheets = pdfium.PdfDocument(poster(session, Options(tiled=Paper.A4)))
    grid = grid_for(Paper.A1.size, Paper.A4)
    dots = 2.0
    scale = grid.poster[0] / Paper.A1.size[0]
    picture = whole[0].render(scale=scale * dots * 25.4 / 72).to_pil().convert("L")
    for number, place in enumerate(grid.places(), start=1):
        part = grid.shows(*place)
        sheet = sheets[number].render(scale=dots * 25.4 / 72).to_pil().convert("L")
        box = tuple(
            round(edge * dots)
            for edge in (MARGIN, MARGIN, MARGIN + part.width, MARGIN + part.height)
        )
        here = tuple(
            round(edge * dots)
            for edge in (part.x, part.y, part.x + part.width, part.y + part.height)
        )
        shown, meant = sheet.crop(box).resize((60, 60)), picture.crop(here).resize((60, 60))
        pairs = zip(shown.tobytes(), meant.tobytes(), strict=True)
        assert sum(abs(one - other) for one, other in pairs) / 3600 < 6
    whole.close()
    sheets.close()


def test_a_poster_that_fits_one_sheet_is_not_tiled() -> None:
    """A4 from A4 sheets is one page."""
    options = Options(paper=Paper.A4, tiled=Paper.A4)
    assert poster(samples.session(3), options) == poster(
        samples.session(3), Options(paper=Paper.A4)
    )
