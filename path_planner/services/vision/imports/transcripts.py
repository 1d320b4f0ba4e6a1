"""Texts without columns: lists, conversations with speakers, chats, and transcripts of meetings.

Who spoke is decided line by line. A line that belongs to no person (a title, a time, a number of a
cue, a message of the system) is no voice: it is kept apart, so that people see it stays out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from path_planner.domain.base import clean
from path_planner.services.vision.imports.conversation import (
    Record,
    Utterance,
    record_of_utterances,
)
from path_planner.services.vision.imports.dates import DateColumn, DateOrder, date_column_of, day_of
from path_planner.services.vision.imports.speakers import (
    FEWEST_SPOKEN,
    LONGEST_HEAD,
    SPOKEN,
    folded_speaker,
    may_be_name,
    name_and_role,
    speaker_test,
    split_spoken,
    who_of,
)
from path_planner.services.vision.imports.tables import LINE_BREAKS

# Marks of a list as programs write them; Word's own are in the private use area of Symbol fonts.
_BULLET = re.compile(
    r"^\s*(?:(?:[•▪◦‣·*–—●○■□➢➤✓✔☐☑§\u2010→►▶❖◆★☞\uf000-\uf0ff-]|\[[ xX]?\])\s+"
    r"|[•▪●➢\uf0a7\uf0b7\uf0d8]"
    r"|o\t+|\(?\d{1,3}[.)](?:\t+|\s+(?=\D))|\(?[a-z][.)]\t+|\([a-z]\)\s+)"
)
_PRIVATELY = re.compile(
    r"\((?:direct message|privately|direktnachricht|message direct|mensaje directo)\)",
    re.IGNORECASE,
)
_WHO_WAS_THERE = frozenset(
    ("present", "attending", "attendees", "participants", "apologies", "notes by", "note taker",
     "notes taken by", "facilitated by", "facilitators", "recorded by", "transcribed by",
     "yn bresennol", "anwesend", "teilnehmende", "teilnehmer", "protokoll", "presents",
     "asistentes", "presentes", "presenti", "obecni", "uczestnicy", "aanwezig")
)  # fmt: skip
_HEAD_LABELS = _WHO_WAS_THERE | frozenset(
    ("date", "day", "time", "place", "venue", "location", "meeting", "title", "duration",
     "dyddiad", "lleoliad", "datum", "ort", "uhrzeit", "lieu", "heure", "fecha", "lugar", "hora",
     "luogo", "data", "ora", "miejsce", "plaats")
)  # fmt: skip
"""What stands before a colon above a conversation and is nobody who speaks; normalised."""
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[APap]\.?\s?[Mm]\.?)?"
# Between day and time telephones write a word of their language, and after the time such as "ص".
_CHAT = re.compile(
    rf"^(?:\[({_DATE}),?\s?[^\d\n]{{0,12}}?\s?{_CLOCK}[^\d\n:]{{0,6}}\]\s*"
    rf"|({_DATE}),?\s?[^\d\n]{{0,12}}?\s?{_CLOCK}[^\d\n:]{{0,6}}?\s[-–]\s+)(.*)$"
)
_TITLE_LINES = 5
# A time before, within or after the name, as transcripts have it in each line.
_TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = rf"(?:\[{_TIME}\]|\({_TIME}\)|{_TIME})"
_STAMPED = re.compile(rf"^{_STAMP}\s*[-–]?\s*(?=\D)")
_STAMP_OF_NAME = re.compile(rf"^([^\d:\uff1a]{{1,40}}?)\s*{_STAMP}\s*(?=[:\uff1a])")
_STAMP_OF_WORDS = re.compile(rf"^([^\d:\uff1a]{{1,40}}[:\uff1a])\s*{_STAMP}\s+")
_ONLY_STAMP = re.compile(rf"^\s*{_STAMP}\s*$")
_PADDED = re.compile(r"\d\d[./]\d\d[./]\d{4}")
_CHAT_SPOKEN = re.compile(r"^([^:\uff1a]{1,60}?)\s?[:\uff1a](?:\s|(?<=\uff1a))(.*)$", re.DOTALL)
# “Asha changed the subject to “Café: new””: no name is written in quotation marks.
_CHAT_SYSTEM = re.compile(r"^[^:]{0,60}[\"“„«][^:\"“”»]{0,60}:")
_CHAT_OMITTED = re.compile(
    r"<[^<>]*(?:omitted|weggela|omis|omitid|omess|pomini|ausgeschlossen|oculta)[^<>]*>"
    r"|<attached: .*>|.{0,80}\(file attached\)"
    r"|(?:[^\W\d_]{2,20} ){1,2}(?:omitted|weggela\w{2,4}|omitid[oa]|absente|omess[oa]|pominięt\w)"
    r"|(?:You|This message was) deleted(?: this message)?\.?|null"
    r"|(?:Diese Nachricht wurde|Du hast diese Nachricht) gelöscht\.?|Se eliminó este mensaje\.?"
    r"|Ce message a été supprimé\.?|Questo messaggio è stato eliminato\.?"
    r"|Ta wiadomość została usunięta\.?|Dit bericht is verwijderd\.?",
    re.IGNORECASE,
)
_CUE = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+")
_VOICE_TAG = re.compile(
    r"<v(?:\.[\w.]{1,60})?\s{1,4}([^<>\s][^<>]{0,199})>(.*?)(?:</v>|(?=<v[\s.])|$)", re.DOTALL
)
_TAG = re.compile(r"</?[a-z][^<>]*>|<\d[\d:.]*>", re.IGNORECASE)
_TURN = re.compile(r"^\s*(\S.{0,59}?)(?:\s{2,}|\t+)\[?(?:\d+:)?\d{1,2}:\d{2}\]?\s*$")
_NEAR_TURN = re.compile(r"^\s*([^\W\d_][^\d:]{0,58}?)\s+[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?\s*$")
_MEETING_CHAT = re.compile(
    r"^\d{1,2}:\d{2}:\d{2}\s{1,4}(?:From\s{1,4})?(\S.{0,59}?)(?:\s{1,4}to\s{1,4}\S.{0,59}?)?"
    r"\s{0,4}:(?:\s{1,4}(\S.*))?$"
)
_BRACKETED = re.compile(r"^\s*\[([^\]\d][^\]]{0,59})\]\s+\d{1,2}:\d{2}(?::\d{2})?\s*$")
_IS_RECORDING = re.compile(
    r"^\s*(?:\S.{0,59}? (?:started|stopped) transcription|Transcribed by https?://\S{1,60}"
    r"|(?:Meeting|Recording|Transcription) ended(?: after .{0,20})?"
    r"|\S.{0,59}? (?:hat die Transkription (?:gestartet|beendet)"
    r"|a (?:démarré|arrêté) la transcription))\.?\s*$",
    re.IGNORECASE,
)
"""What the program writes about the recording, with the name of who made it."""
_ENDS = (".", "?", "!", "…", "”", '"', "。", "؟", "\u06d4")


class _Line(NamedTuple):
    """One turn, before speakers are cleaned: who said it, the words, and its day as written."""

    who: str
    words: str
    day: str = ""


class _Read(NamedTuple):
    """The turns of a text, and the lines that are no voices."""

    lines: list[_Line]
    left_out: list[str]


def record_of_text(text: str, order: DateOrder | None = None) -> Record:
    """Parse a text without columns, of any of the known kinds; `order` is that of its dates."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(LINE_BREAKS)
    for parse in (_cues, _chat, _turns, _meeting_chat):
        if (read := parse(text)) is not None:
            return _record(read, order)
    return _record(_conversation(text), order)


