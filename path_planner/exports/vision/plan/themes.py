"""The chapter of themes: for each its statement, counts, quotes, drawings and consequences."""

from collections.abc import Iterator, Mapping, Sequence

from path_planner.analysis.counts import Count, count_of, count_sentence, is_few
from path_planner.analysis.queries import by_stakeholder_group
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import (
    STAKEHOLDER_GROUP_WORDS,
    SharedVoice,
    StakeholderGroup,
)
from path_planner.domain.vision.theme import Disagreement, Theme
from path_planner.exports.vision.plan.blocks import (
    EM,
    Block,
    BulletList,
    Chapter,
    Heading,
    Paragraph,
    References,
    Space,
    Table,
    ThemeOpener,
    more,
    nothing_yet,
)
from path_planner.exports.vision.plan.context import (
    PlanContext,
    actions_of,
    outcomes_of,
    priorities_of,
    voices_of,
)
from path_planner.exports.vision.plan.disagreements import disagreement_blocks, shown_in
from path_planner.exports.vision.plan.figures import captioned, figures_of
from path_planner.exports.vision.plan.participants import count_columns
from path_planner.exports.vision.plan.quotes import quotes_by_side
from path_planner.i18n import N_, _, ngettext
from path_planner.pdf.crossref import Ref
from path_planner.pdf.table import Cell, Column

_KEPT = EM * 14.0
"""The height of the beginning of a disagreement: its topic, and the first words of both sides."""


def content(context: PlanContext) -> Iterator[Block]:
    """Return the counts of all themes, then a section for each of those most people spoke of."""
    ranked = [one.theme for one in context.ranked]
    if not ranked:
        yield nothing_yet()
        return
    yield Paragraph(
        _(
            "People put together what belongs together, and found words for it. Each theme "
            "says how many people said it, not how often it was said. The theme of most people "
            "comes first: of those planning for themselves, then of all others."
        )
    )
    if context.whole.people and context.whole.answers:
        yield Paragraph(
            _(
                "Those who met and those who answered a survey take turns, "
                "so that one survey does not bury what people said together."
            )
        )
    yield _at_a_glance(context, context.some(ranked))
    if context.whole.people and context.whole.answers:
        yield Paragraph(
            _("Where two numbers stand, the first is of people who met, the second of answers."),
            small=True,
        )
    yield from more(len(ranked) - len(context.some(ranked)))
    shown = ranked[: context.detail.themes]
    for theme in shown:
        yield Space(EM * 1.5)
        yield from _theme(context, theme)
    if len(shown) < len(ranked):
        yield Paragraph(
            ngettext(
                "{count} more theme is in the table above, and its voices are in the evidence.",
                "{count} more themes are in the table above, and their voices in the evidence.",
                len(ranked) - len(shown),
            )
        )


def _at_a_glance(context: PlanContext, themes: Sequence[Theme]) -> Table:
    """Return a table of the counts of PATHs, conversations, surveys and people by theme."""
    whole = context.whole
    counts = [count_of(context.vision, context.by_theme[theme.id]) for theme in themes]
    kinds = count_columns(whole)
    columns = (
        Column(_("No."), 0.85),
        Column(_("Theme"), 2.6),
        *(kind.column for kind in kinds),
        Column(_("Planning for themselves"), 1.9),
        Column(_("Professionals"), 2.0),
    )
    rows = tuple(
        (
            Cell(refs=context.refs("themes", [theme.id])),
            theme.name,
            *(kind.cell(count) for kind in kinds),
            _people_of(context, theme, StakeholderGroup.LIVED),
            _people_of(context, theme, StakeholderGroup.PROFESSIONAL),
        )
        for theme, count in zip(themes, counts, strict=True)
    )
    return Table(columns, rows, points=9)


