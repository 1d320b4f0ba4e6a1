"""PATH: Planning Alternative Tomorrows with Hope, in its six-stage and its classic form."""

from path_planner.processes.path_words import (
    DREAM,
    ENROL,
    FIRST_STEP,
    FIRST_STEPS,
    GOAL,
    NEXT_MONTH,
    NEXT_MONTHS,
    NOW,
    STRENGTHEN,
)
from path_planner.processes.process import Process
from path_planner.words import mark

SIX_STAGES = Process(
    id="path6",
    title=mark("PATH in six stages"),
    summary=mark("Dream, goal, now, enrol, keep strong, first steps. About 90 minutes."),
    stages=(DREAM, GOAL, NOW, ENROL, STRENGTHEN, FIRST_STEPS),
    homes={stage.id: FIRST_STEPS.id for stage in (NEXT_MONTHS, NEXT_MONTH, FIRST_STEP)},
)

EIGHT_STAGES = Process(
    id="path8",
    title=mark("PATH in eight stages (classic)"),
    summary=mark("The same, with the action told backwards: months, month, first step."),
    stages=(DREAM, GOAL, NOW, ENROL, STRENGTHEN, NEXT_MONTHS, NEXT_MONTH, FIRST_STEP),
    homes={FIRST_STEPS.id: FIRST_STEP.id},
)

PROCESSES = (SIX_STAGES, EIGHT_STAGES)
