"""Exports of programs that communities use, each known by its shape; the words are invented."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZipFile

import pytest

from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.people import Role
from path_planner.errors import ColumnsUnclear, NotARecord
from path_planner.services.vision.imports.column_names import Use
from path_planner.services.vision.imports.columns import Guess, guess_columns
from path_planner.services.vision.imports.files import open_record, open_text, sure_record
from path_planner.services.vision.imports.tables import table_of_text
from tests.services.vision.imports.records import opened, spoken, table, words

PAINT, BUS = "We need a room where we can paint.", "A bus that runs on Sundays, please."


def test_polis_with_all_its_columns() -> None:
    record = sure_record(
        opened(
            table(
                ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees",
                 "moderated", "comment-body"),
                ("1518501496471", "Tue Feb 13 12:58:16 WIB 2018", "5", "17", "48", "8", "1", PAINT),
                ("1518501496472", "Tue Feb 13 12:58:17 WIB 2018", "6", "17", "3", "9", "0", BUS),
            )
        )
    )  # fmt: skip
    assert [(said.row, said.who, said.agrees, said.disagrees) for said in record.utterances] == [
        ("5", "17", 48, 8),
        ("6", "17", 3, 9),
    ]
    assert record.is_form


def test_a_file_of_votes_alone_is_refused() -> None:
    with pytest.raises(ColumnsUnclear):
        sure_record(opened(table(("timestamp", "comment-id", "voter-id", "vote"), *VOTES)))


VOTES = [("1518501496471", str(n), str(n % 7), str(n % 3 - 1)) for n in range(12)]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (
            ("id", "title", "description", "cached_votes_up", "created_at", "comments_count"),
            ("4", "A room", f"<p>{PAINT}</p>", "20", "2026-04-03 10:00:00", "3"),
        ),
        (
            ("URL", "Title", "Proposed for Project", "Description", "Author", "Comments",
             "Supporters", "City"),
            ("https://town.example/4", "A room", "The hall", PAINT, "heron", "3", "20", "Quill"),
        ),
    ],
)  # fmt: skip
def test_consul_proposals(headings: tuple[str, ...], row: tuple[str, ...]) -> None:
    record = sure_record(opened(table(headings, row)))
    assert [(said.text, said.agrees) for said in record.utterances] == [(f"A room. {PAINT}", 20)]


def test_consul_comments() -> None:
    headings = ("id", "commentable_type", "commentable_id", "body", "cached_votes_up",
                "cached_votes_down", "created_at", "hidden_at")  # fmt: skip
    record = sure_record(
        opened(
            table(
                headings,
                ("1", "Proposal", "4", PAINT, "3", "1", "2026-04-03", ""),
                ("2", "Proposal", "4", "Buy my pills", "0", "9", "2026-04-03", "2026-04-04"),
            )
        )
    )
    assert words(record) == [PAINT]
    assert [said.text for said in record.moderated] == ["Buy my pills"]


def test_decidim_proposals_of_one_language() -> None:
    headings = ("id", "category/name/en", "scope/name/en", "title/en", "title/cy", "body/en",
                "body/cy", "endorsements/total_count", "published_at", "author/name",
                "author/email")  # fmt: skip
    text = table(headings, ("9", "Getting about", "Upper Quill", "Bus", "", BUS, "", "7",
                            "2026-04-03 10:00", "Marigold", "m@quill.example"))  # fmt: skip
    (said,) = sure_record(opened(text)).utterances
    assert (said.text, said.agrees, said.who) == (f"Bus. {BUS}", 7, "Marigold")
    assert (said.themes, said.where) == (("Getting about",), "Upper Quill")
    assert "quill.example" not in repr(said)


def test_microsoft_forms() -> None:
    record = sure_record(
        opened(
            table(
                ("ID", "Start time", "Completion time", "Email", "Name", "What matters to you?",
                 "What gets in the way?"),
                ("1", "4/23/2026 9:12:45", "4/23/2026 9:20:01", "anonymous", "", PAINT, "n/a"),
                ("2", "4/24/2026 9:12:45", "4/24/2026 9:20:01", "t@quill.example", "Tobias", BUS,
                 "The hill"),
            )
        )
    )  # fmt: skip
    assert [(said.question, said.text) for said in record.utterances] == [
        ("What matters to you?", PAINT),
        ("What matters to you?", BUS),
        ("What gets in the way?", "The hill"),
    ]
    assert [said.text for said in record.set_aside] == ["n/a"]
    assert "quill.example" not in repr(record)


def test_friends_and_family_with_codes_that_are_marked() -> None:
    text = table(
        ("Comment ID", "Trust", "Date", "FFT question", "FFT answer", "Parking", "Kindness"),
        ("1", "Trust A", "2026-04-03", "What was good?", "The nurse stayed with me.", "0", "1"),
        ("2", "Trust A", "2026-04-03", "What was good?", "Nothing", "0", "0"),
    )
    looked_at = opened(text)
    assert looked_at.guess is not None
    assert looked_at.guess.sure
    record = sure_record(looked_at)
    assert [(said.question, said.text) for said in record.utterances] == [
        ("What was good?", "The nurse stayed with me.")
    ]
    assert len(record.set_aside) == 1


def test_mural_and_qualcoder() -> None:
    mural = table(("ID", "BG COLOR", "TEXT", "AREA", "TAGS"), ("1", "#fff", PAINT, "Dreams", "art"))
    (said,) = sure_record(opened(mural)).utterances
    assert (said.text, said.question, said.themes) == (PAINT, "Dreams", ("art",))
    headings = ("File", "Codename", "Coded", "Coder")
    rows = [("one.txt", code, PAINT, "default") for code in ("hope", "art")]
    (said,) = sure_record(opened(table(headings, *rows))).utterances
    assert (said.text, said.themes) == (PAINT, ("hope", "art"))


def test_notes_of_a_board_without_headings_that_anybody_knows() -> None:
    """Miro writes a board as rows of notes, with headings of its own making."""
    notes = [("Frame 1", PAINT), ("Frame 1", BUS), ("Frame 2", "More places to sit on the way")]
    guess = guess_columns(table_of_text(table(("Our board", "Sticky notes of it"), *notes)))
    assert guess.uses == (Use.LEAVE_OUT, Use.WORDS)


def test_a_project_of_research_brings_its_codes_as_themes() -> None:
    text = f"Interviewer: hello\n{PAINT} {BUS}"
    at = text.index(BUS)
    project = f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>
<Code guid="c1" name="Getting about"><Code guid="c2" name="Sundays"/></Code></Codes></CodeBook>
<Sources><TextSource guid="s1" name="Walk" plainTextPath="internal://s1.txt">
<PlainTextSelection guid="p1" startPosition="{at}" endPosition="{at + len(BUS)}">
<Coding guid="k1"><CodeRef targetGUID="c1"/></Coding>
<Coding guid="k2"><CodeRef targetGUID="c2"/></Coding></PlainTextSelection>
</TextSource></Sources></Project>"""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("project.qde", project)
        archive.writestr("sources/s1.txt", "\ufeff" + text)
    (said,) = sure_record(open_record("walk.qdpx", packed.getvalue())).utterances
    assert (said.text, said.themes) == (BUS, ("Getting about", "Sundays"))


