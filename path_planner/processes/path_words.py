"""The stages of PATH: what is asked and drawn in each, in our own words."""

from path_planner.processes.process import Colours, Gathers, Region, Rule, Stage, Tense
from path_planner.words import mark

DREAM = Stage(
    id="dream",
    title=mark("Dream"),
    question=mark(
        "What matters most to {name}? If anything were possible, what would life be like?"
    ),
    prompts=(
        mark("First of all, {name}: what do you love? What gives you a reason to get up?"),
        mark("If nothing stood in the way: where are you, and who is with you?"),
        mark("What do you see, hear and smell there?"),
        mark("What are you giving to other people in this dream?"),
        mark("Others may add one thing each. Then ask {name}: is that yours?"),
        mark("Nobody says “realistic” here, and nobody talks about cost."),
    ),
    drawing_hints=(
        mark("Draw the biggest picture of the day here, with the most colour."),
        mark("Ask before you draw a symbol: what does it look like for you?"),
        mark("Write the key words just as they were said."),
    ),
    tense=Tense.PRESENT,
    telling=mark("Tell it as if it is here: “I am…”, “We have…”."),
    minutes={90: 20, 180: 40},
    region=Region.STAR,
    colours=Colours(fill="#FFE9A3", ink="#5A3B00"),
    icon="star",
)

GOAL = Stage(
    id="goal",
    title=mark("Goal"),
    question=mark("It is {date}. We are back in this room, and it went well. What has happened?"),
    prompts=(
        mark("Look back from {date}. What are you proud of?"),
        mark("What happened first? In which month? Who was there?"),
        mark("How does it feel, now that it is done?"),
        mark("Is it positive? Say what there is, not what there is no longer."),
        mark("Is it possible? Could it have happened by {date}, with a stretch?"),
        mark("Where does the dream show in this?"),
    ),
    drawing_hints=(
        mark("Write the date at the top of the circle."),
        mark("Put each event with its month, and draw the faces of those who were there."),
    ),
    tense=Tense.PAST,
    telling=mark("Tell it as a memory: “We have…”, “She moved…”."),
    minutes={90: 20, 180: 35},
    rules=(Rule.TOLD_IN_THE_PAST, Rule.POSITIVE, Rule.POSSIBLE),
    region=Region.CIRCLE,
    colours=Colours(fill="#FFE3D3", ink="#7A2E0B"),
    icon="flag_circle",
)

NOW = Stage(
    id="now",
    title=mark("Now"),
    question=mark("Back to today. What is life like for {name} right now?"),
    prompts=(
        mark("Give three words for how it is today."),
        mark("What works well as it is? What does not?"),
        mark("Say how it is, and leave out why. No blame, no history, no mending yet."),
        mark("Look at the dream, then at now. How does the distance between them feel?"),
    ),
    drawing_hints=(
        mark("Use few colours. Leave empty space where life is empty."),
        mark("Draw the pull between now and the dream as a stretched band."),
    ),
    tense=Tense.PRESENT,
    telling=mark("Tell it honestly, as it is today: “I am…”, “It is…”."),
    minutes={90: 10, 180: 20},
    region=Region.COLUMN,
    share=1.3,
    place=0,
    colours=Colours(fill="#DCEBFA", ink="#123A5E"),
    icon="location_on",
)

ENROL = Stage(
    id="enrol",
    title=mark("Enrol"),
    question=mark("Who needs to be with {name} on this journey, and for what?"),
    prompts=(
        mark("Who in this room will come along? For which part?"),
        mark("Who is missing here? Who will ask them, and when?"),
        mark("Who might stand in the way? How could we win them over?"),
        mark("Who is not paid to be there?"),
        mark("Ask {name}: is this a yes? Everybody may also say no."),
    ),
    drawing_hints=(
        mark("Draw an outline for each person, and leave room for the name."),
        mark("People who are here sign by themselves. Nobody signs for another."),
    ),
    tense=Tense.INVITATION,
    telling=mark("Make it an invitation: “Will you…?”, “Yes, I will help with…”."),
    minutes={90: 10, 180: 20},
    rules=(Rule.WHO_AND_WHAT_FOR,),
    gathers=Gathers.ENROLMENTS,
    region=Region.COLUMN,
    place=1,
    colours=Colours(fill="#E0F3DC", ink="#1E4A17"),
    icon="group_add",
)

