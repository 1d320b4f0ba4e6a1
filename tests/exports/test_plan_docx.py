"""The plan to edit: the words of the PDF in real headings, tables and links; all plain text."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision import plan_docx, plan_pdf
from path_planner.sample.visions import sample_vision
from tests.analysis.visions import a_source, a_vision, a_voice, small
from tests.exports.reading import spoken

ON = VisionOptions(on=date(2026, 11, 22))
SAID = {"P", "H1", "H2", "H3", "TD", "TH", "LBody"}


@cache
def sample() -> Vision:
    """Return a sample with everything in it."""
    return sample_vision(3)


@cache
def written() -> bytes:
    """Return the sample's plan."""
    return plan_docx.render(sample(), ON)


def opened(content: bytes) -> Docx:
    """Open it as another program does."""
    return docx.Document(BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of the package."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(content: bytes) -> str:
    """Return all its words without gaps."""
    return "".join(text_in(opened(content).element.body).split())


def paragraphs(content: bytes) -> Iterator[Any]:
    """Return every paragraph, those in tables too."""
    yield from opened(content).element.body.iter(qn("w:p"))


def text_in(element: Any) -> str:
    """Return the words in an element."""
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def test_everything_the_pdf_says_is_in_it() -> None:
    told, here = spoken(plan_pdf.EXPORTS[0].render(sample(), ON)), bare(words(written()))
    own = [bare(text) for role, text in told if role in SAID and text.strip()]
    # The page with the community's PATH repeats in small what the chapters say.
    picture = {*map(bare, _on_the_poster())}
    # PDFium turns what stands in one row with words from the right; its letters are the same.
    rows = {"".join(sorted(bare(text_in(one)))) for one in paragraphs(written())}
    missing = [one for one in own if one not in here and one not in picture]
    assert [one for one in missing if "".join(sorted(one)) not in rows] == []
    assert len(own) > 300


def bare(text: str) -> str:
    """Return a text without gaps and hyphens: PDFium joins what was broken at one."""
    return "".join(text.replace("\x02", "").replace("-", "").split())


def _on_the_poster() -> Iterator[str]:
    from path_planner.exports.session.poster import in_one_piece  # noqa: PLC0415
    from path_planner.exports.vision.community_poster import collective_scene  # noqa: PLC0415
    from path_planner.exports.vision.plan.pdf_renderer import PAGE_STYLE  # noqa: PLC0415

    scene = collective_scene(sample(), PAGE_STYLE.landscape_size)
    for _, text in spoken(in_one_piece(scene, PAGE_STYLE.landscape_size, sample().updated)):
        yield text


def test_headings_are_headings_and_skip_no_level() -> None:
    levels = [
        int(one.style.name[-1])
        for one in opened(written()).paragraphs
        if one.style.name.startswith("Heading ")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {1, 2, 3} == {*levels}


def test_the_contents_are_a_field_with_a_link_to_each_heading() -> None:
    document = opened(written())
    entries = [one for one in document.paragraphs if one.style.name.startswith("toc ")]
    heads = [one for one in document.paragraphs if one.style.name in {"Heading 1", "Heading 2"}]
    assert [one.text for one in entries] == [one.text for one in heads]
    xml = parts(written())["word/document.xml"].decode()
    assert xml.count('TOC \\o "1-2" \\h \\z \\u') == 1


def test_every_link_leads_to_a_place_in_the_document() -> None:
    body = opened(written()).element.body
    places = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    numbers = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    links = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))}
    assert len({*places}) == len(places)
    assert len({*numbers}) == len(numbers)
    assert links <= {*places}
    assert len(links) > 50
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", one, re.ASCII) for one in places)


def test_every_table_has_heads_that_are_repeated_and_a_caption() -> None:
    tables = opened(written()).tables
    assert len(tables) > 10
    for table in tables:
        rows = table._tbl.tr_lst
        heads = [one.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for one in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert all(one.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for one in rows)


def test_every_picture_has_words() -> None:
    document = opened(written())
    alts = [one._inline.docPr.get("descr") for one in document.inline_shapes]
    assert len(alts) > 1
    assert {*alts[1:]} <= {one.words for one in sample().drawings.values()} - {""}
    assert all(alts)
    widest = document.sections[0].page_width - 2 * document.sections[0].left_margin
    assert all(one.width <= widest for one in document.inline_shapes)


def test_it_says_its_language_and_facts_and_nothing_of_the_machine() -> None:
    core = opened(written()).core_properties
    assert core.title == sample().about.title
    assert core.author == sample().about.community
    assert core.language == "en-GB"
    assert core.last_modified_by == core.comments == ""
    assert core.created == core.modified == sample().updated
    assert not {"docProps/app.xml", "docProps/thumbnail.jpeg"} & {*parts(written())}
    styles = parse_xml(parts(written())["word/styles.xml"])
    assert {one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))} == {"en-GB"}