def _record(read: _Read, order: DateOrder | None) -> Record:
    days = [line.day for line in read.lines]
    dates = date_column_of(days)
    if dates.ambiguous and all(map(_PADDED.fullmatch, days)):
        # Telephones write the month first without zeros before it.
        dates = DateColumn(example=dates.example)
    chosen = order or dates.order
    utterances = [
        Utterance(
            line.words,
            who=who_of(name_and_role(line.who)[0]),
            role=name_and_role(line.who)[1],
            when=day_of(line.day, chosen) if line.day else None,
        )
        for line in read.lines
        if clean(line.words)
    ]
    record = record_of_utterances(utterances, left_out=tuple(read.left_out))
    return record._replace(dates=dates) if order is None else record


def _cues(text: str) -> _Read | None:
    """Read WebVTT and SRT: blocks of a number, a line of times, and words with a speaker."""
    lines = text.split("\n")
    if not any(_CUE.match(line) for line in lines[:60]):
        return None
    turns: list[_Line] = []
    left_out: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        rows = block.strip("\n").split("\n")
        at = next((at for at, row in enumerate(rows) if _CUE.match(row)), None)
        if at is None:
            left_out += filter(str.strip, rows)
            continue
        left_out += filter(str.strip, rows[: at + 1])
        turns += _spoken_cue("\n".join(rows[at + 1 :]))
    return _Read(_merged(turns), left_out)