STRENGTHEN = Stage(
    id="strengthen",
    title=mark("Keep strong"),
    question=mark("What will keep {name}, and all of us, strong on the way?"),
    prompts=(
        mark("What do you already do that gives you strength? Keep it."),
        mark("Which skills, friends, rest or health do we need more of?"),
        mark("What would wear us out? How do we notice it early?"),
        mark("What does each of us need? What do we need as a group?"),
    ),
    drawing_hints=(
        mark("A tree with roots works well: roots are what holds us, leaves are what grows."),
        mark("Keep these apart from tasks. They are habits, not a to-do list."),
    ),
    tense=Tense.HABIT,
    telling=mark("Tell it as a habit: “Every week I…”, “We always…”."),
    minutes={90: 10, 180: 15},
    region=Region.COLUMN,
    place=2,
    colours=Colours(fill="#FBE0EC", ink="#6B1846"),
    icon="fitness_center",
)

NEXT_MONTHS = Stage(
    id="next_months",
    title=mark("Next months"),
    question=mark("We are halfway to {date}. What has happened by then?"),
    prompts=(
        mark("Work back from the goal: what must be in place halfway?"),
        mark("What is the boldest step by then?"),
        mark("Who did it, and who helped?"),
    ),
    drawing_hints=(mark("Draw milestones on a road, each with its date."),),
    tense=Tense.PAST,
    telling=mark("Tell it as done: “By spring we had…”."),
    minutes={90: 10, 180: 20},
    rules=(Rule.WHO_WHAT_BY_WHEN,),
    gathers=Gathers.STEPS,
    region=Region.COLUMN,
    place=5,
    colours=Colours(fill="#FFF3CF", ink="#574100"),
    icon="calendar_month",
)

NEXT_MONTH = Stage(
    id="next_month",
    title=mark("Next month"),
    question=mark("One month from now, who has done what?"),
    prompts=(
        mark("Which of the bigger steps can begin within the month?"),
        mark("Who does it? By which day?"),
        mark("Who will ask how it went?"),
    ),
    drawing_hints=(mark("A check list with names and dates is enough."),),
    tense=Tense.FUTURE,
    telling=mark("Name the person and the day: “Asha will phone by 12 May”."),
    minutes={90: 5, 180: 15},
    rules=(Rule.WHO_WHAT_BY_WHEN,),
    gathers=Gathers.STEPS,
    region=Region.COLUMN,
    place=4,
    colours=Colours(fill="#FFEBCB", ink="#5E3A00"),
    icon="event",
)

FIRST_STEP = Stage(
    id="first_step",
    title=mark("First step"),
    question=mark("What will you do tomorrow or this week? Who is your coach?"),
    prompts=(
        mark("What is the smallest step that truly starts it?"),
        mark("Who in this room does it? By which day?"),
        mark("Who is your coach and asks how it went?"),
        mark("What could stop you? What will you do then?"),
    ),
    drawing_hints=(mark("Draw footprints, and put a name in each."),),
    tense=Tense.FUTURE,
    telling=mark("Say it yourself: “I will… by…”."),
    minutes={90: 5, 180: 15},
    rules=(Rule.WHO_WHAT_BY_WHEN, Rule.SOMEBODY_PRESENT),
    gathers=Gathers.STEPS,
    region=Region.COLUMN,
    place=3,
    colours=Colours(fill="#FFE3C2", ink="#653100"),
    icon="footprint",
)

FIRST_STEPS = FIRST_STEP.model_copy(
    update={
        "id": "first_steps",
        "title": mark("First steps"),
        "question": mark("What are the first steps? Who does what, by when?"),
        "prompts": (
            mark("Halfway to {date}: what has happened by then?"),
            mark("And one month from now: who has done what?"),
            *FIRST_STEP.prompts,
        ),
        "minutes": {90: 20, 180: 50},
        "share": 2.2,
    }
)
