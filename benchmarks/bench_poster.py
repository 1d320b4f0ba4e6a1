"""Posters with much ink: time, memory and size, against the same strokes drawn in other ways.

Each measurement is a process of its own, so that peak memory is its own. Our poster holds all the
words, tags and bookmarks as well; the others draw the bare strokes.
"""

import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from math import cos, sin
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from fpdf import FPDF
from fpdf.drawing import PaintedPath
from reportlab.pdfgen.canvas import Canvas

from path_planner.domain.marks import Pen, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.exports.base import Options, Paper
from path_planner.exports.session.poster import picture_of, render_pdf, scene_for
from path_planner.scene.model import Scene
from path_planner.storage.serializer import write

COUNTS = (500, 2_000, 10_000)
POINTS = 60
STAGES = ("dream", "goal", "now", "enrol", "strengthen", "first_steps")
PENS = ("#1E2430", "#1B4B8F", "#1F6B33", "#5B2A86", "#B3261E")
A0 = Options(paper=Paper.A0)
DOTS = 150
TURNS = 4
Curve = tuple[str, float, list[tuple[float, float]]]


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    ours = {count: _measured("ours", count) for count in (0, *COUNTS)}
    lines = [f"Poster on A0, strokes of {POINTS} points, processor seconds / peak MB / file MB:"]
    for count in COUNTS:
        lines.append(f"  {count:>6} strokes, whole tagged poster: {_told(ours[count])}")
        for name in ("fpdf2 drawing", "reportlab"):
            other = _measured(name, count)
            times = other["seconds"] / ours[count]["seconds"]
            lines.append(f"         {name}, ink alone: {_told(other)}; takes {times:.1f}x our time")
    each = [(ours[count]["seconds"] - ours[0]["seconds"]) / count for count in COUNTS]
    lines.append(
        "  cost of a stroke at 500 / 2,000 / 10,000: "
        + " / ".join(f"{1000 * cost:.3f} ms" for cost in each)
        + f"; 10,000 against 500: {each[-1] / each[0]:.2f}x (at most 1.3x)"
    )
    return [*lines, *_pictures(), *_from_the_command_line()]


def _told(found: dict[str, float]) -> str:
    return f"{found['seconds']:.2f} s / {found['peak']:.0f} MB / {found['size']:.2f} MB"


