"""Sessions of every shape, for tests by property."""

from base64 import b64encode
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from path_planner.domain.commitment import Commitment, Review
from path_planner.domain.image import Encoding, Picture
from path_planner.domain.marks import (
    FARTHEST,
    Align,
    Card,
    CardSubject,
    Dash,
    Head,
    Label,
    Pen,
    Photo,
    Shape,
    ShapeKind,
    Sketch,
    Stamp,
    Stroke,
)
from path_planner.domain.people import Pathfinder, PathfinderKind, Person, Role
from path_planner.domain.session import About, AgreementLine, Consent, Session, StageState
from path_planner.domain.timer import Timer
from path_planner.domain.voice import Expressed, Share, Voice

words = st.text(max_size=60)
record_ids = st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True)
numbers = st.floats(allow_nan=False, allow_infinity=False)
lengths = st.floats(0, FARTHEST)
lengths_or_less = st.floats(-FARTHEST, FARTHEST)
colours = st.from_regex(r"#[0-9A-Fa-f]{6}", fullmatch=True)
zones = st.sampled_from(
    [UTC, timezone(timedelta(hours=5, minutes=30)), timezone(-timedelta(hours=3))]
)
moments = st.datetimes(
    min_value=datetime(2000, 1, 2),  # noqa: DTZ001 - the zone is drawn
    max_value=datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=zones,
)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
maybe_id = st.none() | record_ids

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
unknown = st.dictionaries(
    st.from_regex(r"[a-z]{3,6}_from_later", fullmatch=True), plain, max_size=2
)


def _made(kind: type[Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Build records of a kind, some with fields that only a later version knows."""
    return st.tuples(st.fixed_dictionaries(fields), unknown).map(
        lambda drawn: kind(**drawn[0], **drawn[1])
    )


def _keyed(records: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    return st.lists(records, max_size=most, unique_by=lambda record: record.id).map(
        lambda found: {record.id: record for record in found}
    )


people = _made(
    Person, id=record_ids, name=words, role=st.sampled_from(Role), helps=words, order=numbers
)
voices = _made(
    Voice,
    id=record_ids,
    stage=record_ids,
    text=words,
    said_by=maybe_id,
    expressed=st.sampled_from(Expressed),
    share=st.sampled_from(Share),
    approved=st.booleans(),
    order=numbers,
    at=st.none() | moments,
)
commitments = _made(
    Commitment, id=record_ids, stage=record_ids, what=words, by_when=st.none() | days, who=maybe_id
)
abouts = _made(
    About,
    title=words,
    pathfinder=st.builds(Pathfinder, name=words, kind=st.sampled_from(PathfinderKind)),
    held_on=st.none() | days,
    place=words,
)

_places = {"x": lengths_or_less, "y": lengths_or_less}
_on_wall = {
    "id": record_ids,
    "stage": record_ids,
    "by": maybe_id,
    "turn": st.floats(-10, 10),
    "groups": st.lists(words, max_size=2).map(tuple),
    "order": numbers,
    "foreign": st.dictionaries(words, plain, max_size=2),
}
_boxed = {**_on_wall, **_places, "width": lengths, "height": lengths, "opacity": st.floats(0, 1)}
_points = st.lists(numbers, min_size=1, max_size=6).map(lambda half: (*half, *half))


@st.composite
def _pressed(draw: st.DrawFn) -> Stroke:
    """Draw a stroke, with a pressure for each of its points or none at all."""
    stroke: Stroke = draw(_strokes)
    many = len(stroke.points) // 2 * draw(st.integers(0, 1))
    pressures = draw(st.lists(st.floats(0, 1), min_size=many, max_size=many))
    return stroke.model_copy(update={"pressures": tuple(pressures)})


_strokes = _made(
    Stroke,
    **_on_wall,
    sketch=maybe_id,
    signs=maybe_id,
    pen=st.builds(Pen, width=st.floats(0.5, 400)),
    points=_points,
)
marks = st.one_of(
    _pressed(),
    _made(Sketch, id=record_ids, stage=record_ids, words=words),
    _made(
        Card,
        **_places,
        id=record_ids,
        stage=record_ids,
        holds=st.sampled_from(CardSubject),
        of=maybe_id,
        width=lengths,
        size=st.floats(1, 1000),
        hidden=st.booleans(),
        by_hand=st.booleans(),
        order=numbers,
    ),
    _made(
        Shape,
        **_boxed,
        form=st.sampled_from(ShapeKind),
        points=st.just(()) | _points,
        line=st.none() | colours,
        fill=st.none() | colours,
        dash=st.sampled_from(Dash),
        rounded=st.booleans(),
        start=st.sampled_from(Head),
        end=st.sampled_from(Head),
        words=words,
    ),
    _made(Label, **_boxed, text=words, align=st.sampled_from(Align), inside=maybe_id),
    _made(Stamp, **_boxed, icon=words, colour=colours, words=words),
    _made(Photo, **_boxed, picture=record_ids, words=words, under=st.booleans()),
)
pictures = _made(
    Picture,
    id=record_ids,
    encoding=st.sampled_from(Encoding),
    width=st.integers(1, 10_000),
    height=st.integers(1, 10_000),
    base64=st.binary(min_size=1, max_size=40).map(lambda data: b64encode(data).decode()),
)

sessions = _made(
    Session,
    id=st.from_regex(r"[a-z0-9]{6,12}", fullmatch=True),
    revision=st.integers(0, 10_000),
    begun=moments,
    updated=moments,
    about=abouts,
    consent=_made(Consent, keep=st.none() | st.booleans(), explained_how=words),
    clock=_made(Timer, stage=maybe_id, ends_at=st.none() | moments, left=numbers),
    people=_keyed(people),
    agreement=_keyed(_made(AgreementLine, id=record_ids, text=words, order=numbers)),
    stages=_keyed(_made(StageState, id=record_ids, title=words, skipped=st.booleans())),
    voices=_keyed(voices),
    commitments=_keyed(commitments),
    reviews=_keyed(_made(Review, id=record_ids, on=days, tried=words)),
    marks=_keyed(marks, most=8),
    pictures=_keyed(pictures, most=2),
)
