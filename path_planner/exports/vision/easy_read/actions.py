"""Parts of the easy read edition: priorities, actions, outcomes and reviews."""

from path_planner import stamps
from path_planner.analysis.progress import last_replies
from path_planner.analysis.ranking import actions_by_day, outcomes_by_weight, priorities_by_weight
from path_planner.analysis.tally import Result, Tally, latest_round, tally
from path_planner.domain.vision.plan import Action, Outcome, Progress, Reply, ResponsibleParty
from path_planner.domain.vision.vision import Vision
from path_planner.domain.vision.voting import Method, Priority
from path_planner.exports.vision.easy_read.model import Idea, Part, RichText, Row, row, typed
from path_planner.exports.vision.easy_read.readability import pieces, shortened
from path_planner.exports.vision.plan.actions import ACTIONS, OUTCOMES
from path_planner.exports.vision.plan.priorities import CHAPTER as PRIORITIES
from path_planner.exports.vision.plan.reviews import CHAPTER as REVIEWS
from path_planner.i18n import N_, _, format_average, format_date, ngettext

_MOST_PRIORITIES = 20
_MOST_ACTIONS = 14
_MOST_OUTCOMES = 5
_MOST_REPLIES = 8

_HOW_CHOSEN = {
    Method.DOTS: N_("People chose with secret dots."),
    Method.HANDS: N_("People put up their hands to choose."),
    Method.FISTS: N_("People held up none to five fingers to choose."),
}
_WHO = {
    ResponsibleParty.OURSELVES: N_("We do this ourselves."),
    ResponsibleParty.TOGETHER: N_("We do this with others."),
    ResponsibleParty.SERVICES: N_("Services do this."),
}
_STANDS = {
    Progress.DONE: ("tick", N_("This is done.")),
    Progress.DOING: ("arrow-round", N_("We are doing this now.")),
    Progress.NOT_YET: ("hourglass", N_("We have not started this yet.")),
    Progress.CANNOT: ("no", N_("We cannot do this.")),
}


def what_matters_most(vision: Vision) -> Part:
    """Return the part on the priorities and the vote."""
    held = latest_round(vision)
    counted = tally(vision, held.id) if held else None
    results = {result.priority: result for result in counted.results} if counted else {}
    ideas = [
        _priority(vision, priority, held.method if held else None, results.get(priority.id))
        for priority in priorities_by_weight(vision)
    ]
    if ideas and held and counted:
        ideas[0] = (_chosen(held.method, counted), *ideas[0])
    title = _("What matters most")
    part = Part(title, "award", "#FFF0BF", tuple(ideas), chapter=PRIORITIES.title)
    return part.up_to(_MOST_PRIORITIES)


def _chosen(method: Method, counted: Tally) -> Row:
    voted = ngettext("{count} person chose.", "{count} people chose.", counted.people)
    return row("vote", _(_HOW_CHOSEN[method]), voted)


def _priority(
    vision: Vision, priority: Priority, method: Method | None, result: Result | None
) -> Idea:
    picture = _picture_of(vision, (priority.id,))
    title = [RichText(line, strong=True) for line in typed(priority.title, priority.easy, most=2)]
    lines = _votes(method, result) if method and result else []
    return (row(picture, *title, *lines),)


def _votes(method: Method, result: Result) -> list[str]:
    found = []
    if method is Method.FISTS:
        found += _fists(result)
    elif result.people:
        found.append(
            ngettext("{count} person wants this.", "{count} people want this.", result.people)
        )
    if result.not_lost:
        found.append(
            ngettext(
                "{count} person said: do not lose this.",
                "{count} people said: do not lose this.",
                result.not_lost,
            )
        )
    return found


def _fists(result: Result) -> list[str]:
    """Return how many fingers people held up, on average."""
    if result.average is None:
        return []
    average = format_average(result.average)
    return [
        ngettext(
            "{count} person showed {average} fingers.",
            "{count} people showed {average} fingers on average.",
            result.answered,
            average=average,
        )
    ]


