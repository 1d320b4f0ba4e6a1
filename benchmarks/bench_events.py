"""The prints of a day together: time, peak memory, pages and size, for 12 and for 40 topics.

Each measurement is a process of its own, so that peak memory is its own.
"""

import json
import resource
import subprocess
import sys
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from path_planner.analysis.event_lines import Readers
from path_planner.domain.event.about import AboutEvent, Guest, Slot, SlotKind
from path_planner.domain.event.cafe import CafeTable, Round, Seat
from path_planner.domain.event.contribution import REPORT_PARTS, Contribution
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Report, Room, Topic
from path_planner.domain.voice import Share
from path_planner.exports.base import EventOptions
from path_planner.exports.registry import EVENT_EXPORTS

COUNTS = (12, 40)
GUESTS, TABLES, ROUNDS, ROOMS, TIMES = 200, 40, 5, 8, 5
_LINES = 24
"""Lines of a report: a form that is filled in closely, on both sides."""
_MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
_SAID = (
    "We want to choose who supports us, and to meet two or three people before we say yes.",
    "The bus comes late, and then the job is gone.",
    "Somebody who has time is worth more than a plan with many pages.",
)
Found = dict[str, float]


def run() -> list[str]:
    """Measure everything in one run; return lines to print."""
    lines = ["Prints of a day, processor seconds / peak MB / pages / file kB:"]
    lines += [
        f"  {count:>3} topics of {_LINES} lines, {key}: {_told(_measured(key, count))}"
        for count in COUNTS
        for key in ("proceedings", "proceedings-easy")
    ]
    for key in ("route-cards", "agenda"):
        found = _measured(key, COUNTS[-1])
        lines.append(f"  {GUESTS} guests, {COUNTS[-1]} topics, {key}: {_told(found)}")
    return lines


def _told(found: Found) -> str:
    return (
        f"{found['seconds']:.2f} s / {found['peak']:.0f} MB / {found['pages']:.0f} pages / "
        f"{found['size']:.0f} kB"
    )


def _measured(key: str, count: int) -> Found:
    command = [sys.executable, "-m", "benchmarks.bench_events", key, str(count)]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, check=True, capture_output=True, cwd=root)  # noqa: S603 - our own program
    found: Found = json.loads(done.stdout)
    return found


def _a_day(topics: int) -> Event:
    """Return a day with so many topics, each with a whole report, and a seated café."""
    slots = {
        f"s{at}": Slot(id=f"s{at}", kind=SlotKind.TALKS, begins=datetime(2026, 1, 1, 9 + at).time())  # noqa: DTZ001 - a time of the clock
        for at in range(TIMES)
    }
    rooms = {f"r{at}": Room(id=f"r{at}", name=f"Room {at}", order=at) for at in range(ROOMS)}
    made = {
        f"t{at}": Topic(
            id=f"t{at}",
            title=f"What we can do together, part {at}",
            number=at + 1,
            slot=f"s{at // ROOMS % TIMES}",
            room=f"r{at % ROOMS}",
        )
        for at in range(topics)
    }
    voices = {
        f"v{topic}-{line}": Contribution(
            id=f"v{topic}-{line}",
            part=REPORT_PARTS[line % len(REPORT_PARTS)],
            topic=f"t{topic}",
            text=_SAID[(topic + line) % len(_SAID)],
            answers=f"v{topic}-{line - 4}" if line % 8 > 3 else None,
            share=Share.CIRCLE,
            order=line,
        )
        for topic in range(topics)
        for line in range(_LINES)
    }
    return Event(
        id="bench0",
        begun=_MOMENT,
        updated=_MOMENT,
        about=AboutEvent(title="A long day", method="both"),
        slots=slots,
        rooms=rooms,
        topics=made,
        reports={key: Report(id=key, came=9) for key in made},
        voices=voices,
        **_a_cafe(),
    )


def _a_cafe() -> dict[str, Any]:
    guests = {f"g{at}": Guest(id=f"g{at}", order=at) for at in range(GUESTS)}
    tables = {f"c{at}": CafeTable(id=f"c{at}", order=at) for at in range(TABLES)}
    rounds = {f"k{at}": Round(id=f"k{at}", order=at) for at in range(ROUNDS)}
    seats = {
        f"x{each}-{guest}": Seat(
            id=f"x{each}-{guest}",
            round=f"k{each}",
            table=f"c{(guest + guest // TABLES * each) % TABLES}",
            guest=f"g{guest}",
            number=guest // TABLES,
        )
        for each in range(ROUNDS)
        for guest in range(GUESTS)
    }
    return {"guests": guests, "tables": tables, "rounds": rounds, "seats": seats}


def _main() -> None:
    key, count = sys.argv[1], int(sys.argv[2])
    export, event = EVENT_EXPORTS.find(key), _a_day(count)
    options = EventOptions(on=date(2026, 11, 23), paper=export.paper, audience=Readers.CIRCLE)
    # Fonts are loaded once for the whole program, so not by the print that is measured.
    export.render(_a_day(1), options)
    begun = _processor()
    content = export.render(event, options)
    seconds = _processor() - begun
    with pikepdf.open(BytesIO(content)) as opened:
        pages = len(opened.pages)
    found = {
        "seconds": seconds,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size": len(content) / 1e3,
        "pages": pages,
    }
    sys.stdout.write(json.dumps(found))


def _processor() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    _main()
