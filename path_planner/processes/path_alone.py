"""PATH for one person at home: the same stages, asked as "you", alone or with one supporter."""

from typing import NamedTuple

from path_planner.i18n import N_
from path_planner.processes.model import PlannedBy, Process, Stage
from path_planner.processes.path import EIGHT_STAGES, SIX_STAGES


class YourWords(NamedTuple):
    """What a stage asks one person; `supporter` is what a supporter can do in it."""

    question: str
    prompts: tuple[str, ...]
    tense_hint: str
    drawing_hint: str
    supporter: str


_FIRST_STEP_PROMPTS = (
    N_("What is the smallest step that truly starts it?"),
    N_("By which day will you do it?"),
    N_("Who is your coach, who will ask you how it went?"),
    N_("What could stop you? What will you do then?"),
)

YOUR_WORDS = {
    "dream": YourWords(
        N_("What matters most to you? If anything were possible, what would your life be like?"),
        (
            N_("What do you love? What gives you a reason to get up?"),
            N_("If nothing stood in the way: where are you, and who is with you?"),
            N_("What can you see, hear and smell there?"),
            N_("What are you giving to other people in this dream?"),
            N_("Forget for now what it costs, and whether it is realistic."),
        ),
        N_("Write it as if it is already here: “I am…”, “I have…”."),
        N_("Draw it big and colourful. Nobody marks it."),
        N_("Listen. It is not your dream: ask, wait, and write down just what they say."),
    ),
    "goal": YourWords(
        N_("It is {date}, and it went well. What has happened?"),
        (
            N_("Look back from {date}. What are you proud of?"),
            N_("What happened first? In which month? Who was there?"),
            N_("How does it feel, now that it is done?"),
            N_("Is it positive? Say what there is, not what has gone."),
            N_("Is it possible? Could it have happened by {date}, with a stretch?"),
            N_("Where can you see your dream in this?"),
        ),
        N_("Write it as a memory: “I have…”, “I moved…”."),
        N_("Draw what you see when you look back, with the month beside it."),
        N_("Ask for months and names. Do not fill in what you think is missing."),
    ),
    "now": YourWords(
        N_("Back to today. What is your life like right now?"),
        (
            N_("Find three words for how things are today."),
            N_("What works well as it is? What does not?"),
            N_("Say how it is, but not why. No blame, and no fixing yet."),
            N_("Look at your dream, then at now. How does the gap feel?"),
        ),
        N_("Write it honestly, as it is today: “I am…”, “It is…”."),
        N_("Use few colours. Leave empty space where life is empty."),
        N_("Leave it as it is. Do not make it sound better, and do not explain it."),
    ),
    "enrol": YourWords(
        N_("Who do you want with you on this journey, and what for?"),
        (
            N_("Who could you ask? For which part?"),
            N_("Who would be glad to be asked?"),
            N_("Who might stand in the way? How could you win them over?"),
            N_("Who is not paid to be there?"),
            N_("How will you ask each of them, and when? Anyone can say no."),
        ),
        N_("Write what you would like to ask them: “Will you…?”"),
        N_("Draw an outline for each person you want to ask."),
        N_("Put yourself on the list only if you are asked."),
    ),
    "strengthen": YourWords(
        N_("What will keep you strong along the way?"),
        (
            N_("What do you already do that makes you strong? Keep it."),
            N_("Which skills, friends, rest or health do you need more of?"),
            N_("What would wear you out? How will you notice it early?"),
        ),
        N_("Write it as a habit: “Every week I…”, “I always…”."),
        N_("A tree works well here: the roots are what holds you up, the leaves are what grows."),
        N_("Ask what has helped before. Nothing here is a task."),
    ),
    "next_months": YourWords(
        N_("You are halfway to {date}. What has happened by then?"),
        (
            N_("Work back from the goal: what must be in place halfway?"),
            N_("What is the boldest step by then?"),
            N_("Who helped you?"),
        ),
        N_("Write it as if it is done: “By spring I had…”."),
        N_("Draw milestones along a road, each with its date."),
        N_("Keep asking: and before that, what had to be there?"),
    ),
    "next_month": YourWords(
        N_("One month from now, what have you done?"),
        (
            N_("Which of the bigger steps can start this month?"),
            N_("What will you do yourself, and what will others do? By when?"),
            N_("Who will ask you how it went?"),
        ),
        N_("Say who and when: “I will phone by 12 May”."),
        N_("A simple list of names and dates is enough."),
        N_("Make each step small enough to be sure of."),
    ),
    "first_step": YourWords(
        N_("What will you do tomorrow or this week? Who is your coach?"),
        _FIRST_STEP_PROMPTS,
        N_("Speak for yourself: “I will… by…”."),
        N_("Draw footprints, one for each step."),
        N_("Offer help only with what they want help with. They decide the day."),
    ),
    "first_steps": YourWords(
        N_("What are your first steps? What will you do, by when?"),
        (
            N_("Halfway to {date}: what has happened by then?"),
            N_("And a month from now: what have you done?"),
            *_FIRST_STEP_PROMPTS,
        ),
        N_("Speak for yourself: “I will… by…”."),
        N_("Draw footprints, one for each step."),
        N_("Offer help only with what they want help with. They decide the day."),
    ),
}
"""By stage of PATH."""


def _asked(stage: Stage, *, supported: bool) -> Stage:
    words = YOUR_WORDS[stage.id]
    return stage.model_copy(
        update={
            "question": words.question,
            "prompts": words.prompts,
            "tense_hint": words.tense_hint,
            "drawing_hints": (words.supporter,) if supported else (words.drawing_hint,),
        }
    )


def _for_one_person(form: Process, planned_by: PlannedBy) -> Process:
    supported = planned_by is PlannedBy.SUPPORTED
    return form.model_copy(
        update={
            "id": f"{form.id}_{planned_by}",
            "planned_by": planned_by,
            "form": form.id,
            "stages": tuple(_asked(stage, supported=supported) for stage in form.stages),
        }
    )


PROCESSES = tuple(
    _for_one_person(form, planned_by)
    for planned_by in (PlannedBy.ALONE, PlannedBy.SUPPORTED)
    for form in (SIX_STAGES, EIGHT_STAGES)
)