def test_a_hostile_project_is_refused() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Project>&b;</Project>'
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("project.qde", bomb)
    with pytest.raises(NotARecord, match="without coded passages"):
        open_record("x.qdpx", packed.getvalue())


IPHONE = (
    "[12/03/2024, 14:02:09] \u200eMessages and calls are end-to-end encrypted.\n"
    f"[12/03/2024, 14:05:11] Marigold Penhallow: {PAINT}\n"
    "with my friends\n"
    "\u200e[12/03/2024, 14:06:00] Tobias Quince: \u200eimage omitted\n"
    f"[13/03/2024, 09:00:00] Tobias Quince: {BUS}\n"
)
AMERICAN = f"3/13/24, 2:05 PM - Marigold Penhallow: {PAINT}\n3/14/24, 9:00 AM - Tobias: {BUS}\n"
TEAMS = (
    "WEBVTT\n\nabc/1-0\n00:00:03.210 --> 00:00:06.950\n"
    f"<v Marigold Penhallow>{PAINT}</v>\n\nabc/2-0\n00:00:07.000 --> 00:00:09.000\n"
    f"<v Tobias Quince>{BUS}</v>\n"
)
SRT = (
    f"1\n00:00:03,210 --> 00:00:06,950\nMarigold Penhallow: {PAINT}\n\n"
    f"2\n00:00:07,100 --> 00:00:09,000\nTobias Quince: {BUS}\n"
)
OTTER = (
    f"Marigold Penhallow  0:03\n{PAINT}\n\nTobias Quince  0:07\n{BUS}\n\nTranscribed by a tool\n"
)
ZOOM_CHAT = f"09:12:45 From Marigold Penhallow to Everyone: {PAINT}\n09:13:00\tTobias:\t{BUS}\n"
ZOOM_TEXT = f"[Marigold Penhallow] 09:12:45\n{PAINT}\n\n[Tobias Quince] 09:13:00\n{BUS}\n"