def _theme(context: PlanContext, theme: Theme) -> Iterator[Block]:
    voices, name = context.by_theme[theme.id], context.name("themes", theme.id)
    yield ThemeOpener(
        name, _("Theme {name}", name=name), theme.name, theme.statement, theme.picture
    )
    count = count_of(context.vision, voices)
    yield Paragraph(count_sentence(count, context.whole), bold=True)
    if voices and is_few(count):
        yield Paragraph(
            _("Only a few people said this. Please do not try to find out who they are."),
            small=True,
        )
    yield from _agreed(theme)
    yield from _groups(context, voices)
    disagreements = [
        disagreement
        for disagreement in sorted_records(context.vision.disagreements)
        if disagreement.theme == theme.id
    ]
    shown = context.some(disagreements)
    below = {voice for one in shown for voice in shown_in(context, one)}
    yield from quotes_by_side(context, voices, below)
    yield from _drawings(context, theme)
    yield from _differently(context, shown)
    yield from more(len(disagreements) - len(shown))
    yield from _why_and_what_comes(context, theme)
    if voices:
        leads = Ref(
            _("in the evidence"), voices_of(name), _("All voices in theme {name}", name=name)
        )
        yield References(_("All voices in this theme:"), (leads,))


def _people_of(context: PlanContext, theme: Theme, group: StakeholderGroup) -> str:
    """Return how many of a group said it: those who met, and those who answered a survey."""
    voices = by_stakeholder_group(context.by_theme[theme.id]).get(group, [])
    return _apart(context, count_of(context.vision, voices))


def _apart(context: PlanContext, count: Count) -> str:
    parts = [count.people] if context.whole.people else []
    parts += [count.written] if context.whole.written else []
    return " + ".join(map(str, parts))


def _groups(context: PlanContext, voices: Sequence[SharedVoice]) -> Iterator[Block]:
    """Return in one line how many people of each group said it; a single group needs no line."""
    groups = by_stakeholder_group(voices)
    if len(groups) <= 1:
        return
    counts = {group: count_of(context.vision, some) for group, some in groups.items()}
    met = _listed({group: count.people for group, count in counts.items()})
    answered = _listed({group: count.written for group, count in counts.items()})
    if met and answered:
        met = _("In PATHs and conversations: {groups}.", groups=met)
        answered = _("In surveys: {groups}.", groups=answered)
    yield Paragraph("\n".join(part for part in (met, answered) if part), small=True)


def _listed(counts: Mapping[StakeholderGroup, int]) -> str:
    """Return the groups with their people; what is 0 is left out."""
    return " · ".join(
        f"{_(STAKEHOLDER_GROUP_WORDS[group])} {count}" for group, count in counts.items() if count
    )


def _agreed(theme: Theme) -> Iterator[Block]:
    if theme.agreed_by:
        yield Paragraph(
            ngettext(
                "{count} member of the steering group agreed to these words.",
                "{count} members of the steering group agreed to these words.",
                len(theme.agreed_by),
            ),
            small=True,
        )


def _drawings(context: PlanContext, theme: Theme) -> Iterator[Block]:
    drawings = [drawing for drawing in captioned(context) if drawing.theme == theme.id]
    if drawings:
        yield Heading(_("What people drew"), 3, bookmarked=False)
        shown = drawings[: context.detail.drawings]
        yield from more(len(drawings) - len(shown))
        yield figures_of(context, shown)


def _differently(context: PlanContext, found: Sequence[Disagreement]) -> Iterator[Block]:
    if found:
        yield Heading(_("What people see differently"), 3, bookmarked=False, keep=_KEPT)
        for disagreement in found:
            yield from disagreement_blocks(context, disagreement)


def _why_and_what_comes(context: PlanContext, theme: Theme) -> Iterator[Block]:
    """Return causes, and the priorities, actions and outcomes that come from a theme."""
    causes = [cause for cause in sorted_records(context.vision.causes) if cause.theme == theme.id]
    if causes:
        yield Heading(_("Why things are like this"), 3, bookmarked=False)
        items = (f"{context.name('causes', cause.id)}: {cause.text}" for cause in causes)
        yield BulletList(tuple(context.some(list(items))))
        yield from more(len(causes) - len(context.some(causes)))
    priorities = priorities_of(context, theme.id)
    refs = (
        *context.refs("priorities", priorities),
        *context.refs("actions", actions_of(context, priorities)),
        *context.refs("outcomes", outcomes_of(context, priorities)),
    )
    yield References(_("What comes from it:"), refs)


CHAPTER = Chapter("themes", N_("What people said, theme by theme"), content)
