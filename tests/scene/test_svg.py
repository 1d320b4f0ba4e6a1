"""The poster as SVG: clean, safe, and with the words as words."""

import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

from path_planner.domain.session import Session
from path_planner.processes import find
from path_planner.scene.fragment import with_low_ink
from path_planner.scene.model import Drawing, Role, Shape
from path_planner.scene.poster import scene_of
from path_planner.scene.svg import svg_of
from tests.scene import samples

ALLOWED = {"svg", "title", "desc", "style", "path", "text", "tspan", "g"}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><image href="https://example.org/x.png" onload="x()"/>',
    "]]> &amp; </text></svg> url(https://example.org)",
    "\u202etxt.exe \ufffe \x00 done",
)


def drawn(session: Session) -> str:
    """Write a session as SVG."""
    return svg_of(scene_of(session, find(session.about.process)), "A poster")


def parsed(svg: str) -> ET.Element:
    """Read our own SVG back."""
    return ET.fromstring(svg)  # noqa: S314 - it was written a line ago


def test_it_holds_nothing_but_a_few_elements_of_ours() -> None:
    """No script, no foreign object, no address, whatever was typed."""
    root = parsed(drawn(samples.session(12, texts=HOSTILE)))
    tags = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()}
    assert tags == ALLOWED
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert "href" not in name
            assert "url(" not in value
    style = root.find("{http://www.w3.org/2000/svg}style")
    assert style is not None
    assert style.text
    assert set(re.findall(r"url\((.{14})", style.text)) == {"data:font/ttf;"}
    assert "@import" not in style.text


def test_words_that_look_like_markup_are_shown_as_words() -> None:
    """What was typed is what is read."""
    root = parsed(drawn(samples.session(12, texts=HOSTILE)))
    words = " ".join(lines(root))
    assert "<script>alert(1)</script>" in words
    assert "&amp;" in words


def test_each_run_of_a_script_names_its_own_typeface() -> None:
    """Mixed lines keep their right letters in any program."""
    root = parsed(drawn(samples.session(6, texts=("Asha میرا 你好 ŵ",))))
    families = {
        element.attrib["font-family"].split(",")[0]
        for element in root.iter("{http://www.w3.org/2000/svg}tspan")
    }
    assert {"'Shantell Sans'", "'Noto Naskh Arabic'", "'Noto Sans SC'"} <= families


def test_it_says_what_it_is_and_in_which_language() -> None:
    """A title, a description, a language, the role of an image."""
    root = parsed(drawn(samples.session(3)))
    assert root.attrib["role"] == "img"
    assert root.attrib["lang"] == "en"
    names = root.attrib["aria-labelledby"].split()
    assert [element.attrib.get("id") for element in list(root)[:2]] == names
    assert "Asha’s way to the sea" in "".join(root.itertext())


def test_the_words_of_the_svg_are_the_words_of_the_scene() -> None:
    """No more and no fewer, in Latin letters and in Chinese."""
    for texts in ((), ("我们有一个花园。朋友们来做饭。",)):
        session = samples.session(40, texts=texts)
        scene = scene_of(session, find("path6"))
        root = parsed(svg_of(scene))
        assert Counter(lines(root)) == Counter(text.words for text in scene.texts)


def test_a_drawing_has_its_words_and_its_ink() -> None:
    """Every sketch is a group with a title, and no stroke is lost."""
    session = samples.session(3, sketches=5)
    scene = scene_of(session, find("path6"))
    root = parsed(svg_of(scene, fonts=False))
    groups = list(root.iter("{http://www.w3.org/2000/svg}g"))
    assert len(groups) == 5
    titles = {group.findtext("{http://www.w3.org/2000/svg}title") for group in groups}
    assert "A house by the sea with a green door" in titles
    moves = sum(
        path.attrib["d"].count("M")
        for group in groups
        for path in group.iter("{http://www.w3.org/2000/svg}path")
    )
    assert moves == len([mark for mark in session.marks.values() if mark.kind == "stroke"])


def test_low_ink_keeps_words_and_drawings_and_fills_nothing() -> None:
    """Only white is left to cover what lies behind."""
    scene = scene_of(samples.session(40), find("path6"))
    spared = with_low_ink(scene)
    assert list(spared.texts) == list(scene.texts)
    assert list(spared.drawings) == list(scene.drawings)
    shapes = [part for part in spared.painting if isinstance(part, Shape)]
    assert {shape.fill for shape in shapes} <= {None, "#FFFFFF"}
    assert not {shape.role for shape in shapes} & {Role.PAPER, Role.SHADOW}
    assert replace(spared, painting=()) == replace(scene, painting=())


def test_a_single_dot_is_drawn() -> None:
    """A pen that only touched the paper left a mark."""
    session = samples.session(0, sketches=1)
    marks = {
        key: mark.model_copy(update={"points": (450.0, 250.0)}) if mark.kind == "stroke" else mark
        for key, mark in session.marks.items()
    }
    scene = scene_of(session.model_copy(update={"marks": marks}), find("path6"))
    (drawing,) = (part for part in scene.painting if isinstance(part, Drawing))
    assert "M450.0 250.0h0.1" in svg_of(replace(scene, painting=(drawing,)), fonts=False)


def lines(root: ET.Element) -> list[str]:
    """Return the lines of words in an SVG."""
    return [
        "".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")
    ]
