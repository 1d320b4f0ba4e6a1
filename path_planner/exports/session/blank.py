"""A blank PATH with its titles and questions, to print for a workshop on paper."""

from datetime import datetime

from path_planner import i18n
from path_planner.domain.people import Pathfinder
from path_planner.domain.session import About, Session
from path_planner.exports.base import Options
from path_planner.exports.session.poster import print_scene
from path_planner.i18n import N_, _
from path_planner.processes import forms
from path_planner.processes.model import Process, Stage
from path_planner.scene.poster import scene_of

NAME, DATE = "…" * 9, "…" * 6
"""Lines of dots in place of a name and a date, to write on."""
FORMS = {6: N_("Blank PATH, six stages (PDF)"), 8: N_("Blank PATH, eight stages (PDF)")}
"""The names of the blank forms by their number of stages."""


def render_blank(stages: int, options: Options, made: datetime) -> bytes:
    """Return a blank PATH of six or eight stages as PDF, on one page or on sheets to join up."""
    process = next(process for process in forms() if len(process.stages) == stages)
    about = About(pathfinder=Pathfinder(name=NAME), process=process.id, language=i18n.language())
    session = Session(id="blankpath", begun=made, updated=made, about=about)
    scene = scene_of(session, _with_lines(process), aspect=options.paper.aspect)
    return print_scene(scene, options, made)


def _with_lines(process: Process) -> Process:
    """Return a process whose questions have a line of dots in place of the date."""
    stages = tuple(_with_line(stage) for stage in process.stages)
    return process.model_copy(update={"stages": stages})


def _with_line(stage: Stage) -> Stage:
    if "{date}" not in stage.question:
        return stage
    return stage.model_copy(update={"question": _(stage.question, date=DATE)})
