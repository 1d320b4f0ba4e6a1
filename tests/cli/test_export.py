"""`path-planner export`: every kind of file, from a file or from the store, or one plain line."""

from pathlib import Path

import pypdfium2
import pytest

from path_planner.analysis.event_lines import Readers
from path_planner.cli.export import AUDIENCES, PAPERS, SHEETS, STAGES
from path_planner.domain.voice import Share
from path_planner.exports.base import SHEETS as REAL_SHEETS
from path_planner.exports.base import Paper
from path_planner.exports.registry import SESSION_EXPORTS
from path_planner.scene.model import Audience
from path_planner.services.context import SessionContext
from path_planner.services.session.documents import begin
from path_planner.services.session.voices import write_voice
from path_planner.storage.serializer import read, write
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.store_registry import open_store
from tests.cli.running import fail, run, succeed

pytestmark = pytest.mark.slow

STARTS = {
    ".pdf": b"%PDF-",
    ".svg": b"<",
    ".png": b"\x89PNG",
    ".json": b"{",
    ".md": b"# ",
    ".excalidraw": b"{",
}
MM = 72 / 25.4


def export(plan: object, out: Path, *options: str) -> None:
    """Write a file, of which the command prints the name and nothing else."""
    assert succeed("export", plan, "--to", out, *options) == f"{out}\n"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a plan to export."""
    folder = tmp_path_factory.mktemp("plans")
    succeed("sample", folder, "--sessions", 1, "--voices", 20, "--strokes", 30)
    return next(folder.glob("*.path.json"))


def test_there_is_a_way_to_each_kind_of_file() -> None:
    assert {kind.suffix for kind in SESSION_EXPORTS.known} == set(STARTS)


@pytest.mark.parametrize("suffix", STARTS)
def test_it_writes_this_kind_of_file_and_names_it(plan: Path, suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"poster{suffix}"
    export(plan, out, "--paper", "A3")
    assert out.read_bytes().startswith(STARTS[suffix])
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_it_knows_everybody_a_poster_can_be_for() -> None:
    assert set(AUDIENCES) == {one.value for one in (*Audience, *Readers)}


def test_private_words_are_left_out_unless_they_are_asked_for(plan: Path, tmp_path: Path) -> None:
    session = read(plan.read_bytes(), SESSIONS)
    first, *others = session.voices.values()
    secret = first.model_copy(update={"share": Share.PRIVATE, "text": "Between the two of us"})
    voices = {one.id: one.model_copy(update={"share": Share.CIRCLE}) for one in others}
    hidden = session.model_copy(update={"voices": {**voices, secret.id: secret}})
    file, out = tmp_path / "plan.path.json", tmp_path / "plan.md"
    file.write_bytes(write(hidden))
    result = run("export", file, "--to", out)
    assert (result.exit_code, result.stdout) == (0, f"{out}\n")
    assert secret.text not in out.read_text("utf-8")
    assert "1 private line is left out" in result.stderr
    export(file, out, "--for", "pathfinder")
    assert secret.text in out.read_text("utf-8")


@pytest.mark.parametrize("suffix", [".svg", ".json", ".md"])
def test_an_id_leads_to_the_same_as_its_file(plan: Path, suffix: str, tmp_path: Path) -> None:
    by_file, by_id = tmp_path / f"file{suffix}", tmp_path / f"id{suffix}"
    export(plan, by_file)
    session_id = read(plan.read_bytes(), SESSIONS).id
    export(session_id, by_id, "--store", str(plan.parent))
    assert by_id.read_bytes() == by_file.read_bytes()


def test_a_file_in_its_store_brings_what_was_said_since_it_was_written(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store"))
    session = begin(store, "Rosa Quill")
    file = next((tmp_path / "store").glob("*.path.json"))
    write_voice(
        SessionContext(store, store.open(session.id).document), "dream", "A boat of our own"
    )
    assert "A boat" not in file.read_text()
    out = tmp_path / "plan.md"
    export(file, out)
    assert "A boat of our own" in out.read_text()


def test_the_json_is_the_whole_plan(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.json"
    export(plan, out)
    assert out.read_bytes() == plan.read_bytes()


def test_every_word_is_in_the_markdown(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.md"
    export(plan, out)
    written = out.read_text("utf-8")
    voices = read(plan.read_bytes(), SESSIONS).voices.values()
    shared = [voice.text for voice in voices if voice.share != "private"]
    assert len(shared) > 10
    assert [text for text in shared if text.split(",")[0].split(".")[0] not in written] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_the_poster_has_the_size_of_the_paper(plan: Path, paper: str, tmp_path: Path) -> None:
    out = tmp_path / "poster.pdf"
    export(plan, out, "--paper", paper)
    with pypdfium2.PdfDocument(out) as poster:
        size = poster[0].get_size()
        pages = len(poster)
    assert size == pytest.approx([length * MM for length in Paper(paper).size], abs=0.5)
    assert pages == 1


def test_tiles_come_on_the_sheets_asked_for(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "tiles.pdf"
    told = run("export", plan, "--to", out, "--paper", "A1", "--tiled", "A4").stderr
    assert "9 sheets and a map of them: 78 × 55 cm when joined." in told
    short, long = sorted(length * MM for length in Paper.A4.size)
    with pypdfium2.PdfDocument(out) as tiles:
        sizes = [sorted(page.get_size()) for page in tiles]
    assert len(sizes) == 1 + 9
    assert all(size == pytest.approx([short, long], abs=0.5) for size in sizes)


@pytest.mark.parametrize("stages", STAGES)
def test_a_blank_path_needs_no_plan(stages: str, tmp_path: Path) -> None:
    out = tmp_path / "blank.pdf"
    told = run("blank", "--to", out, "--stages", stages, "--paper", "A2", "--tiled", "A4")
    assert (told.exit_code, told.stdout) == (0, f"{out}\n")
    assert "6 sheets and a map of them" in told.stderr
    with pypdfium2.PdfDocument(out) as pages:
        assert len(pages) == 1 + 6


def test_words_that_cannot_be_printed_are_named_before(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store"))
    plan_id = begin(store, "Sam").id
    write_voice(SessionContext(store, store.open(plan_id).document), "dream", "A house, ເຮືອນ")
    out = tmp_path / "poster.svg"
    told = run("export", plan_id, "--to", out, "--store", tmp_path / "store")
    assert told.exit_code == 0
    assert "These words cannot be printed, as no font here has their letters: ເຮືອນ" in told.stderr
    assert out.is_file()
    words = run("export", plan_id, "--to", tmp_path / "p.md", "--store", tmp_path / "store")
    assert words.stderr == ""


def test_low_ink_is_another_drawing(plan: Path, tmp_path: Path) -> None:
    rich, low = tmp_path / "rich.svg", tmp_path / "low.svg"
    export(plan, rich)
    export(plan, low, "--low-ink")
    assert rich.read_bytes() != low.read_bytes()


@pytest.mark.parametrize(
    ("plan_name", "out", "reason"),
    [
        ("here.path.json", "poster.docx", ".docx"),
        ("here.path.json", "poster", ".pdf"),
        ("here.path.json", "no/such/poster.pdf", "no/such"),
        ("zzzzzzzz", "poster.pdf", "zzzzzzzz"),
        ("damaged.path.json", "poster.pdf", "damaged"),
        ("other.json", "poster.pdf", "not a plan"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_writes_nothing(
    *,
    plan: Path,
    tmp_path: Path,
    plan_name: str,
    out: str,
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("here.path.json").write_bytes(plan.read_bytes())
    Path("damaged.path.json").write_bytes(plan.read_bytes()[:-100])
    Path("other.json").write_text('{"a": 1}')
    told = fail("export", plan_name, "--to", out, "--store", tmp_path / "store")
    assert reason in told
    assert list(tmp_path.glob("poster*")) == []


def test_a_failed_export_leaves_the_file_that_was_there(plan: Path, tmp_path: Path) -> None:
    out = tmp_path / "poster.svg"
    out.write_text("the earlier one")
    fail("export", tmp_path / "none.json", "--to", out, "--store", tmp_path)
    assert out.read_text() == "the earlier one"
    export(plan, out)


def test_the_papers_are_those_that_exports_know() -> None:
    assert list(map(str, Paper)) == list(PAPERS)
    assert list(map(str, REAL_SHEETS)) == list(SHEETS)
