"""PATH: Planning Alternative Tomorrows with Hope, in its six-stage and its classic form.

Stage ids are also listed in `exports/vision/community_poster.py` and `community_poster_session.py`
and in `sample/fixtures.py` and its `more_words.json`: a new stage needs an entry there.
"""

from path_planner.i18n import N_
from path_planner.processes.model import Colours, Process, Region, Rule, Stage, StageInput, Tense

DREAM = Stage(
    id="dream",
    title=N_("Dream"),
    question=N_("What matters most to {name}? If anything were possible, what would life be like?"),
    prompts=(
        N_("First of all, {name}: what do you love? What gives you a reason to get up?"),
        N_("If nothing stood in the way: where are you, and who is with you?"),
        N_("What can you see, hear and smell there?"),
        N_("What are you giving to other people in this dream?"),
        N_("Now others can add one thing each. Then ask {name}: is that yours?"),
        N_("Nobody says “be realistic” here, and nobody talks about cost."),
    ),
    drawing_hints=(
        N_("Draw the biggest and most colourful picture of the day here."),
        N_("Ask before you draw a symbol: what does it look like to you?"),
        N_("Write the key words exactly as they were said."),
    ),
    tense=Tense.PRESENT,
    tense_hint=N_("Say it as if it is happening now: “I am…”, “We have…”."),
    minutes={90: 20, 180: 40},
    region=Region.STAR,
    colours=Colours(fill="#FFE9A3", ink="#5A3B00"),
    icon="star",
)

GOAL = Stage(
    id="goal",
    title=N_("Goal"),
    question=N_("It is {date}. We are back in this room, and it went well. What has happened?"),
    prompts=(
        N_("Look back from {date}. What are you proud of?"),
        N_("What happened first? In which month? Who was there?"),
        N_("How does it feel, now that it is done?"),
        N_("Is it positive? Say what there is, not what has gone."),
        N_("Is it possible? Could it have happened by {date}, with a stretch?"),
        N_("Where can you see the dream in this?"),
    ),
    drawing_hints=(
        N_("Write the date at the top of the circle."),
        N_("Write each event with its month, and draw the faces of the people there."),
    ),
    tense=Tense.PAST,
    tense_hint=N_("Say it as a memory: “We have…”, “She moved…”."),
    minutes={90: 20, 180: 35},
    rules=(Rule.TOLD_IN_THE_PAST, Rule.POSITIVE, Rule.POSSIBLE),
    region=Region.CIRCLE,
    colours=Colours(fill="#FFE3D3", ink="#7A2E0B"),
    icon="flag_circle",
)

NOW = Stage(
    id="now",
    title=N_("Now"),
    question=N_("Back to today. What is life like for {name} right now?"),
    prompts=(
        N_("Give three words for how things are today."),
        N_("What works well as it is? What does not?"),
        N_("Say how it is, but not why. No blame, no history, and no fixing yet."),
        N_("Look at the dream, then at now. How does the gap feel?"),
    ),
    drawing_hints=(
        N_("Use few colours. Leave empty space where life is empty."),
        N_("Draw the pull between now and the dream as a stretched elastic band."),
    ),
    tense=Tense.PRESENT,
    tense_hint=N_("Say it honestly, as it is today: “I am…”, “It is…”."),
    minutes={90: 10, 180: 20},
    region=Region.COLUMN,
    share=1.3,
    place=0,
    colours=Colours(fill="#DCEBFA", ink="#123A5E"),
    icon="location_on",
)

ENROL = Stage(
    id="enrol",
    title=N_("Enrol"),
    question=N_("Who needs to be with {name} on this journey, and what for?"),
    prompts=(
        N_("Who in this room will join in? For which part?"),
        N_("Who is missing here? Who will ask them, and when?"),
        N_("Who might stand in the way? How could we win them over?"),
        N_("Who is not paid to be there?"),
        N_("Ask {name}: is this a yes? Anyone can say no."),
    ),
    drawing_hints=(
        N_("Draw an outline for each person, with room for their name."),
        N_("People who are here sign for themselves. Nobody signs for anyone else."),
    ),
    tense=Tense.INVITATION,
    tense_hint=N_("Make it an invitation: “Will you…?”, “Yes, I will help with…”."),
    minutes={90: 10, 180: 20},
    rules=(Rule.WHO_AND_WHAT_FOR,),
    gathers=StageInput.ENROLMENTS,
    region=Region.COLUMN,
    place=1,
    colours=Colours(fill="#E0F3DC", ink="#1E4A17"),
    icon="group_add",
)

