"""Who made the plan and who was heard: members with consent by name, others by count."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from path_planner.analysis.counts import count_of
from path_planner.analysis.queries import by_stakeholder_group, sources_with_voices
from path_planner.domain.base import sorted_records
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import (
    SOURCE_WORDS,
    STAKEHOLDER_GROUP_WORDS,
    SharedVoice,
    Source,
)
from path_planner.domain.vision.vision import Member
from path_planner.exports.vision.plan.blocks import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    Table,
    prose,
)
from path_planner.exports.vision.plan.chapter import Chapter, nothing_yet
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.pdf.table import Cell, Column


def content(context: PlanContext) -> Iterator[Block]:
    """Return who made it, the steering group, how to reach them, and the thanks."""
    about, members = context.vision.about, sorted_records(context.vision.steering)
    if not (about.made_by or about.contact or about.thanks or members):
        yield nothing_yet()
    yield from prose(about.made_by)
    if members:
        yield Heading(_("The steering group"))
        yield BulletList((*_named(members), *_counted(members)))
    if about.contact:
        yield Heading(_("How to contact us"))
        yield from prose(about.contact)
    if about.thanks:
        yield Heading(_("Thank you"))
        yield from prose(about.thanks)


def _named(members: list[Member]) -> list[str]:
    return [_line(member) for member in members if member.printed]


def _line(member: Member) -> str:
    parts = [] if member.role is Role.OTHER else [_(ROLE_WORDS[member.role])]
    parts += [_("leads the group")] if member.leads else []
    return f"{member.name} ({', '.join(parts)})" if parts else member.name


def _counted(members: list[Member]) -> list[str]:
    """Return counts by role of members who are not named."""
    others = Counter(member.role for member in members if not member.printed)
    return [
        ngettext(
            "{count} person not named: {role}",
            "{count} people not named: {role}",
            others[role],
            role=_(ROLE_WORDS[role]),
        )
        for role in Role
        if others[role]
    ]


CHAPTER = Chapter("made-by", N_("Who made this plan"), content, runs_on=True)


_ROW = 7.5
"""About as tall as a row of the table, which should stand on one page."""


def stakeholder_table(context: PlanContext, voices: Sequence[SharedVoice]) -> Iterator[Table]:
    """Return a table with bars: the number of people by stakeholder group."""
    counts = {
        standing: count_of(context.vision, some)
        for standing, some in by_stakeholder_group(voices).items()
    }
    if not counts:
        return
    columns = (
        Column(_("Group"), 3.1),
        Column(_("People (at least)"), 2.4),
        Column(_("PATHs"), 0.8),
        Column(_("Conversations"), 1.5),
    )
    most = max(count.people for count in counts.values()) or 1
    rows = tuple(
        (
            _(STAKEHOLDER_GROUP_WORDS[group]),
            Cell(str(count.people), bar=count.people / most),
            str(count.paths),
            str(count.conversations),
        )
        for group, count in counts.items()
    )
    yield Table(columns, rows, points=10, keep=_ROW * (len(counts) + 1))


_MANY = 40
"""A longer list of sources is moved to the appendix."""
_MOST_GROUPS = 30


def participants_content(context: PlanContext) -> Iterator[Block]:
    """Return the sources, the stakeholder groups, and the groups that were not heard."""
    sources = sources_with_voices(context.vision)
    if not sources:
        yield Paragraph(_("Nobody has been heard yet."))
    else:
        yield Paragraph(_many(context))
        yield Heading(_("Group"))
        yield from stakeholder_table(context, context.voices)
        yield Heading(_("The PATHs and conversations"))
        if are_many(context):
            yield _groups(sources)
            yield Paragraph(_("They are all listed in the evidence, with date and place."))
        else:
            yield sources_table(context)
    yield Heading(_("Who was not heard"))
    yield _unheard(context)


def _many(context: PlanContext) -> str:
    voices = ngettext("{count} voice", "{count} voices", len(context.voices))
    people = ngettext("at least {count} person", "at least {count} people", context.whole.people)
    return _("{voices} were shared, from {people}.", voices=voices, people=people)


def are_many(context: PlanContext) -> bool:
    """Whether the list of sources is so long that it is in the appendix."""
    return len(sources_with_voices(context.vision)) > _MANY


def _groups(sources: Sequence[Source]) -> Table:
    """Count the sources of each group of people."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(source.group, []).append(source)
    ranked = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    most = max(len(some) for some in groups.values())
    rows = tuple(
        (
            name or _("not recorded"),
            Cell(str(len(groups[name])), bar=len(groups[name]) / most),
            str(sum(group.people or 0 for group in groups[name])),
        )
        for name in ranked[:_MOST_GROUPS]
    )
    columns = (
        Column(_("Who was there"), 3.0),
        Column(_("PATHs and conversations"), 3.0),
        Column(_("People"), 1.0),
    )
    return Table(columns, rows, points=10)


def sources_table(context: PlanContext) -> Table:
    """List every PATH and conversation."""
    sources = sources_with_voices(context.vision)
    columns = (
        Column(_("No."), 0.9),
        Column(_("What it was"), 2.1),
        Column(_("When"), 2.7),
        Column(_("Where"), 2.2),
        Column(_("Who was there"), 3.1),
        Column(_("People"), 1.2),
    )
    rows = tuple(
        (
            Cell(context.name("sources", source.id), anchor=context.anchor("sources", source.id)),
            _(SOURCE_WORDS[source.what]),
            format_date(source.held_on) if source.held_on else "–",
            source.place or "–",
            source.group or "–",
            str(source.people) if source.people else _("not recorded"),
        )
        for source in sources
    )
    return Table(columns, rows, points=10)


def _unheard(context: PlanContext) -> Block:
    unheard = sorted_records(context.vision.unheard)
    if not unheard:
        return Paragraph(
            _("Nobody has recorded who was not heard. That does not mean everyone was.")
        )
    columns = (
        Column(_("Who"), 2.0),
        Column(_("Why"), 3.0),
        Column(_("What we will do about it"), 3.0),
    )
    rows = tuple(
        (missing_group.who, missing_group.why or "–", missing_group.what_next or "–")
        for missing_group in unheard
    )
    return Table(columns, rows)


def how_content(context: PlanContext) -> Iterable[Block]:
    """Return how people were asked and how the themes were made."""
    how = context.vision.about.how
    return prose(how) if how else [nothing_yet()]


HEARD = Chapter("heard", N_("Who was heard, and who was not"), participants_content, runs_on=True)
HOW = Chapter("how", N_("How we did it"), how_content, runs_on=True)