@pytest.mark.parametrize("text", [IPHONE, AMERICAN, TEAMS, SRT, OTTER, ZOOM_CHAT, ZOOM_TEXT])
def test_chats_and_transcripts_keep_who_spoke_apart_from_the_words(text: str) -> None:
    record = sure_record(opened(text, "talk.txt"))
    assert [said.who.split()[0] for said in record.utterances] == ["Marigold", "Tobias"]
    first, second = words(record)
    assert first.startswith(PAINT)
    assert second.startswith(BUS)
    assert not any(name in said.text for said in record.utterances for name in ("Mari", "Quince"))
    assert "omitted" not in repr(record.utterances)


def test_days_of_a_chat_are_in_one_order() -> None:
    days = [said.when for said in sure_record(opened(AMERICAN, "x.txt")).utterances]
    assert [day.isoformat() for day in days if day] == ["2024-03-13", "2024-03-14"]


def test_a_wish_before_a_colon_is_no_speaker() -> None:
    record = sure_record(opened("Dream: a house by the sea\nA bus\nTea\nA bench\n", "x.txt"))
    assert spoken(record)[0] == ("", "Dream: a house by the sea")
    record = sure_record(opened("A bus\nWinifred Oakapple: a bench\nTea\n", "x.txt"))
    assert ("Winifred Oakapple", "a bench\nTea") in spoken(record)


def a_project(selections: str, text: str) -> bytes:
    project = (
        '<Project><Code guid="c" name="Home"/><TextSource plainTextPath="internal://a.txt">'
        f"{selections}</TextSource></Project>"
    )
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("project.qde", project)
        archive.writestr("sources/a.txt", text)
    return packed.getvalue()


def test_passages_that_overlap_without_end_take_no_memory() -> None:
    passage = (
        '<PlainTextSelection guid="p" startPosition="0" endPosition="999999">'
        '<CodeRef targetGUID="c"/></PlainTextSelection>'
    )
    content = a_project(passage, "a bus " * 100_000)
    table_read = open_record("x.qdpx", content).table
    assert table_read is not None
    assert len(table_read.rows[0][-1]) <= MOST_LETTERS + 1


def test_a_project_that_is_encrypted_is_refused_in_a_sentence() -> None:
    content = bytearray(a_project("", "a bus"))
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    with pytest.raises(NotARecord, match="without coded passages"):
        open_record("x.qdpx", bytes(content))