def test_the_same_vision_gives_the_same_bytes() -> None:
    assert plan_docx.render(sample(), ON) == written()
    with zipfile.ZipFile(BytesIO(written())) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_nothing_in_it_acts_or_leads_out() -> None:
    whole = parts(written())
    for name, content in whole.items():
        assert "vba" not in name.lower()
        assert "embeddings" not in name
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in content
    fields = re.findall(r"<w:instrText[^>]*>([^<]*)<", whole["word/document.xml"].decode())
    fields += re.findall(r"<w:instrText[^>]*>([^<]*)<", whole["word/footer1.xml"].decode())
    assert [one.split()[0] for one in fields] == ["TOC", "PAGE"]


def test_an_empty_vision_is_a_document_too() -> None:
    document = opened(plan_docx.render(a_vision(), ON))
    assert "The vision of our community" in [one.text for one in document.paragraphs]


def test_a_title_longer_than_the_facts_of_a_file_hold_stands_whole_on_the_first_page() -> None:
    title = "Our vision of a place for all of us " * 8
    vision = a_vision(about=AboutVision(title=title, community=title))
    document = opened(plan_docx.render(vision, ON))
    assert len(vision.about.title) > 255
    assert document.core_properties.title == vision.about.title[:255]
    first = next(one for one in document.paragraphs if one.style.name == "Title")
    assert first.text == vision.about.title


def test_progress_never_goes_back_and_ends() -> None:
    told: list[float] = []
    plan_docx.render(small(), replace(ON, progress=told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0


def spoken_from_right(language: str, text: str) -> Docx:
    """Return the plan of a vision in a language with one voice."""
    vision = a_vision(
        about=AboutVision(title="گھر", language=language),
        sources=[a_source(people=3)],
        voices=[a_voice(text=text, language=language, alone=True)],
    )
    return opened(plan_docx.render(vision, ON))


def test_a_document_in_a_language_from_the_right_stands_at_the_right() -> None:
    document = spoken_from_right("ur", "میرا گھر 12 ہے")
    assert document.element.body.find(f"{qn('w:sectPr')}/{qn('w:bidi')}") is not None
    heads = [one for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert all(one._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for one in heads)
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_words_from_the_right_are_runs_from_the_right_in_any_document() -> None:
    document = spoken_from_right("en", "میرا گھر is my home")
    right = [
        one
        for one in document.element.body.iter(qn("w:r"))
        if one.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
    ]
    assert "میرا گھر" in {text_in(one) for one in right}
    assert not any("home" in text_in(one) for one in right)
    cell = next(one for one in document.element.body.iter(qn("w:p")) if "home" in text_in(one))
    assert cell.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None


@pytest.mark.parametrize(
    "text",
    [
        "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText>",
        '{ HYPERLINK "https://example.org" }',
        "=SUM(A1)",
        "<w:fldSimple w:instr='AUTHOR'/>",
        "&amp;lt;b&gt; ]]> <!-- -->",
        "one\ttwo\nthree",
        "\ufffe\uffff\ufdd0 fine",
        "https://example.org/x",
    ],
)
def test_hostile_text_is_plain_text(text: str) -> None:
    vision = a_vision(
        about=AboutVision(title=text, community=text, made_by=text),
        sources=[a_source()],
        voices=[a_voice(text=text, alone=True)],
    )
    content = plan_docx.render(vision, ON)
    for name, part in parts(content).items():
        if name.endswith((".xml", ".rels")):
            parse_xml(part)
    shown = re.sub("[\ufffe\uffff\ufdd0]", "", text).replace("\t", " ")
    # What is said, by its chapter, and on the title page.
    assert words(content).count("".join(shown.split())) >= 3
    fields = opened(content).element.body.iter(qn("w:instrText"))
    assert [one.text.split()[0] for one in fields] == ["TOC"]
