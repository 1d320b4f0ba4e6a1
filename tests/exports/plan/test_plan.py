"""The community plan: its words are those that may be told, and every line leads somewhere."""

from fractions import Fraction
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from path_planner.analysis.counts import count_all, count_of, count_sentence
from path_planner.analysis.numbering import references
from path_planner.analysis.queries import all_voices, voices_by_theme
from path_planner.analysis.quotes import quote_of
from path_planner.analysis.ranking import themes_by_weight
from path_planner.analysis.tally import tally
from path_planner.domain.base import put, sorted_records, with_fields
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import ThemeAssignment
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Method
from path_planner.domain.voice import Share
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision.plan.blocks import BarChart, Table, ThemeOpener
from path_planner.exports.vision.plan.context import plan_context
from path_planner.exports.vision.plan.pdf_renderer import PAGE_STYLE
from path_planner.exports.vision.plan.priorities import round_blocks
from path_planner.exports.vision.plan_pdf import Composed, compose
from path_planner.i18n import format_average
from path_planner.pdf.report import DryRun
from path_planner.pdf.table import Cell, Column, draw_table
from path_planner.sample.visions import sample_vision
from tests.exports.consultations import consultation
from tests.exports.plan.reading import (
    DAY,
    bookmarks,
    everything,
    evidence,
    links,
    pages,
    plan,
    text,
)
from tests.exports.reading import spoken
from tests.exports.visions import CANARIES, vision
from tests.pdf.reading import complaints, unmarked


@cache
def sample() -> Vision:
    """Return a made-up vision of six PATHs and three conversations."""
    return sample_vision(6)


@cache
def small() -> bytes:
    """Return the plan of a small vision made by hand."""
    return plan(vision())


@cache
def drawn() -> bytes:
    """Return its plan."""
    return plan(sample())


@cache
def proof() -> bytes:
    """Return the evidence for it."""
    return evidence(sample())


def test_it_passes_a_full_check_of_pdf_ua_1(tmp_path: Path) -> None:
    for made in (drawn(), proof()):
        assert complaints(made, tmp_path) == []
        assert unmarked(made) == []


def test_the_same_vision_gives_the_same_bytes() -> None:
    assert plan(vision()) == small()
    assert evidence(vision()) == evidence(vision())


def test_every_quote_is_in_the_evidence_and_no_other_words_of_a_voice_anywhere() -> None:
    # A word may go on in the next line after its hyphen, so spaces are left out.
    found = "".join("".join(words.split()) for _, words in spoken(proof()))
    found = found.replace("\x02", "-")
    for voice in all_voices(sample()):
        quote, words = quote_of(sample(), voice), "".join(voice.text.split())
        # Words of right-to-left scripts come back in an order of their own.
        if quote and words.isascii():
            assert words in found
    silent = {voice.text for voice in all_voices(sample()) if not quote_of(sample(), voice)}
    printed = {voice.text for voice in all_voices(sample()) if quote_of(sample(), voice)}
    whole = everything(drawn()) + everything(proof())
    assert silent - printed
    for words in silent - printed:
        # Somebody may have drawn or planned what others only let be counted.
        assert words not in whole or words in _group_words(sample())


def _group_words(told: Vision) -> str:
    """Return what the group wrote itself."""
    parts = [told.about.vision, told.about.summary]
    for name in ("themes", "causes", "disagreements", "priorities", "actions", "outcomes"):
        parts.extend(str(one.model_dump()) for one in getattr(told, name).values())
    parts.extend(one.words for one in told.drawings.values())
    return " ".join(parts)


def test_nothing_that_was_not_agreed_is_anywhere_in_the_file() -> None:
    whole = everything(small()) + everything(evidence(vision()))
    assert "I want number 1 to be mine." in whole
    assert "Bo Larch" in whole
    for canary in CANARIES:
        assert canary not in whole


def test_a_voice_that_is_not_quoted_is_a_row_without_its_words() -> None:
    told, rows = vision(), pages(evidence(vision()))
    silent = [voice for voice in all_voices(told) if not quote_of(told, voice)]
    assert silent
    assert " ".join(rows).count("Counted, not quoted") == len(silent)


def test_unnamed_members_are_counted_by_what_brings_them() -> None:
    found = text(small())
    assert "Bo Larch (Self-advocate or expert by experience)" in found
    assert "1 person not named: Professional" in found


def test_who_was_heard_stands_beside_who_lives_there_if_the_group_gives_figures() -> None:
    told = vision(paths=2, themes=1)
    figures = "Women: 900, 12\nPeople over 90: 40, 2\nMen: 850"
    told = told.model_copy(update={"about": with_fields(told.about, population=figures)})
    found = text(plan(told))
    assert "Women 900 12 13" in found
    # Two people could be recognised.
    assert "People over 90 40 fewer than 5 –" in found
    assert "Men 850 not recorded –" in found
    assert "Who lives here, and who was heard" not in text(small())