ENDLESS = (
    ("x.csv", 'comment\nA bus\n"<p>' + "<a " * 40_000 + '"\n'),
    ("x.csv", 'comment\nA bus\n"<p>' + "<![" * 40_000 + '"\n'),
    ("x.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\nA bus\n" + "<v a" * 200_000),
    ("x.vtt", "WEBVTT\n\n00:01.000 --> 00:03.000\nA bus\n" + "<a" * 400_000),
    ("x.txt", "24/11/2026, 10:15 - Asha: A bus <" + "omitted " * 200_000),
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("name", "text"), ENDLESS)
def test_marks_that_never_end_are_read_in_one_go(name: str, text: str) -> None:
    record = open_record(name, text.encode()).record()
    assert record.utterances[0].text.startswith("A bus")


PEOPLE = ("Asha Quill", "Tobias Quince", "berta brunn", "Olaf van Odel", "Ute Ulm", "Sven Tarn")


def a_form(question: str, answers: Sequence[str]) -> Guess:
    """Return the guess for a form of this question and one on what matters."""
    said = ("The late bus", "A bench", "More trees", "A quiet room", "Safe roads", "Longer days")
    rows = [
        (f"2026/11/1{n} 10:00:00", answer, more)
        for n, (answer, more) in enumerate(zip(answers, said, strict=True))
    ]
    return guess_columns(table_of_text(table(("Timestamp", question, "What matters?"), *rows)))


@pytest.mark.parametrize(
    "question",
    ["What is your name?", "Wie heißen Sie?", "Nom et prénom de la personne", "Twoje imię", "Enw"],
)
def test_a_question_for_a_name_brings_no_voices(question: str) -> None:
    guess = a_form(question, PEOPLE)
    assert guess.uses == (Use.WHEN, Use.WHO, Use.WORDS)


def test_a_question_for_a_name_of_a_park_brings_voices() -> None:
    names = [f"the park of {sort} we all planted" for sort in ("oak", "ash", "fir", "elm", "yew")]
    guess = a_form("What name should the park have?", [*names, "no idea at all"])
    assert guess.uses[1] is Use.WORDS


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is your postcode?", "LD{n} {n}AB"),
        ("What is your home address?", "{n} Mill Lane, Dale"),
        ("An welche Adresse senden wir das Ergebnis?", "Mühlweg {n}, Tal"),
    ],
)
def test_a_question_for_an_address_is_left_out(question: str, answer: str) -> None:
    guess = a_form(question, [answer.format(n=n) for n in range(6)])
    assert guess.uses == (Use.WHEN, Use.LEAVE_OUT, Use.WORDS)


def test_a_list_to_tick_is_no_voice_but_a_list_in_own_words_is() -> None:
    choices = (
        "Buses, Shops",
        "Buses",
        "Shops, Parks, Buses",
        "Parks, Shops",
        "Parks",
        "Buses, Parks",
    )
    question = "Which of these matter to you?"
    assert a_form(question, choices).uses[1] is Use.LEAVE_OUT
    own = ("buses, a bench", "my dog", "quiet, trees", "friends", "shops, buses", "work, money")
    assert a_form(question, own).uses[1] is Use.WORDS


def test_labels_of_a_table_of_numbers_are_no_sure_guess() -> None:
    labels = [("getting about town", "0.91", "12"), ("places to meet", "0.84", "31")]
    assert not guess_columns(table_of_text(table(("", "score", "count"), *labels))).sure
    about = [("address", "https://example.org/a"), ("voters", "120"), ("about", PAINT)]
    assert not guess_columns(table_of_text(table(("topic", "Energy"), *about))).sure


