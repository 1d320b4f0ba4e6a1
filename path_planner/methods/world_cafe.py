"""World Café: rounds of conversation at small tables. Its principles in our own words."""

from path_planner.domain.event.about import SlotKind
from path_planner.i18n import N_
from path_planner.methods.model import (
    Feature,
    Method,
    PlannedRound,
    PlannedSlot,
    Principle,
    Step,
)

PRINCIPLES = (
    Principle(
        title=N_("Know why we are here"),
        sentence=N_("Say what the day is for, and what can change because of it."),
    ),
    Principle(
        title=N_("Make it a place to feel welcome"),
        sentence=N_("Flowers, pens, something to drink, and time."),
    ),
    Principle(
        title=N_("Ask what matters"),
        sentence=N_("One question at a time, in plain words."),
    ),
    Principle(
        title=N_("Everybody gives something"),
        sentence=N_("Speak, sign, draw, point, or listen well."),
    ),
    Principle(
        title=N_("Carry ideas from table to table"),
        sentence=N_("Take one idea with you, and leave one behind."),
    ),
    Principle(
        title=N_("Add, never rub out"),
        sentence=N_("If you see it differently, write your answer beside it."),
    ),
    Principle(
        title=N_("Listen for what comes again"),
        sentence=N_("Notice what more than one table says."),
    ),
    Principle(
        title=N_("Share what you found"),
        sentence=N_("At the end everybody hears what the tables found."),
    ),
)
CREDIT = N_(
    "World Café was begun by Juanita Brown and David Isaacs: theworldcafe.com. "
    "The words and drawings here are our own."
)
ROUNDS = (
    PlannedRound(question=N_("What is already good here, and who makes it so?")),
    PlannedRound(question=N_("What would make it better for everybody?")),
    PlannedRound(question=N_("What can we do first, and with whom?")),
)
WILL_HAPPEN = (
    Step(icon="group", sentence=N_("We sit at small tables, four or five people at each.")),
    Step(icon="question", sentence=N_("There is one question. You have about 20 minutes.")),
    Step(icon="pencil", sentence=N_("You may write or draw on the tablecloth.")),
    Step(icon="walking", sentence=N_("Then you go to another table. Your card says which.")),
    Step(icon="house", sentence=N_("One person stays at each table. They tell you what was said.")),
    Step(icon="cup-of-tea", sentence=N_("There are breaks. There is a quiet place.")),
    Step(icon="star", sentence=N_("At the end we put together what we found.")),
)

METHOD = Method(
    id="world-cafe",
    title=N_("World Café"),
    summary=N_("People talk at small tables, and carry ideas from one to the next."),
    features=frozenset({Feature.TABLES}),
    question=N_("What makes a good life here?"),
    slots=(
        PlannedSlot(kind=SlotKind.CIRCLE, title=N_("Welcome"), begins="10:00", minutes=30),
        PlannedSlot(kind=SlotKind.ROUND, title=N_("Round 1"), begins="10:30", minutes=25),
        PlannedSlot(kind=SlotKind.ROUND, title=N_("Round 2"), begins="10:55", minutes=25),
        PlannedSlot(kind=SlotKind.BREAK, title=N_("Tea"), begins="11:20", minutes=20),
        PlannedSlot(kind=SlotKind.ROUND, title=N_("Round 3"), begins="11:40", minutes=25),
        PlannedSlot(kind=SlotKind.HARVEST, title=N_("Harvest"), begins="12:05", minutes=40),
        PlannedSlot(kind=SlotKind.CIRCLE, title=N_("Closing circle"), begins="12:45", minutes=15),
    ),
    rounds=ROUNDS,
    tables=4,
    principles=PRINCIPLES,
    will_happen=WILL_HAPPEN,
    credits=(CREDIT,),
)