def test_the_counts_are_those_of_the_evidence() -> None:
    found, whole = text(drawn()), count_all(sample())
    shown = [one.theme.id for one in themes_by_weight(sample())][: openings(sample())]
    assert len(shown) > 3
    for theme, voices in voices_by_theme(sample()).items():
        told = count_sentence(count_of(sample(), voices), whole)
        assert "".join(told.split()) in "".join(text(proof()).split()), theme
        if theme not in shown:
            continue
        assert told in found, theme
        silent = sum(quote_of(sample(), voice) is None for voice in voices)
        assert (
            f"{silent} more voices are counted" in found
            or f"{silent} more voice is counted" in found
            or not silent
        )


def openings(told: Vision) -> int:
    """Return how many themes have a section of their own."""
    return sum(isinstance(one, ThemeOpener) for one in composed(told).blocks)


def composed(told: Vision) -> Composed:
    """Return the blocks of a plan."""
    return compose(told, VisionOptions(on=DAY))


def test_every_vote_is_in_a_table_by_standing() -> None:
    told, found = sample(), text(proof())
    for held in sorted_records(told.votes):
        for result in tally(told, held.id).results:
            name = references(told).of("priorities", result.priority)
            title = told.priorities[result.priority].title
            sides = [str(result.by_stakeholder_group[side]) for side in result.by_stakeholder_group]
            if held.method is Method.FISTS:
                average = format_average(result.average or Fraction())
                assert f"{name} {title} {average} {result.answered}" in found
                continue
            assert f"{name} {title} {result.total}" in found
            assert all(side in found for side in sides)


def test_legend_and_tables_of_a_vote_name_the_groups_alike() -> None:
    context = plan_context(consultation(60), VisionOptions(on=DAY))
    found = [
        block
        for number, held in enumerate(sorted_records(context.vision.votes), 1)
        for block in round_blocks(context, held, number)
    ]
    (chart,) = (block for block in found if isinstance(block, BarChart))
    tables = [block for block in found if isinstance(block, Table)]
    voters = next(table for table in tables if table.columns[0].title == "Who voted")
    named = [row[0] for row in voters.rows]
    assert named == ["Planning for themselves", "Families and friends", "Professionals"]
    assert {*named} <= {*chart.names}
    assert [column.title for column in chart.table.columns][3:] == named
    fists = next(table for table in tables if "Fingers on average" in heads(table))
    assert [column.title for column in fists.columns][4:] == named


def heads(table: Table) -> list[str]:
    """Return the titles of its columns."""
    return [column.title for column in table.columns]


def test_a_fist_of_five_is_listed_by_its_average() -> None:
    context = plan_context(consultation(60), VisionOptions(on=DAY))
    fists = context.vision.votes["r2"]
    tables = [one for one in round_blocks(context, fists, 2) if isinstance(one, Table)]
    table = next(one for one in tables if "Fingers on average" in heads(one))
    averages = [row[2].text for row in table.rows]
    assert averages == sorted(averages, reverse=True)
    # Its bar is on the scale of a hand.
    assert all(abs(row[2].bar - float(row[2].text) / 5) < 0.02 for row in table.rows)
    assert {row[3] for row in table.rows} == {"22"}


def test_what_is_0_has_no_bar() -> None:
    drawn = [
        shapes_of([Cell("0", column=share), Cell("0", bar=share)]) for share in (0.0, 0.001, 1.0)
    ]
    assert drawn[0] == 0
    assert 0 < drawn[1] <= drawn[2]


def shapes_of(row: list[Cell]) -> int:
    """Return how many filled shapes a table draws beyond those without a bar."""

    def count(cells: list[Cell]) -> int:
        report = DryRun("en", page_style=PAGE_STYLE)
        filled: list[object] = []
        report.document.shape = lambda *shapes, **_paint: filled.append(shapes)
        draw_table(report, [Column("A"), Column("B")], [cells])
        return len(filled)

    return count(row) - count([Cell(cell.text) for cell in row])


def test_while_people_still_vote_nothing_of_it_is_told() -> None:
    told = vision()
    closed = text(small())
    told = put(told, "votes", with_fields(told.votes["r1"], open=True))
    assert "2 people voted." in closed
    assert "people voted." not in text(plan(told))


def test_the_contents_name_the_pages_on_which_chapters_and_themes_begin() -> None:
    shown = pages(drawn())
    entries = [each for each in links(drawn()) if ", page " in each.says]
    themes = [each for each in entries if each.says[1].isdigit()]
    assert len(themes) == openings(sample())
    assert len(entries) > len(themes) + 10
    assert {each.page for each in entries} == {2}
    for entry in entries:
        title, number = entry.says.rsplit(", page ", 1)
        assert entry.to + 1 == int(number)
        name = title.split(maxsplit=1)[1] if entry in themes and title[1].isdigit() else title
        assert name in shown[entry.to]
        assert f"{title} {number}" in shown[2]
    assert all(before.to <= here.to for before, here in pairwise(entries))