def _spoken_cue(words: str) -> Iterator[_Line]:
    tagged = [*_VOICE_TAG.finditer(words)]
    if tagged:
        for voice in tagged:
            yield _Line(voice[1].strip(), _plain(voice[2]))
        return
    plain = _plain(words)
    match = SPOKEN.match(plain[:LONGEST_HEAD])
    if match and may_be_name(match[1]):
        yield _Line(match[1], plain[match.end() :].strip())
    elif plain:
        yield _Line("", plain)


def _plain(words: str) -> str:
    return " ".join(_TAG.sub("", words).split())


def _merged(turns: Iterable[_Line]) -> list[_Line]:
    """Join what one speaker said in several cues until a sentence ends."""
    merged: list[_Line] = []
    for turn in turns:
        last = merged[-1] if merged else None
        same = last is not None and turn.who in ("", last.who)
        if last is not None and same and not last.words.endswith(_ENDS):
            merged[-1] = last._replace(words=f"{last.words} {turn.words}".strip())
        elif turn.words:
            who = turn.who or (last.who if last is not None else "")
            merged.append(turn._replace(who=who))
    return merged


def _chat(text: str) -> _Read | None:
    """Read an exported chat of a telephone: a day and a time before each message."""
    lines = [re.sub("[\u200e\u200f\u202a-\u202e]", "", line) for line in text.split("\n")]
    lines = [line.replace("\u202f", " ").replace("\xa0", " ") for line in lines]
    first = [line for line in lines if line.strip()][:_TITLE_LINES]
    begins = next((at for at, line in enumerate(first) if _CHAT.match(line)), None)
    if begins is None or (begins and sum(map(bool, map(_CHAT.match, lines))) < FEWEST_SPOKEN):
        return None
    turns: list[_Line] = []
    left_out: list[str] = []
    said = False
    for line in lines:
        match = _CHAT.match(line)
        if match is None:
            if said and line.strip():
                turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{line}")
            elif line.strip():
                left_out.append(line)
            continue
        spoken = None if _CHAT_SYSTEM.match(match[3]) else _CHAT_SPOKEN.match(match[3])
        said = spoken is not None and not _is_omitted(spoken[2].strip())
        if spoken is not None and said:
            turns.append(_Line(spoken[1], spoken[2], match[1] or match[2]))
        else:
            left_out.append(line)
    return _Read(turns, left_out)


def _is_omitted(words: str) -> bool:
    # Such a message is short; on a long one the pattern would take time without end.
    return len(words) <= LONGEST_HEAD and _CHAT_OMITTED.fullmatch(words) is not None


def _turns(text: str) -> _Read | None:
    """Read a transcript with a line of name and time before each turn, as Otter and Teams do."""
    lines = text.split("\n")
    heads = [_head_of_turn(line) for line in lines]
    if sum(head is not None for head in heads) < FEWEST_SPOKEN:
        return None
    turns: list[_Line] = []
    left_out: list[str] = []
    for line, head in zip(lines, heads, strict=True):
        if head is not None:
            turns.append(_Line(head[1].strip(), ""))
        elif _IS_RECORDING.match(line):
            left_out.append(line)
        elif turns and line.strip():
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{line.strip()}".strip())
        elif line.strip():
            left_out.append(line)
    # Times of buses, one below the other, are no heads of turns.
    said = sum(bool(turn.words) for turn in turns)
    return _Read(turns, left_out) if said * 2 >= len(turns) else None


def _head_of_turn(line: str) -> re.Match[str] | None:
    # A head is short; on a long line of spaces the patterns would take time without end.
    line = line.rstrip()
    if len(line) > LONGEST_HEAD:
        return None
    head = _TURN.match(line) or _BRACKETED.match(line)
    if head is None and (near := _NEAR_TURN.match(line)) and may_be_name(near[1]):
        return near
    return head