STRENGTHEN = Stage(
    id="strengthen",
    title=N_("Keeping strong"),
    question=N_("What will keep {name}, and all of us, strong along the way?"),
    prompts=(
        N_("What do you already do that makes you strong? Keep it."),
        N_("Which skills, friends, rest or health do we need more of?"),
        N_("What would wear us out? How do we notice it early?"),
        N_("What does each of us need? What do we need as a group?"),
    ),
    drawing_hints=(
        N_("A tree works well here: the roots are what holds us up, the leaves are what grows."),
        N_("Keep these separate from tasks. They are habits, not a to-do list."),
    ),
    tense=Tense.HABIT,
    tense_hint=N_("Say it as a habit: “Every week I…”, “We always…”."),
    minutes={90: 10, 180: 15},
    region=Region.COLUMN,
    place=2,
    colours=Colours(fill="#FBE0EC", ink="#6B1846"),
    icon="fitness_center",
)

NEXT_MONTHS = Stage(
    id="next_months",
    title=N_("Next months"),
    question=N_("We are halfway to {date}. What has happened by then?"),
    prompts=(
        N_("Work back from the goal: what must be in place halfway?"),
        N_("What is the boldest step by then?"),
        N_("Who did it, and who helped?"),
    ),
    drawing_hints=(N_("Draw milestones along a road, each with its date."),),
    tense=Tense.PAST,
    tense_hint=N_("Say it as if it is done: “By spring we had…”."),
    minutes={90: 10, 180: 20},
    rules=(Rule.WHO_WHAT_BY_WHEN,),
    gathers=StageInput.STEPS,
    region=Region.COLUMN,
    place=5,
    colours=Colours(fill="#FFF3CF", ink="#574100"),
    icon="calendar_month",
)

NEXT_MONTH = Stage(
    id="next_month",
    title=N_("Next month"),
    question=N_("One month from now, who has done what?"),
    prompts=(
        N_("Which of the bigger steps can start this month?"),
        N_("Who will do it? By when?"),
        N_("Who will ask how it went?"),
    ),
    drawing_hints=(N_("A simple list of names and dates is enough."),),
    tense=Tense.FUTURE,
    tense_hint=N_("Say who and when: “Asha will phone by 12 May”."),
    minutes={90: 5, 180: 15},
    rules=(Rule.WHO_WHAT_BY_WHEN,),
    gathers=StageInput.STEPS,
    region=Region.COLUMN,
    place=4,
    colours=Colours(fill="#FFEBCB", ink="#5E3A00"),
    icon="event",
)

FIRST_STEP = Stage(
    id="first_step",
    title=N_("First step"),
    question=N_("What will you do tomorrow or this week? Who is your coach?"),
    prompts=(
        N_("What is the smallest step that truly starts it?"),
        N_("Who in this room will do it? By when?"),
        N_("Who is your coach, who will ask how it went?"),
        N_("What could stop you? What will you do then?"),
    ),
    drawing_hints=(N_("Draw footprints with a name in each."),),
    tense=Tense.FUTURE,
    tense_hint=N_("Speak for yourself: “I will… by…”."),
    minutes={90: 5, 180: 15},
    rules=(Rule.WHO_WHAT_BY_WHEN, Rule.SOMEBODY_PRESENT),
    gathers=StageInput.STEPS,
    region=Region.COLUMN,
    place=3,
    colours=Colours(fill="#FFE3C2", ink="#653100"),
    icon="footprint",
)

FIRST_STEPS = FIRST_STEP.model_copy(
    update={
        "id": "first_steps",
        "title": N_("First steps"),
        "question": N_("What are the first steps? Who does what, by when?"),
        "prompts": (
            N_("Halfway to {date}: what has happened by then?"),
            N_("And a month from now: who has done what?"),
            *FIRST_STEP.prompts,
        ),
        "minutes": {90: 20, 180: 50},
        "share": 2.2,
    }
)


SIX_STAGES = Process(
    id="path6",
    title=N_("PATH in six stages"),
    summary=N_("Dream, goal, now, enrol, keeping strong, first steps. About 90 minutes."),
    stages=(DREAM, GOAL, NOW, ENROL, STRENGTHEN, FIRST_STEPS),
    homes={stage.id: FIRST_STEPS.id for stage in (NEXT_MONTHS, NEXT_MONTH, FIRST_STEP)},
)

EIGHT_STAGES = Process(
    id="path8",
    title=N_("PATH in eight stages (classic)"),
    summary=N_("The same, with the actions worked out backwards: months, month, first step."),
    stages=(DREAM, GOAL, NOW, ENROL, STRENGTHEN, NEXT_MONTHS, NEXT_MONTH, FIRST_STEP),
    homes={FIRST_STEPS.id: FIRST_STEP.id},
)

PROCESSES = (SIX_STAGES, EIGHT_STAGES)
