"""The community plan from 20, 100 and 400 PATHs: time, memory and pages, and the cost of a voice.

Each measurement is a process of its own, so that peak memory is its own. Beside it stand the same
words through reportlab: in paragraphs of one column, without tags, links, charts or pictures.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from html import escape
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.sample.visions import sample_vision

COUNTS = (20, 100, 400)
PLAN = VISION_EXPORTS.find("plan")
OPTIONS = VisionOptions(on=date(2026, 11, 22))
TURNS = 2
Found = dict[str, float]


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    ours = {count: _measured("ours", count) for count in COUNTS}
    lines = ["Community plan, processor seconds / peak MB / pages / file MB:"]
    for count in COUNTS:
        found, other = ours[count], _measured("reportlab", count)
        lines.append(
            f"  {count:>4} PATHs, {found['voices']:,.0f} voices, tagged and linked: {_told(found)}"
        )
        times = other["seconds"] / found["seconds"]
        lines.append(
            f"       reportlab, its words alone: {_told(other)}; takes {times:.2f}x our time"
        )
    first, middle, last = (ours[count] for count in COUNTS)
    each = _each(first, middle), _each(middle, last)
    lines.append(
        f"  cost of a voice from 20 to 100 and from 100 to 400: {1000 * each[0]:.2f} / "
        f"{1000 * each[1]:.2f} ms; {each[1] / each[0]:.2f}x (at most 1.3x)"
    )
    lines.append(
        f"  400 PATHs: at most 60 s and 400 MB; {last['seconds']:.1f} s, {last['peak']:.0f} MB"
    )
    return lines


def _each(few: Found, many: Found) -> float:
    return (many["seconds"] - few["seconds"]) / (many["voices"] - few["voices"])


def _told(found: Found) -> str:
    return (
        f"{found['seconds']:.1f} s / {found['peak']:.0f} MB / {found['pages']:.0f} pages / "
        f"{found['size']:.2f} MB"
    )


def _measured(name: str, count: int) -> Found:
    command = [sys.executable, "-m", "benchmarks.bench_plan", name, str(count)]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, check=True, capture_output=True, cwd=root)  # noqa: S603 - our own program
    found: Found = json.loads(done.stdout)
    return found


def _words_of(pdf: bytes) -> list[str]:
    """Return the words of a plan as its lines, for another program to set."""
    with pypdfium2.PdfDocument(pdf) as opened:
        pages = [page.get_textpage().get_text_range() for page in opened]
    return [line for page in pages for line in page.splitlines() if line.strip()]


def _by_reportlab(lines: list[str]) -> bytes:
    file, style = BytesIO(), getSampleStyleSheet()["BodyText"]
    document = SimpleDocTemplate(file, pagesize=A4)
    document.build([Paragraph(escape(line), style) for line in lines])
    return file.getvalue()


def _drawer(name: str, count: int) -> tuple[Callable[[], bytes], int]:
    vision = sample_vision(count)
    if name == "ours":
        return lambda: PLAN.render(vision, OPTIONS), len(vision.voices)
    words = _words_elsewhere(count)
    return lambda: _by_reportlab(words), len(vision.voices)


def _words_elsewhere(count: int) -> list[str]:
    """Draw the plan in another process, so that its memory is not counted here."""
    command = [sys.executable, "-m", "benchmarks.bench_plan", "words", str(count)]
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own program
    found: list[str] = json.loads(done.stdout)
    return found


def _main() -> None:
    name, count = sys.argv[1], int(sys.argv[2])
    if name == "words":
        words = _words_of(PLAN.render(sample_vision(count), OPTIONS))
        sys.stdout.write(json.dumps(words))
        return
    draw, voices = _drawer(name, count)
    if name == "ours":
        # Fonts are loaded once for the whole program, so not by the plan that is measured.
        PLAN.render(sample_vision(1), OPTIONS)
    seconds, content = [], b""
    for _ in range(TURNS):
        begun = _processor()
        content = draw()
        seconds.append(_processor() - begun)
    with pikepdf.open(BytesIO(content)) as opened:
        pages = len(opened.pages)
    found = {
        "seconds": min(seconds),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size": len(content) / 1e6,
        "pages": pages,
        "voices": voices,
    }
    sys.stdout.write(json.dumps(found))


def _processor() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    _main()
