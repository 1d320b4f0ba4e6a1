"""A small vision made by hand: every kind of record, and words that must not show; and samples."""

from datetime import UTC, date, datetime
from functools import cache

from path_planner.domain.base import Record, put
from path_planner.domain.marks import Stroke
from path_planner.domain.people import Role
from path_planner.domain.vision.plan import (
    Action,
    Outcome,
    Progress,
    Reply,
    ResponsibleParty,
    ReviewRound,
)
from path_planner.domain.vision.sources import (
    ConsentTerms,
    Drawing,
    MissingGroup,
    SharedVoice,
    Source,
    SourceKind,
    StakeholderGroup,
)
from path_planner.domain.vision.theme import (
    Cause,
    Disagreement,
    Side,
    Theme,
    ThemeAssignment,
    theme_assignment_id,
)
from path_planner.domain.vision.vision import AboutVision, Limits, Member, Vision
from path_planner.domain.vision.voting import Ballot, Method, Priority, VoteRound
from path_planner.domain.voice import Share
from path_planner.sample.visions import sample_vision

MOMENT = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
CANARIES = ("KANARIKEPT", "KANARINAME", "KANARITHEME", "KANARIMEMBER", "KANARIHOW", "KANARIREFUSED")
"""Words that were never agreed to be printed; no output may hold one."""
_YES = ConsentTerms(share=True, drawings=True, how="KANARIHOW")


@cache
def made_up(paths: int) -> Vision:
    """Return the sample vision of so many PATHs, made once."""
    return sample_vision(paths)


def vision(*, paths: int = 6, themes: int = 4) -> Vision:
    """Return a vision of so many PATHs, and a conversation; each PATH speaks of each theme."""
    made = _begun()
    for number in range(themes):
        made = _with_theme(made, number)
    sources = [_source(number) for number in range(paths + 1)]
    refused = Source(id="refused", kept_as="KANARIKEPT", agreed=ConsentTerms(share=False))
    voices = [_voice(source, number) for source in sources for number in range(themes)]
    voices.append(_quoted("vref", "refused", "KANARIREFUSED"))
    alone = _quoted("lone", "s0", "I want a pony.").model_copy(update={"alone": True})
    placed = [
        ThemeAssignment(
            id=theme_assignment_id(one.id, f"t{n % themes}"), voice=one.id, theme=f"t{n % themes}"
        )
        for n, one in enumerate(voices[:-1])
    ]
    return made.model_copy(
        update={
            "sources": _by_id(*sources, refused),
            "voices": _by_id(*voices, alone),
            "placings": _by_id(*placed),
        }
    )


def _by_id(*records: Record) -> dict[str, Record]:
    return {one.id: one for one in records}


def _quoted(key: str, source: str, words: str) -> SharedVoice:
    return SharedVoice(id=key, source=source, text=words, share=Share.QUOTE)


def _begun() -> Vision:
    made = Vision(
        id="vision1",
        revision=3,
        begun=MOMENT,
        updated=MOMENT,
        about=AboutVision(
            title="A place for all of us",
            community="Little Harbour",
            made_by="The Harbour Group",
            vision="We all have a front door of our own.\nWe choose who helps us.",
            how="We met in cafés and at home.",
            next_look=date(2027, 5, 3),
        ),
        limits=Limits(
            can_change="How support is bought",
            cannot_change="The law about housing",
            who_decides="The council",
            budget="We share 20,000 pounds.",
            promise="We tell you what we did.",
        ),
    )
    for record, where in (
        (Member(id="m1", name="Bo Larch", role=Role.SELF_ADVOCATE, printed=True), "steering"),
        (Member(id="m2", name="KANARIMEMBER", role=Role.PROFESSIONAL), "steering"),
        (MissingGroup(id="u1", who="People in hospital", why="We could not visit"), "unheard"),
        (VoteRound(id="r1", method=Method.DOTS, options=("p0", "p1"), open=False), "votes"),
        (Ballot(id="b1", round="r1", standing=StakeholderGroup.LIVED, given={"p0": 3}), "ballots"),
        (Ballot(id="b2", round="r1", standing=StakeholderGroup.FAMILY, given={"p1": 1}), "ballots"),
        (
            Disagreement(
                id="d1",
                about="Where the new flats should be",
                theme="t0",
                one=Side(words="In the middle of town."),
                other=Side(words="Where it is quiet."),
            ),
            "disagreements",
        ),
        (ReviewRound(id="look1", on=date(2027, 1, 4), words="First look"), "rounds"),
        (
            Reply(
                id="y1", round="look1", action="a1", progress=Progress.CANNOT, why="No money for it"
            ),
            "replies",
        ),
        (
            Drawing(
                id="dr1",
                source="s0",
                theme="t0",
                words="A house by the sea",
                width=100,
                height=80,
                strokes=(Stroke(id="k1", stage="dream", points=(0, 0, 50, 40, 90, 10)),),
            ),
            "drawings",
        ),
    ):
        made = put(made, where, record)
    return made


_NAMES = ("Homes", "Friends", "Work", "Getting about", "Health", "Music", "Choice", "Safety")
_STAMPS = ("house", "friends", "tools", "bus", "", "music", "", "lock")


def _with_theme(made: Vision, n: int) -> Vision:
    name = _NAMES[n % len(_NAMES)] + (f" {n}" if n >= len(_NAMES) else "")
    for record, where in (
        (
            Theme(
                id=f"t{n}",
                name=name,
                statement=f"I have what I want with {name.lower()}.",
                easy=f"I want {name.lower()}.",
                picture=_STAMPS[n % len(_STAMPS)],
                order=n,
            ),
            "themes",
        ),
        (Cause(id=f"c{n}", theme=f"t{n}", text=f"Nobody asks about {name}.", order=n), "causes"),
        (
            Priority(
                id=f"p{n}",
                title=f"More of {name.lower()}",
                themes=(f"t{n}",),
                chosen=n < 3,
                order=n,
            ),
            "priorities",
        ),
        (
            Action(
                id=f"a{n}",
                priorities=(f"p{n}",),
                doer=list(ResponsibleParty)[n % 3],
                what=f"Start a group for {name.lower()}.",
                who=f"Team {n}",
                by_when=date(2027, 1 + n % 12, 1),
                order=n,
            ),
            "actions",
        ),
        (
            Outcome(
                id=f"o{n}",
                priorities=(f"p{n}",),
                statement=f"We have twice as much of {name.lower()}.",
                measure="People tell us each spring",
                order=n,
            ),
            "outcomes",
        ),
    ):
        made = put(made, where, record)
    return made


def _source(number: int) -> Source:
    return Source(
        id=f"s{number}",
        what=SourceKind.PATH if number else SourceKind.CAFE,
        kept_as="KANARIKEPT",
        place="Little Harbour",
        group="Self-advocates",
        people=3,
        agreed=_YES,
        names=("KANARINAME",),
        order=number,
    )


def _voice(source: Source, n: int) -> SharedVoice:
    share = Share.THEME if n % 3 == 2 else Share.QUOTE
    words = "KANARITHEME" if share is Share.THEME else f"I want number {n} to be mine."
    return SharedVoice(
        id=f"{source.id}v{n}",
        source=source.id,
        text=words,
        share=share,
        speaker=f"{n % 2}",
        role=Role.PATHFINDER if n % 2 == 0 else Role.PROFESSIONAL,
        order=n,
    )
