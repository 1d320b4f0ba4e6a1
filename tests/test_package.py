"""The package: names, words about every name, pins, and what the wheel carries."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from gettext import GNUTranslations
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from hatch_build import STAMP, Frontend
from tests.source import PACKAGE, ROOT, modules

EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "data", "misc", "common", "tools"}
FAMILIES = (
    "ShantellSans", "NotoSans", "NotoSansBengali", "NotoSansDevanagari", "NotoSansGujarati",
    "NotoSansGurmukhi", "NotoSansTamil", "NotoNaskhArabic", "NotoSansHebrew", "NotoSansThai",
    "NotoSansEthiopic", "NotoSansSinhala", "NotoSansTelugu", "NotoSansMalayalam",
    "NotoSansGeorgian", "NotoSansArmenian", "NotoSansKhmer", "NotoSansMyanmar",
)  # fmt: skip
FOLDER = "path_planner/wall_component/fonts"
WEIGHTS = ("Regular", "Bold")
LOCKS = ("requirements.lock", "requirements-dev.lock")
STUB = "stubs/mermaid"
"""Our own empty package in the place of one that a wall has no use for."""


def read(path: str) -> str:
    """Read a file of the project."""
    return (ROOT / path).read_text("utf-8")


def test_no_module_has_a_name_that_says_nothing() -> None:
    words = {module: re.split(r"[._]", module) for module in modules()}
    assert [module for module, parts in words.items() if EMPTY_NAMES & set(parts)] == []


def pages_without_a_name(styles: set[str], pages: set[str]) -> set[str]:
    """Return the stylesheets that no page of this name, or of this kind, would ever apply."""
    return styles - pages - {"paper", "calm", "event"}


def test_each_stylesheet_is_that_of_a_page() -> None:
    styles = {path.stem for path in (PACKAGE / "ui" / "css").glob("*.css")}
    pages = {path.stem for path in (PACKAGE / "pages").glob("*.py")}
    assert len(styles) > 5
    assert pages_without_a_name(styles, pages) == set()
    assert pages_without_a_name({"walk", "paper", "walked"}, pages) == {"walked"}


def undescribed(module: str, tree: ast.Module) -> list[str]:
    """Name what is public and has no docstring."""
    found = [] if ast.get_docstring(tree) else [module]
    owners: list[tuple[str, ast.Module | ast.ClassDef]] = [(module, tree)]
    for owner, node in owners:
        for part in node.body:
            if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            if part.name.startswith("_"):
                continue
            if not ast.get_docstring(part):
                found.append(f"{owner}.{part.name}")
            if isinstance(part, ast.ClassDef):
                owners.append((f"{owner}.{part.name}", part))
    return found


def test_every_module_and_public_name_is_described() -> None:
    assert [name for module, tree in modules().items() for name in undescribed(module, tree)] == []


def test_a_name_without_words_is_found() -> None:
    planted = ast.parse('"""A module."""\nclass Voice:\n    """A."""\n    def say(self): ...')
    assert undescribed("m", planted) == ["m.Voice.say"]
    assert undescribed("m", ast.parse("")) == ["m"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_and_checks_everything_and_names_no_host_or_machine(lock: str) -> None:
    text = read(lock)
    assert not re.search(r"https?:|file:|/home/|/root/|/tmp/|/opt/|index-url|find-links", text)
    pins = re.split(r"(?m)^(?=[a-z0-9])", re.sub(r"(?m)^ *#.*\n", "", text))[1:]
    assert len(pins) > 40
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    extras = project["optional-dependencies"]
    run = names([*project["dependencies"], *extras["build"]])
    assert run <= pinned(LOCKS[0])
    assert run | names(extras["dev"]) <= pinned(LOCKS[1])


def test_both_locks_pin_the_same_versions() -> None:
    short, full = (set(re.findall(r"(?m)^([a-z0-9._-]+==\S+)", read(lock))) for lock in LOCKS)
    assert short <= full


def names(requirements: list[str]) -> set[str]:
    """Return the names in a list of requirements."""
    return {re.split(r"[\s<>=!~\[;]", line)[0].lower() for line in requirements}


def pinned(lock: str) -> set[str]:
    """Return the names in a lock."""
    return set(re.findall(r"(?m)^([a-z0-9._-]+)==", read(lock)))


def test_the_frontend_is_pinned_exactly_and_its_lock_names_no_host() -> None:
    wanted = json.loads(read("frontend/package.json"))["dependencies"]
    assert [version for version in wanted.values() if not re.fullmatch(r"[\d.]+", version)] == []
    lock = json.loads(read("frontend/package-lock.json"))["packages"]
    ours = {"", STUB}
    links = [name for name, entry in lock.items() if entry.get("resolved") == STUB]
    assert [name for name, entry in lock.items() if "resolved" in entry] == links
    fetched = [entry for name, entry in lock.items() if name not in {*ours, *links}]
    assert all(entry["integrity"].startswith("sha512-") for entry in fetched)
    assert {f"node_modules/{name}" for name in wanted} <= set(lock)


def test_ci_runs_the_command_that_the_readme_names() -> None:
    assert "make run" in read("README.md")
    assert "make test" in read("README.md")
    assert re.search(r"(?m)^exec make test$", read(".ci/run"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_carries_fonts_assets_and_the_notice(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        inside = set(packed.namelist())
        notice = packed.read("path_planner/NOTICE.txt").decode()
    fonts = {f"{FOLDER}/{family}-{w}.ttf" for family in FAMILIES for w in WEIGHTS}
    assert {*fonts, f"{FOLDER}/NotoEmoji-Regular.ttf", f"{FOLDER}/NotoSansKR-Regular.ttf"} <= inside
    assets = (path for path in (ROOT / "assets").rglob("*") if path.is_file())
    assert {f"path_planner/{path.relative_to(ROOT).as_posix()}" for path in assets} <= inside
    for name, version in json.loads(read("frontend/package.json"))["dependencies"].items():
        assert f"{name} {version} " in notice
    assert notice.count("SIL OPEN FONT LICENSE") >= len(FAMILIES) + 1


@pytest.mark.slow
def test_the_wheel_carries_only_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        tops = {name.split("/")[0] for name in packed.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"path_planner"}


@pytest.mark.slow
def test_what_the_wheel_carries_is_found_when_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path)
    script = (
        "from path_planner import resources, cli\n"
        "for found in (resources.package_file('wall_component/fonts/NotoSans-Bold.ttf'),"
        " resources.asset('locales')): print(found)\n"
        "cli.main(['--version'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PYTHONWARNINGS": "error"},
        capture_output=True,
        text=True,
        check=True,
    )
    font, locales, version = done.stdout.splitlines()
    assert Path(font).is_file()
    assert all(Path(found).is_relative_to(tmp_path) for found in (font, locales))
    assert version.startswith("path-planner ")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return this project with one language and without code, its frontend built."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    for name, content in {
        "path_planner/__init__.py": "",
        "assets/locales/pl.po": 'msgid "Dream"\nmsgstr "Marzenie"\n',
        "frontend/node_modules/.written.json": "[]",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    frontend = Frontend(folder / "frontend", folder / "path_planner")
    (frontend.folder / STAMP).write_text(frontend.fingerprint())
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(("target", "kind"), [("wheel", "*.whl"), ("sdist", "*.tar.gz")])
def test_a_language_is_carried_as_the_build_compiles_it(
    project: Path, target: str, kind: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = tmp_path.glob(kind)
    inside = tmp_path / "inside"
    shutil.unpack_archive(built, inside, "zip" if target == "wheel" else "gztar")
    (compiled,) = inside.rglob("path_planner/locales/pl.mo")
    with compiled.open("rb") as opened:
        assert GNUTranslations(opened).gettext("Dream") == "Marzenie"


@pytest.mark.parametrize("family", FAMILIES)
def test_each_font_is_whole_and_of_its_weight(family: str) -> None:
    for weight, heaviness in zip(WEIGHTS, (400, 700), strict=True):
        with TTFont(ROOT / FOLDER / f"{family}-{weight}.ttf") as font:
            assert len(font.getGlyphOrder()) > 100
            assert font["OS/2"].usWeightClass == heaviness


def test_the_way_without_make_installs_what_is_pinned_as_make_does() -> None:
    """The same two steps, but that what is installed is not edited."""
    made = re.findall(r"\$\(PIP\) (install .*)", read("Makefile"))[:2]
    told = re.findall(r"^python -m pip (install .*)$", read("README.md"), re.MULTILINE)
    assert told == [step.replace("--editable ", "") for step in made]
    assert "--require-hashes -r requirements.lock" in told[0]
    assert not re.search(r"^pip install", read("README.md"), re.MULTILINE)


def test_fonts_lie_only_where_the_build_puts_them() -> None:
    """They come from pinned packages; one beside them would be a copy that nobody keeps."""
    fonts = [
        path.relative_to(ROOT)
        for kind in ("ttf", "otf", "woff2")
        for path in PACKAGE.rglob(f"*.{kind}")
    ]
    assert fonts
    assert [path for path in fonts if path.parts[:2] != ("path_planner", "wall_component")] == []