def _measured(name: str, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.bench_poster", name, str(count)]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, check=True, capture_output=True, cwd=root)  # noqa: S603 - our own program
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _pictures() -> Iterator[str]:
    ours = _measured("pypdfium2", 2_000)
    yield f"  PNG of A0 at {DOTS} dots, 2,000 strokes, pypdfium2: {_told(ours)}"
    if shutil.which("pdftoppm"):
        other = _measured("pdftoppm", 2_000)
        times = other["seconds"] / ours["seconds"]
        yield f"         pdftoppm: {_told(other)}; takes {times:.1f}x our time"
    else:
        yield "         pdftoppm is not on this machine"


def _from_the_command_line() -> Iterator[str]:
    """Measure the command whole, with its start, beside importing fpdf2 alone."""
    with TemporaryDirectory() as folder:
        plan, poster = Path(folder, "plan.json"), str(Path(folder, "poster.pdf"))
        plan.write_bytes(write(session_with(0)))
        export = ["-m", "path_planner", "export", str(plan), "--to", poster]
        whole, library = [], []
        for _ in range(TURNS):
            whole.append(_processor_of(export))
            library.append(_processor_of(["-c", "import fpdf"]))
    ours, other = median(whole), median(library)
    yield f"  without strokes, from the command line, in all: {ours:.2f} s (at most 0.8 s)"
    yield f"         importing fpdf2 alone: {other:.2f} s; {ours / other:.1f}x"


def _processor_of(arguments: list[str]) -> float:
    before = _processor()
    command = [sys.executable, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return _processor() - before


def session_with(strokes: int) -> Session:
    """Build a fictional session with so many strokes in six drawings."""
    noon = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    marks: dict[str, Sketch | Stroke] = {}
    if strokes:
        marks = {stage: Sketch(id=stage, stage=stage, words=f"Ink in {stage}") for stage in STAGES}
    for place in range(strokes):
        stage = STAGES[place % len(STAGES)]
        x, y = 120 + place * 37 % 660, 90 + place * 53 % 320
        points = tuple(
            value
            for step in range(POINTS)
            for value in (x + step + 9 * sin(place + step / 5), y + 30 * cos(place + step / 9))
        )
        pen = Pen(colour=PENS[place // 40 % len(PENS)], width=3)
        marks[f"s{place}"] = Stroke(
            id=f"s{place}", stage=stage, sketch=stage, pen=pen, points=points, order=place
        )
    voices = {
        f"v{place}": Voice(id=f"v{place}", stage=STAGES[place % 6], text=f"Words number {place}.")
        for place in range(24)
    }
    return Session(id="bench1", begun=noon, updated=noon, voices=voices, marks=marks)


def _curves(scene: Scene, millimetres: float) -> list[Curve]:
    """Return the same strokes as bare points on the paper."""
    found = []
    for drawing in scene.drawings:
        scale, (across, down) = drawing.scale, drawing.shift
        for ink in drawing.strokes:
            xs = [(value * scale + across) * millimetres for value in ink.points[::2]]
            ys = [(value * scale + down) * millimetres for value in ink.points[1::2]]
            width = ink.width * scale * millimetres
            found.append((ink.colour, width, list(zip(xs, ys, strict=True))))
    return found


def _by_fpdf2(curves: list[Curve]) -> bytes:
    pdf = FPDF(unit="mm", format=(841, 1189), orientation="landscape")
    pdf.add_page()
    with pdf.drawing_context() as context:
        for colour, width, points in curves:
            path = PaintedPath(*points[0])
            for here, after in pairwise(points[1:]):
                middle = ((here[0] + after[0]) / 2, (here[1] + after[1]) / 2)
                path.quadratic_curve_to(*here, *middle)
            path.style.stroke_color = colour
            path.style.stroke_width = width
            path.style.fill_color = None
            path.style.auto_close = False
            context.add_item(path)
    return bytes(pdf.output())


def _by_reportlab(curves: list[Curve]) -> bytes:
    file = BytesIO()
    unit = 72 / 25.4
    canvas = Canvas(file, pagesize=(1189 * unit, 841 * unit), pageCompression=1)
    canvas.setLineCap(1)
    for colour, width, points in curves:
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width * unit)
        path = canvas.beginPath()
        x, y = points[0][0] * unit, (841 - points[0][1]) * unit
        path.moveTo(x, y)
        for here, after in pairwise(points[1:]):
            over, up = here[0] * unit, (841 - here[1]) * unit
            end_x = (over + after[0] * unit) / 2
            end_y = (up + (841 - after[1]) * unit) / 2
            path.curveTo(
                (x + 2 * over) / 3, (y + 2 * up) / 3,
                (end_x + 2 * over) / 3, (end_y + 2 * up) / 3,
                end_x, end_y,
            )  # fmt: skip
            x, y = end_x, end_y
        canvas.drawPath(path)
    canvas.save()
    return file.getvalue()


def _by_pdftoppm(pdf: bytes) -> bytes:
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "poster.pdf", Path(folder) / "poster"
        source.write_bytes(pdf)
        command = ["pdftoppm", "-png", "-singlefile", "-r", str(DOTS), str(source), str(target)]
        subprocess.run(command, check=True)  # noqa: S603 - found by name on this machine
        return target.with_suffix(".png").read_bytes()


def _drawer(name: str, count: int) -> Callable[[], bytes]:
    session = session_with(count)
    if name == "ours":
        return lambda: render_pdf(session, A0)
    if name in {"pypdfium2", "pdftoppm"}:
        pdf = render_pdf(session, A0)
        return (lambda: picture_of(pdf, DOTS)) if name == "pypdfium2" else lambda: _by_pdftoppm(pdf)
    scene = scene_for(session, A0)
    curves = _curves(scene, A0.paper.size[0] / scene.width)
    return (lambda: _by_fpdf2(curves)) if name == "fpdf2 drawing" else lambda: _by_reportlab(curves)


def _processor() -> float:
    """Return the processor time of this process and of those it started."""
    whole = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in whole)


def _main() -> None:
    name, count = sys.argv[1], int(sys.argv[2])
    draw = _drawer(name, count)
    if name == "ours":
        # Fonts are loaded once for the whole program, so not by the poster that is measured.
        render_pdf(session_with(1), A0)
    seconds, content = [], b""
    for _ in range(TURNS):
        begun = _processor()
        content = draw()
        seconds.append(_processor() - begun)
    who = resource.RUSAGE_CHILDREN if name == "pdftoppm" else resource.RUSAGE_SELF
    peak = resource.getrusage(who).ru_maxrss / 1024
    found = {"seconds": min(seconds), "peak": peak, "size": len(content) / 1e6}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    _main()