def test_each_voice_leads_to_its_theme_and_back() -> None:
    names = references(sample())
    leads = {link.says: link.to for link in links(proof())}
    shown = pages(proof())
    for theme, voices in voices_by_theme(sample()).items():
        name, title = names.of("themes", theme), sample().themes[theme].name
        page = shown[leads[f"Theme {name}: {title}"]]
        assert f"{name} {title.split()[0]}" in page
        for voice in voices:
            row = names.of("voices", voice.id)
            # PDFium turns a name about where its line holds words from the right.
            assert {row, f"{row[1:]}Q"} & {*shown[leads[f"Voice {row}"]].split()}


def test_bookmarks_hold_chapters_themes_and_stretches_of_the_evidence() -> None:
    found = bookmarks(drawn())
    for name in ("The plan in brief", "Our vision", "Said by one person", "You said, we did"):
        assert name in found
    assert sum(theme.name in found for theme in sample().themes.values()) == openings(sample())
    assert any(one.startswith("Voices Q1 to") for one in bookmarks(proof()))


def test_the_path_of_the_community_is_read_where_there_was_a_path_and_nowhere_else() -> None:
    headings = [words for role, words in spoken(drawn()) if role == "H2"]
    assert {"Dream", "Goal", "Now"} <= {*headings}
    assert headings.count("Dream") == 1
    survey = plan(consultation(60))
    assert "Dream" not in [words for role, words in spoken(survey) if role == "H2"]
    # No word and no column tells of a PATH where there was none.
    assert [page for page in pages(survey) if "PATH" in page] == []


def test_progress_is_told_and_never_goes_back() -> None:
    told: list[float] = []
    plan(vision(), progress=told.append)
    assert told
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_people_and_professionals_stand_in_blocks_of_their_own() -> None:
    found = text(plan(vision(paths=3, themes=1)))
    assert "People, families and neighbours" in found
    several = put(
        vision(paths=2, themes=1),
        "voices",
        SharedVoice(
            id="worker",
            source="s1",
            text="I fill in forms all day.",
            share=Share.QUOTE,
            role=Role.PROFESSIONAL,
        ),
    )
    several = put(several, "placings", ThemeAssignment(id="w", voice="worker", theme="t0"))
    made = plan(several)
    read = [words for role, words in spoken(made) if role in {"P", "H3"}]
    titles = ("People, families and neighbours", "Professionals and decision-makers")
    people, workers = (read.index(title) for title in titles)
    assert people < workers
    assert workers < next(
        place for place, words in enumerate(read) if "I fill in forms all day." in words
    )
    assert not any("forms" in words for words in read[people:workers])


@pytest.mark.parametrize("name", ["Homes", "Friends", "Getting about"])
def test_a_theme_begins_with_its_name_and_its_statement_on_its_own_page(name: str) -> None:
    opener = f"{name} I have what I want with {name.lower()}. Said in"
    assert sum(opener in page for page in pages(small())) == 1


def test_how_to_reach_those_who_made_it_stands_where_people_may_change_their_mind() -> None:
    told = vision(paths=2, themes=1)
    reach = "Ring 01632 960 199 on Mondays."
    told = told.model_copy(update={"about": with_fields(told.about, contact=reach)})
    read = [words for _, words in spoken(plan(told))]
    places = [place for place, words in enumerate(read) if words == reach]
    assert len(places) == 2
    assert read[places[0] - 1] == "How to contact us"
    assert read[places[1] - 1] == "To say more, or to change your mind:"
    assert "How to contact us" not in text(small())


def test_where_one_person_voted_alone_the_plan_says_why_the_split_is_not_shown() -> None:
    why = "someone who was the only one in a group could be recognised"
    told = vision()
    standings = {one.standing for one in told.ballots.values()}
    assert len(told.ballots) == len(standings) > 1
    found = text(small())
    assert why in found
    assert "how each group voted: the groups were not recorded" in found
    assert "How each group voted" not in found
    assert "How each group voted" in text(plan(consultation(60)))


def test_words_that_were_changed_say_so_in_the_theme_and_in_the_evidence() -> None:
    told = vision(paths=1, themes=1)
    voices = {key: with_fields(one, reworded=True) for key, one in told.voices.items()}
    told = told.model_copy(update={"voices": voices})
    quoted = [one for one in all_voices(told) if quote_of(told, one)]
    said = "Words were changed so that nobody can be recognised"
    assert " ".join(pages(evidence(told))).count(said) >= len(quoted)
    assert said in text(plan(told))
    assert said not in text(small())


def test_a_voice_that_is_quoted_with_a_disagreement_is_not_quoted_twice_in_its_theme() -> None:
    told = sample()
    sides = [
        voice
        for one in told.disagreements.values()
        for side in (one.one, one.other)
        for voice in side.voices
    ]
    quotes = [quote.words for one in sides if (quote := quote_of(told, told.voices[one]))]
    before = text(drawn()).partition("What people said, theme by theme People put")[2]
    assert quotes
    shown = [words for words in quotes if words in before]
    assert shown
    assert any(before.count(words) == 1 for words in shown)
