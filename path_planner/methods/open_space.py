"""Open Space: people write the agenda themselves. Principles and law in our own words."""

from path_planner.domain.event.about import SlotKind
from path_planner.i18n import N_
from path_planner.methods.model import (
    Feature,
    Method,
    PlannedRoom,
    PlannedSlot,
    Principle,
    Step,
)

PRINCIPLES = (
    Principle(
        title=N_("Whoever comes is right"),
        sentence=N_("You do not need the important people. You need those who care."),
    ),
    Principle(
        title=N_("What happens is what matters"),
        sentence=N_("Let go of how it should have been, and work with what is there."),
    ),
    Principle(
        title=N_("It starts when it starts"),
        sentence=N_("A good idea does not look at the clock."),
    ),
    Principle(
        title=N_("It can be anywhere"),
        sentence=N_("A corner, a corridor or the garden is as good as a room."),
    ),
    Principle(
        title=N_("When it is over, it is over"),
        sentence=N_("If you are done early, go. If you are not, carry on somewhere else."),
    ),
)
LAW = Principle(
    title=N_("You may move at any time"),
    sentence=N_("Where you learn nothing and give nothing, go where you can. Nobody minds."),
)
CREDIT = N_("Open Space was begun by Harrison Owen. The words and drawings here are our own.")
WILL_HAPPEN = (
    Step(icon="group", sentence=N_("We sit in a circle. Somebody explains the day.")),
    Step(icon="pencil", sentence=N_("Anybody can write down a topic. Nobody has to.")),
    Step(icon="calendar", sentence=N_("The topics go on a big wall, with a time and a room.")),
    Step(icon="walking", sentence=N_("You choose where you go. You may move at any time.")),
    Step(icon="speech-bubble", sentence=N_("People talk. Somebody writes down what is said.")),
    Step(icon="cup-of-tea", sentence=N_("There are breaks. There is a quiet place.")),
    Step(icon="heart", sentence=N_("At the end we sit in a circle again.")),
)

METHOD = Method(
    id="open-space",
    title=N_("Open Space"),
    summary=N_("People bring their own topics, and choose where they talk."),
    features=frozenset({Feature.AGENDA}),
    question=N_("What would make this a good place to live?"),
    slots=(
        PlannedSlot(kind=SlotKind.CIRCLE, title=N_("Opening circle"), begins="09:30", minutes=60),
        PlannedSlot(kind=SlotKind.TALKS, title="", begins="10:30", minutes=60),
        PlannedSlot(kind=SlotKind.TALKS, title="", begins="11:40", minutes=60),
        PlannedSlot(kind=SlotKind.BREAK, title=N_("Lunch"), begins="12:40", minutes=60),
        PlannedSlot(kind=SlotKind.TALKS, title="", begins="13:40", minutes=60),
        PlannedSlot(kind=SlotKind.NEWS, title=N_("News wall"), begins="14:40", minutes=30),
        PlannedSlot(kind=SlotKind.CIRCLE, title=N_("Closing circle"), begins="15:10", minutes=40),
    ),
    rooms=(
        PlannedRoom(name=N_("Great Hall"), seats=60),
        PlannedRoom(name=N_("Garden Room"), seats=16),
        PlannedRoom(name=N_("Kitchen"), seats=10),
        PlannedRoom(name=N_("Quiet Room"), seats=8),
    ),
    principles=PRINCIPLES,
    law=LAW,
    will_happen=WILL_HAPPEN,
    credits=(CREDIT,),
)
