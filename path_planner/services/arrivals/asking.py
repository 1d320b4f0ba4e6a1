"""What phones are asked: one question at a time, of a stage, a topic, or a table and its round."""

from dataclasses import dataclass, replace

from path_planner.analysis.event_lines import topic_numbers
from path_planner.domain.base import sorted_records
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.errors import UnknownStage
from path_planner.i18n import N_, _
from path_planner.processes.prompts import process_of, question_for_others, stage_title
from path_planner.services.arrivals.interest import topics_to_count
from path_planner.services.arrivals.tray import Place
from path_planner.services.records import get

INTEREST_QUESTION = N_("Which topics do you want to come to?")
TOPIC_QUESTION = N_("What do you want to say about this topic?")


@dataclass(frozen=True)
class PhoneQuestion:
    """A question on phones: what it belongs to, its words, and where the answers go."""

    title: str
    """What the day or the PATH is called; nothing else of it is shown."""
    heading: str
    question: str
    place: Place
    language: str = "en"
    options: tuple[tuple[str, str], ...] = ()
    """Ids and titles to choose from, if no words are asked for."""

    @classmethod
    def nothing(cls) -> "PhoneQuestion":
        """Return no question, where there is none to ask."""
        return cls("", "", "", Place())


def stage_question(session: Session, stage_id: str) -> PhoneQuestion:
    """Return the question of a stage of a PATH; raise UnknownStage."""
    stages = {stage.id: stage for stage in process_of(session).stages}
    if stage_id not in stages:
        raise UnknownStage(stage=stage_id)
    stage = stages[stage_id]
    return PhoneQuestion(
        title=session.about.title,
        heading=stage_title(session, stage),
        question=question_for_others(session, stage),
        place=Place(stage=stage_id),
        language=session.about.language,
    )


def table_question(event: Event, table_id: str, round_id: str | None = None) -> PhoneQuestion:
    """Return the question of a table, in a round if there is one; raise UnknownRecord."""
    table = get(event, "tables", table_id)
    number = sorted_records(event.tables).index(table) + 1
    names = [table.name or _("Table {number}", number=number)]
    question = table.question
    if round_id is not None:
        here = get(event, "rounds", round_id)
        number = sorted_records(event.rounds).index(here) + 1
        names.append(_("Round {number}", number=number))
        question = question or here.question
    place = Place(table=table_id, round=round_id, part=Part.TABLE)
    return _asked(event, " · ".join(names), question, place)


def topic_question(event: Event, topic_id: str, part: Part = Part.DISCUSSION) -> PhoneQuestion:
    """Return the question on a topic of an Open Space; raise UnknownRecord."""
    topic = get(event, "topics", topic_id)
    return _asked(event, topic.title, _(TOPIC_QUESTION), Place(topic=topic_id, part=part))


def day_question(event: Event, part: Part = Part.HARVEST) -> PhoneQuestion:
    """Return the question of the whole day, for its harvest, circle, news or parking space."""
    return _asked(event, "", "", Place(part=part))


def interest_question(event: Event) -> PhoneQuestion:
    """Return the question which topics somebody wants to come to."""
    numbers = topic_numbers(event)
    options = tuple(
        (topic.id, f"{numbers[topic.id]}. {topic.title}") for topic in topics_to_count(event)
    )
    asked = _asked(event, _("Interest in topics"), _(INTEREST_QUESTION), Place())
    return replace(asked, options=options)


def _asked(event: Event, heading: str, question: str, place: Place) -> PhoneQuestion:
    about = event.about
    return PhoneQuestion(about.title, heading, question or about.question, place, about.language)
