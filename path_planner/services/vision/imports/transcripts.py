"""Texts without columns: lists, conversations with speakers, chats, and transcripts of meetings.

Who spoke is decided line by line. A line that belongs to no person (a title, a time, a number of a
cue, a message of the system) is no voice: it is kept apart, so that people see it stays out.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from path_planner.domain.base import clean
from path_planner.domain.people import Role
from path_planner.services.vision.imports.conversation import (
    Record,
    Utterance,
    record_of_utterances,
)
from path_planner.services.vision.imports.dates import DateColumn, DateOrder, date_column_of, day_of
from path_planner.services.vision.imports.speakers import is_label, role_of, who_of
from path_planner.services.vision.imports.tables import LINE_BREAKS
from path_planner.services.vision.privacy.normalisation import is_unspaced, normalise
from path_planner.services.vision.privacy.word_lists import is_common_word

# Marks of a list as programs write them; Word's own are in the private use area of Symbol fonts.
_BULLET = re.compile(
    r"^\s*(?:(?:[•▪◦‣·*–—●○■□➢➤✓✔☐☑\uf000-\uf0ff-]|\[[ xX]?\])\s+|[•▪●➢\uf0a7\uf0b7\uf0d8]"
    r"|o\t+|\(?\d{1,3}[.)](?:\t+|\s+(?=\D))|\(?[a-z][.)]\t+|\([a-z]\)\s+)"
)
_SPOKEN = re.compile(r"^([^\s:\uff1a][^:\uff1a\n]{0,39}?)\s*[:\uff1a](?:\s+(?=\S)|\s*$)")
_SPOKEN_UNSPACED = re.compile(r"^([^\s:\uff1a]{1,12})\uff1a(?=\S)")
_FEWEST_SPOKEN = 2
_LONGEST_HEAD = 120
_WORDS_OF_A_NAME = 4
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[APap]\.?\s?[Mm]\.?)?"
_CHAT = re.compile(
    rf"^(?:\[({_DATE}),?\s+(?:klo |um )?{_CLOCK}\]\s*"
    rf"|({_DATE}),?\s+(?:klo |um )?{_CLOCK}\s+[-–]\s+)(.*)$"
)
_PADDED = re.compile(r"\d\d[./]\d\d[./]\d{4}")
_CHAT_SPOKEN = re.compile(r"^([^:]{1,60}?):\s(.*)$", re.DOTALL)
_CHAT_OMITTED = re.compile(
    r"<[^<>]*(?:omitted|weggelassen|omis|omitid[oa]|pominięto|ausgeschlossen)[^<>]*>|<attached: .*>"
    r"|(?:image|video|audio|sticker|GIF|document|Contact card) omitted|.{0,80}\(file attached\)"
    r"|(?:You|This message was) deleted(?: this message)?\.?|null",
    re.IGNORECASE,
)
_CUE = re.compile(r"^\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+")
_VOICE_TAG = re.compile(
    r"<v(?:\.[\w.]{1,60})?\s{1,4}([^<>\s][^<>]{0,199})>(.*?)(?:</v>|(?=<v[\s.])|$)", re.DOTALL
)
_TAG = re.compile(r"</?[a-z][^<>]*>|<\d[\d:.]*>", re.IGNORECASE)
_TURN = re.compile(r"^\s*(\S.{0,59}?)(?:\s{2,}|\t+)\[?(?:\d+:)?\d{1,2}:\d{2}\]?\s*$")
_MEETING_CHAT = re.compile(
    r"^\d{1,2}:\d{2}:\d{2}\s{1,4}(?:From\s{1,4})?(\S.{0,59}?)(?:\s{1,4}to\s{1,4}\S.{0,59}?)?"
    r"\s{0,4}:\s{1,4}(\S.*)$"
)
_BRACKETED = re.compile(r"^\s*\[([^\]\d][^\]]{0,59})\]\s+\d{1,2}:\d{2}(?::\d{2})?\s*$")
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
            who=who_of(line.who),
            role=role_of(line.who),
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
    match = _SPOKEN.match(plain[:_LONGEST_HEAD])
    if match and _may_be_name(match[1]):
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
    first = next((line for line in lines if line.strip()), "")
    if not _CHAT.match(first):
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
        spoken = _CHAT_SPOKEN.match(match[3])
        said = spoken is not None and not _is_omitted(spoken[2].strip())
        if spoken is not None and said:
            turns.append(_Line(spoken[1], spoken[2], match[1] or match[2]))
        else:
            left_out.append(line)
    return _Read(turns, left_out)


def _is_omitted(words: str) -> bool:
    # Such a message is short; on a long one the pattern would take time without end.
    return len(words) <= _LONGEST_HEAD and _CHAT_OMITTED.fullmatch(words) is not None


def _turns(text: str) -> _Read | None:
    """Read a transcript with a line of name and time before each turn, as Otter and Teams do."""
    lines = text.split("\n")
    heads = [_head_of_turn(line) for line in lines]
    if sum(head is not None for head in heads) < _FEWEST_SPOKEN:
        return None
    turns: list[_Line] = []
    left_out: list[str] = []
    for line, head in zip(lines, heads, strict=True):
        if head is not None:
            turns.append(_Line(head[1].strip(), ""))
        elif turns and line.strip():
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{line.strip()}".strip())
        elif line.strip():
            left_out.append(line)
    return _Read(turns, left_out)


def _head_of_turn(line: str) -> re.Match[str] | None:
    # A head is short; on a long line of spaces the patterns would take time without end.
    line = line.rstrip()
    return _TURN.match(line) or _BRACKETED.match(line) if len(line) <= _LONGEST_HEAD else None


def _meeting_chat(text: str) -> _Read | None:
    """Read the saved chat of a meeting: time, "From name to everyone:", words."""
    lines = [line for line in text.split("\n") if line.strip()]
    matches = [_MEETING_CHAT.match(line.strip()) for line in lines]
    if not lines or matches[0] is None:
        return None
    turns: list[_Line] = []
    for line, found in zip(lines, matches, strict=True):
        if found is not None:
            turns.append(_Line(found[1], found[2]))
        else:
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{line.strip()}")
    return _Read(turns, [])


def _conversation(text: str) -> _Read:
    """Read notes: a voice a line; where lines begin with names, what follows belongs to them."""
    lines = [_BULLET.sub("", line).strip() for line in text.split("\n")]
    speaks = _speakers(lines)
    if not any(map(speaks, lines)):
        return _listed(lines)
    turns: list[_Line] = []
    left_out: list[str] = []
    joins = False
    for line in lines:
        if speaks(line):
            who, words = _split(line)
            turns.append(_Line(who, words))
        elif joins and clean(line):
            turns[-1] = turns[-1]._replace(words=f"{turns[-1].words}\n{line}".strip())
        elif clean(line) and not turns:
            left_out.append(line)
        elif clean(line):
            turns.append(_Line("", line))
        joins = bool(clean(line)) and bool(turns)
    return _Read(turns, left_out)


def _listed(lines: Sequence[str]) -> _Read:
    """Read a list; a first line that ends in a colon is its title."""
    filled = [line for line in lines if clean(line)]
    titled = len(filled) > 1 and filled[0].endswith(":")
    return _Read([_Line("", line) for line in filled[titled:]], filled[:titled])


def _split(line: str) -> tuple[str, str]:
    match = _SPOKEN.match(line[:_LONGEST_HEAD]) or _SPOKEN_UNSPACED.match(line[:_LONGEST_HEAD])
    return (match[1], line[match.end() :]) if match else ("", line)


def _speakers(lines: Sequence[str]) -> Callable[[str], bool]:
    """Return a function that tells whether a line begins with its speaker.

    A name, role or label before a colon is one. A word of every day (“Dream: a house”) is one only
    if it comes again, or if most lines begin like that.
    """
    filled = [line for line in lines if clean(line)]
    begun = [who for line in filled if (who := _split(line)[0]) and _may_be_name(who)]
    often = Counter(map(_folded, begun))
    most = len(begun) >= _FEWEST_SPOKEN and len(begun) * 2 >= len(filled)

    def speaks(line: str) -> bool:
        who = _split(line)[0]
        if not who or not _may_be_name(who):
            return False
        sure = role_of(who) is not Role.OTHER or is_label(who) or not _is_everyday(who)
        return sure or most or often[_folded(who)] > 1

    return speaks


def _folded(who: str) -> str:
    return normalise(who).text


def _may_be_name(who: str) -> bool:
    """Whether words before a colon may be a speaker: few, and with capitals or a known label."""
    words = who.split()
    if not words or len(words) > _WORDS_OF_A_NAME or who.endswith((".", "!", "?", ",")):
        return role_of(who) is not Role.OTHER
    if role_of(who) is not Role.OTHER or is_label(who):
        return True
    return all(
        word[:1].isupper() or is_unspaced(word[0]) or not word[:1].isalpha() or not _has_case(word)
        for word in words
    ) and any(word[:1].isalpha() for word in words)


def _has_case(word: str) -> bool:
    return word.upper() != word.lower()


def _is_everyday(who: str) -> bool:
    return all(is_common_word(word) for word in _folded(who).split())
