"""A day of both: a World Café in the morning, Open Space after it."""

from path_planner.domain.event.about import SlotKind
from path_planner.i18n import N_
from path_planner.methods import open_space, world_cafe
from path_planner.methods.model import Feature, Method, PlannedSlot, Step

METHOD = Method(
    id="both",
    title=N_("Open Space and World Café"),
    summary=N_("Table talks first, then topics that people bring themselves."),
    features=frozenset({Feature.AGENDA, Feature.TABLES}),
    question=N_("What would make this a good place to live?"),
    slots=(
        PlannedSlot(kind=SlotKind.CIRCLE, title=N_("Opening circle"), begins="09:30", minutes=30),
        PlannedSlot(kind=SlotKind.ROUND, title=N_("Round 1"), begins="10:00", minutes=25),
        PlannedSlot(kind=SlotKind.ROUND, title=N_("Round 2"), begins="10:25", minutes=25),
        PlannedSlot(kind=SlotKind.BREAK, title=N_("Tea"), begins="10:50", minutes=20),
        PlannedSlot(kind=SlotKind.TALKS, title="", begins="11:10", minutes=45),
        PlannedSlot(kind=SlotKind.TALKS, title="", begins="12:00", minutes=45),
        PlannedSlot(kind=SlotKind.BREAK, title=N_("Lunch"), begins="12:45", minutes=60),
        PlannedSlot(kind=SlotKind.TALKS, title="", begins="13:45", minutes=45),
        PlannedSlot(kind=SlotKind.HARVEST, title=N_("Harvest"), begins="14:30", minutes=30),
        PlannedSlot(kind=SlotKind.NEWS, title=N_("News wall"), begins="15:00", minutes=20),
        PlannedSlot(kind=SlotKind.CIRCLE, title=N_("Closing circle"), begins="15:20", minutes=30),
    ),
    rooms=open_space.METHOD.rooms,
    rounds=world_cafe.ROUNDS[:2],
    tables=world_cafe.METHOD.tables,
    principles=(*open_space.PRINCIPLES, *world_cafe.PRINCIPLES[2:6]),
    law=open_space.LAW,
    will_happen=(
        Step(icon="group", sentence=N_("We sit in a circle. Somebody explains the day.")),
        *world_cafe.WILL_HAPPEN[1:5],
        *open_space.WILL_HAPPEN[1:],
    ),
    credits=(open_space.CREDIT, world_cafe.CREDIT),
)