def _picture_of(vision: Vision, priorities: tuple[str, ...]) -> str:
    """Return the stamp that people chose for a theme of these priorities; none is guessed."""
    existing = (
        vision.priorities[priority] for priority in priorities if priority in vision.priorities
    )
    themes = (vision.themes.get(theme) for record in existing for theme in record.themes)
    chosen = (theme.picture for theme in themes if theme)
    return next((picture for picture in chosen if stamps.has(picture)), "")


def coming(vision: Vision) -> list[Action]:
    """Return the actions that are still to be done, by date."""
    last = last_replies(vision)
    return [
        action
        for action in actions_by_day(vision)
        if action.id not in last or last[action.id].progress is not Progress.DONE
    ]


def in_one_line(action: Action) -> str:
    """Return what will be done, and by when, in one line."""
    what = next(map(shortened, pieces(action.easy or action.what)), "")
    if not action.by_when:
        return what
    day = _("By {date}.", date=format_date(action.by_when))
    return f"{what} {day}"


def what_will_happen(vision: Vision) -> Part:
    """Return the part on the actions."""
    last = last_replies(vision)
    ideas = [_action(vision, action, last.get(action.id)) for action in coming(vision)]
    title = _("What will happen")
    part = Part(title, "calendar", "#FFE1C7", tuple(ideas), least=6, turn=2, chapter=ACTIONS.title)
    return part.up_to(_MOST_ACTIONS)


def _action(vision: Vision, action: Action, reply: Reply | None) -> Idea:
    picture = _picture_of(vision, action.priorities)
    doing = reply is not None and reply.progress is Progress.DOING
    first = row(
        picture, *(RichText(line, strong=True) for line in typed(action.what, action.easy, most=2))
    )
    facts = [_("Who does it: {who}", who=action.who) if action.who else _(_WHO[action.doer])]
    if action.by_when:
        facts.append(_("By when: {date}", date=format_date(action.by_when)))
    if doing:
        facts.append(_("We are doing this now."))
    return (Row(first.picture, (*first.text, *map(RichText, facts))),)


def how_we_know(vision: Vision) -> Part:
    """Return the part on the outcomes and their measures."""
    ideas = tuple(_outcome(vision, outcome) for outcome in outcomes_by_weight(vision))
    title = _("How we know it works")
    part = Part(title, "target", "#E2F3DD", ideas, least=2, turn=1, chapter=OUTCOMES.title)
    return part.up_to(_MOST_OUTCOMES)


def _outcome(vision: Vision, outcome: Outcome) -> Idea:
    seen = typed(outcome.measure, most=2)
    lead = (_("We look at this:"),) if seen else ()
    statement = (
        RichText(line, strong=True) for line in typed(outcome.statement, outcome.easy, most=2)
    )
    picture = _picture_of(vision, outcome.priorities)
    return (row(picture, *statement, *lead, *seen),)


def what_was_done(vision: Vision) -> Part:
    """Return the part on the progress of the actions."""
    last = last_replies(vision)
    answered = [action for action in vision.actions.values() if action.id in last]
    places = list(_STANDS)
    answered.sort(
        key=lambda action: (places.index(last[action.id].progress), action.order, action.id)
    )
    ideas = tuple(_reply(action, last[action.id]) for action in answered)
    title = _("What we did so far")
    part = Part(title, "tick", "#DDF0F5", ideas, least=2, turn=1, chapter=REVIEWS.title)
    return part.up_to(_MOST_REPLIES)


def _reply(action: Action, reply: Reply) -> Idea:
    picture, stands = _STANDS[reply.progress]
    about = (RichText(line, strong=True) for line in typed(action.what, action.easy, most=2))
    why = reply.why if reply.progress is Progress.CANNOT else reply.we_did
    return (row(picture, *about, _(stands), *typed(why, most=2)),)