BOTH = [("Asha Quill", BUS), ("Tobias Quince", PAINT)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("24/11/2026 à 10:15 - Asha Quill : ", "24/11/2026 à 10:16 - Tobias Quince : "),
        ("2026/11/24 上午10:15 - Asha Quill: ", "2026/11/24 下午10:16 - Tobias Quince: "),
        (
            "24\u200f/11/2026, 10:15 \u0635 - Asha Quill: ",
            "24/11/2026, 10:16 \u0645 - Tobias Quince: ",
        ),
        ("Our group\n24.11.26, 10:15 - Asha Quill: ", "24.11.26, 10:16 - Tobias Quince: "),
        ("[00:01:02] Asha Quill: ", "[00:01:12] Tobias Quince: "),
        ("(1:02) Asha Quill: ", "(1:12) Tobias Quince: "),
        ("01:02 Asha Quill: ", "01:12 Tobias Quince: "),
        ("Asha Quill (00:01:02): ", "Tobias Quince (00:01:12): "),
        ("Asha Quill: [01:02] ", "Tobias Quince: [01:12] "),
        ("Asha Quill 0:02\n", "Tobias Quince 1:12\n"),
        ("0:02\nAsha Quill\n", "1:12\nTobias Quince\n"),
        ("Date: 24 November\nPresent: Asha, Sam Dean\nAsha Quill: ", "Tobias Quince: "),
        ("Asha Quill started transcription\nAsha Quill   0:03\n", "Tobias Quince   0:10\n"),
        (
            "10:02:11 From Asha Quill to Everyone:\n",
            "10:03:11 From Tobias Quince to Everyone:\n",
        ),
    ],
)
def test_who_spoke_is_told_from_what_was_said_and_when(one: str, other: str) -> None:
    assert spoken(open_record("x.txt", f"{one}{BUS}\n{other}{PAINT}\n".encode()).record()) == BOTH


def test_what_a_program_says_of_a_recording_is_no_voice() -> None:
    text = f"Asha Quill   0:03\n{BUS}\nTobias Quince   0:10\n{PAINT}\n"
    for last in ("Asha Quill stopped transcription", "Transcribed by https://otter.ai"):
        record = open_record("x.txt", f"{text}\n{last}\n".encode()).record()
        assert spoken(record) == BOTH
        assert record.left_out == (last,)


def test_what_was_written_to_one_person_alone_stays_out() -> None:
    text = (
        f"10:02:11 From Asha Quill to Everyone: {BUS}\n"
        "10:02:15 From Tobias Quince to Asha Quill(Direct Message): for you alone\nand more\n"
        f"10:03:00 From Tobias Quince to Everyone: {PAINT}\n"
    )
    assert spoken(open_record("x.txt", text.encode()).record()) == BOTH


def test_a_new_subject_of_a_chat_is_no_voice() -> None:
    begins = "24/11/2026, 10:15 - "
    subject = f'{begins}Asha Quill changed the subject to "Café: new"'
    text = f"{subject}\n{begins}Asha Quill: {BUS}\n{begins}Tobias Quince: {PAINT}\n"
    record = open_record("x.txt", text.encode()).record()
    assert spoken(record) == BOTH
    assert record.left_out == (subject,)


def test_names_without_capitals_and_with_roles_are_speakers() -> None:
    small = "asha: the bus is late\ntobias: yes it is\nsam: we wait"
    assert [who for who, _words in spoken(open_text(small).record())] == ["asha", "tobias", "sam"]
    record = open_text("Ann (mum): A ramp\nLudwig van Odel: A bus\nTom, carer: A bench").record()
    assert [(said.who, said.role) for said in record.utterances] == [
        ("Ann", Role.FAMILY),
        ("Ludwig van Odel", Role.OTHER),
        ("Tom", Role.FAMILY),
    ]


def test_times_and_topics_that_people_wrote_are_their_words() -> None:
    for text in (
        "Bus 10:15\nBus 11:15\nBus 12:15",
        "09:30 the bus is late\n10:15 the bus never comes",
        "bus: more often\nshop: later\npark: bigger",
        "Place: nowhere to sit\nMore trees",
    ):
        record = open_text(text).record()
        assert [said.text for said in record.utterances] == text.split("\n")


def test_a_list_above_the_first_name_is_no_title() -> None:
    lines = [f"Thing number {n} that we need" for n in range(6)]
    record = open_text("\n".join([*lines, "", "Asha Quill: A bench"])).record()
    assert spoken(record) == [*(("", line) for line in lines), ("Asha Quill", "A bench")]
