"""One consultation of 2,000 and of 10,000 voices: what people wait for, timed in one run.

Each measurement is a process of its own, so that peak memory is its own; time is processor time.
Voices are made of the invented ones of the repository, a third of them are in fifteen themes.
"""

import csv
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.themed_voices import first, many
from path_planner.domain.vision.sources import ConsentTerms, SharedVoice, Source, SourceKind
from path_planner.domain.vision.theme import Theme, ThemeAssignment, theme_assignment_id
from path_planner.domain.vision.vision import AboutVision, Vision
from path_planner.domain.voice import Share
from path_planner.exports.base import VisionOptions
from path_planner.exports.registry import VISION_EXPORTS
from path_planner.sample.sessions import FIRST_DAY
from path_planner.services.context import VisionContext
from path_planner.services.vision import theme_offers, theme_suggestions
from path_planner.services.vision.anonymised_copy import SourceDetails
from path_planner.services.vision.documents import begin
from path_planner.services.vision.imports.conversation import AboutRecord
from path_planner.services.vision.sources import add_file
from path_planner.services.vision.themes import assign_many
from path_planner.services.vision.undo import undo
from path_planner.storage.store_registry import open_vision_store
from path_planner.ui.vision.theme_board.view import ThemeBoardView

COUNTS = (2_000, 10_000)
LOT = 500
OPTIONS = VisionOptions(on=date(2026, 11, 22))


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    lines = [f"processor seconds / peak MB, with {' and '.join(f'{n:,}' for n in COUNTS)} voices:"]
    for name, what in _WHAT.items():
        told = (_measured(name, count) for count in COUNTS)
        lines.append(f"  {what}: {'; '.join(told)}")
    return lines


_WHAT = {
    "gather": "a survey read from a table and kept",
    "read": "voices read, once, while gathering",
    "seeds": "small groups suggested, voices read before",
    "offers": "voices offered for a theme, voices read before",
    "voice": "themes and voices suggested for one voice, voices read before",
    "suggest": "suggestions for every voice, by the command, voices read before",
    "board": "the whole board sent to a browser",
    "lot": f"{LOT} voices put into a theme, and taken back",
    "plan": "the plan",
}


def _measured(name: str, count: int) -> str:
    with TemporaryDirectory() as folder:
        if name in ("seeds", "offers", "voice", "suggest"):
            _run("read", count, folder)
        found = _run(name, count, folder)
    return f"{found['seconds']:.1f} / {found['peak']:.0f}"


def _run(name: str, count: int, folder: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.bench_scale", name, str(count), folder]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, check=True, capture_output=True, cwd=root)  # noqa: S603 - our own program
    found: dict[str, float] = json.loads(done.stdout)
    return found


def consultation(count: int) -> Vision:
    """Return a vision with one survey of so many people, a third of it in themes."""
    source = Source(
        id="s1", what=SourceKind.WRITTEN, place="Thistledown", agreed=ConsentTerms(share=True)
    )
    themes = {
        theme: Theme(id=theme, name=statement, order=order)
        for order, (theme, statement) in enumerate(first().statements.items())
    }
    voices, placings = {}, {}
    for number, one in enumerate(many(count)):
        voices[one.id] = SharedVoice(
            id=one.id, source="s1", text=one.text, share=Share.QUOTE, speaker=f"p{number}",
            order=number, checked=True,
        )  # fmt: skip
        if number % 3 == 0:
            key = theme_assignment_id(one.id, one.themes[0])
            placings[key] = ThemeAssignment(id=key, voice=one.id, theme=one.themes[0], order=number)
    return Vision(
        id="vscale000", begun=FIRST_DAY, updated=FIRST_DAY, about=AboutVision(title="Scale"),
        sources={"s1": source}, themes=themes, voices=voices, placings=placings,
    )  # fmt: skip


def _work(name: str, vision: Vision, folder: Path) -> Callable[[], object]:
    vectors, store = folder / "vectors", open_vision_store(str(folder / "store"))
    works: dict[str, Callable[[], object]] = {
        "read": lambda: theme_suggestions.corpus_of(vision, vectors),
        "seeds": lambda: theme_suggestions.suggest_clusters(vision, vectors),
        "offers": lambda: theme_offers.offers_of(vision, "around", (), vectors),
        "voice": lambda: theme_suggestions.suggest_for_voice(vision, "m00001", vectors),
        "suggest": lambda: theme_suggestions.suggest(vision, vectors),
        "board": lambda: _board(vision, ThemeBoardView(store)),
        "plan": lambda: VISION_EXPORTS.find("plan").render(vision, OPTIONS),
    }
    if name == "gather":
        empty = VisionContext(store, begin(store, "Scale"), by="bench")
        about, table = AboutRecord(agreed=True, share=Share.QUOTE), _table(len(vision.voices))
        return lambda: add_file(empty, "survey.csv", table, SourceDetails(), about)
    if name == "lot":
        context = VisionContext(store, store.create(vision), by="bench")
        return lambda: _lot(context)
    return works[name]


def _table(count: int) -> bytes:
    written = StringIO()
    rows = csv.writer(written)
    rows.writerow(["answer", "respondent"])
    rows.writerows([one.text, number] for number, one in enumerate(many(count)))
    return written.getvalue().encode()


def _board(vision: Vision, view: ThemeBoardView) -> object:
    view.update(vision)
    return view.delta(None, {})


def _lot(context: VisionContext) -> object:
    loose = [voice for number, voice in enumerate(context.document.voices) if number % 3][:LOT]
    saved = assign_many(context, "around", loose)
    return undo(VisionContext(context.store, saved.document, by="bench"))


def _main() -> None:
    name, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    work = _work(name, consultation(count), folder)
    begun = process_time()
    work()
    seconds = process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    _main()