def _meeting_chat(text: str) -> _Read | None:
    """Read the saved chat of a meeting: time, "From name to everyone:", words."""
    lines = [line for line in text.split("\n") if line.strip()]
    matches = [_MEETING_CHAT.match(line.strip()) for line in lines]
    if not lines or matches[0] is None:
        return None
    turns: list[_Line] = []
    left_out: list[str] = []
    private = False
    for line, found in zip(lines, matches, strict=True):
        # What was written to one person alone is in the chat of who saved it.
        if found is not None:
            private = bool(_PRIVATELY.search(line.strip()[: found.start(2) if found[2] else None]))
        if private:
            left_out.append(line)
        elif found is not None:
            turns.append(_Line(found[1], found[2] or ""))
        else:
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{line.strip()}".strip())
    return _Read(turns, left_out)


def _conversation(text: str) -> _Read:
    """Read notes: a voice a line; where lines begin with names, what follows belongs to them."""
    lines = [_BULLET.sub("", line).strip() for line in _unstamped(text.split("\n"))]
    lines, heads = _without_head(lines)
    speaks = speaker_test(lines)
    if not any(map(speaks, lines)):
        if len(heads) == 1 and folded_speaker(split_spoken(heads[0])[0]) not in _WHO_WAS_THERE:
            return _listed([*heads, *lines])
        listed = _listed(lines)
        return listed._replace(left_out=[*heads, *listed.left_out])
    turns: list[_Line] = []
    left_out = heads
    joins = False
    spoken = [at for at, line in enumerate(lines) if speaks(line)]
    above = [*filter(clean, lines[: spoken[0]])]
    # Before a conversation stands its title; a long list is none.
    titled = len(above) <= min(_TITLE_LINES, 2 * len(spoken))
    for at, line in enumerate(lines):
        if speaks(line):
            who, words = split_spoken(line)
            turns.append(_Line(who, words))
        elif _IS_RECORDING.match(line):
            left_out.append(line)
        elif joins and clean(line) and at > spoken[0]:
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{line}".strip())
        elif clean(line) and titled and at < spoken[0]:
            left_out.append(line)
        elif clean(line):
            turns.append(_Line("", line))
        joins = bool(clean(line)) and bool(turns)
    return _Read(turns, left_out)


def _unstamped(lines: Sequence[str]) -> list[str]:
    """Return lines without times before, behind or between name and words, if most have them.

    A time in a line of its own goes, and the name below it begins the words after it.
    """
    filled = [line.strip() for line in lines if line.strip()]
    bare = map(_without_stamp, filled)
    spoken = [
        line
        for line, words in zip(filled, bare, strict=True)
        if line != words and may_be_name(split_spoken(words)[0])
    ]
    alone = sum(bool(_ONLY_STAMP.match(line)) for line in filled)
    if alone >= FEWEST_SPOKEN and alone * 4 >= len(filled):
        return [*_under_stamps(lines)]
    if len(spoken) < FEWEST_SPOKEN or len(spoken) * 2 < len(filled):
        return [*lines]
    return [_without_stamp(line.strip()) for line in lines]


def _without_stamp(line: str) -> str:
    head, rest = line[:LONGEST_HEAD], line[LONGEST_HEAD:]
    head = _STAMPED.sub("", head, count=1)
    head = _STAMP_OF_NAME.sub(r"\1", head, count=1)
    return _STAMP_OF_WORDS.sub(r"\1 ", head, count=1) + rest


def _under_stamps(lines: Sequence[str]) -> Iterator[str]:
    name = ""
    after_stamp = False
    for line in lines:
        if _ONLY_STAMP.match(line):
            after_stamp = True
        elif not line.strip():
            yield line
        elif after_stamp and not name and _is_bare_name(line.strip()):
            name = line.strip()
        else:
            yield f"{name}: {line.strip()}" if name else line
            name, after_stamp = "", False


def _is_bare_name(line: str) -> bool:
    return ":" not in line and not line.endswith(_ENDS) and may_be_name(line)


def _without_head(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the lines above a conversation that say when, where and who from the rest."""
    left_out: list[str] = []
    for at, line in enumerate(lines):
        label = folded_speaker(split_spoken(line)[0])
        if clean(line) and label not in _HEAD_LABELS:
            return ([*lines[at:]], left_out) if left_out else ([*lines], [])
        if clean(line):
            left_out.append(line)
    return [*lines], []


def _listed(lines: Sequence[str]) -> _Read:
    """Read a list; a first line that ends in a colon is its title."""
    filled = [line for line in lines if clean(line)]
    titled = len(filled) > 1 and filled[0].endswith(":")
    return _Read([_Line("", line) for line in filled[titled:]], filled[:titled])
