"""The poster of a wall: every word in every format, every drawing told, valid on any paper."""

import re
from base64 import b64decode
from collections import Counter
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import page as validator
import pikepdf
import pytest
from PIL import Image

from path_planner.domain.base import put
from path_planner.domain.image import Encoding
from path_planner.domain.marks import Photo
from path_planner.exports.base import Options, Paper
from path_planner.processes.prompts import process_of
from path_planner.scene.fragment import with_low_ink
from path_planner.scene.model import Role, Shape
from path_planner.scene.poster import scene_of
from tests.exports.reading import spoken, words_of
from tests.exports.rendered import rendered
from tests.scene import samples, walls

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(paper=Paper.WALL, low_ink=True),
        Options(tiled=Paper.A4),
    ],
    ids=str,
)
def test_a_full_wall_passes_a_full_check_of_pdf_ua_1(options: Options, tmp_path: Path) -> None:
    """Cards, ink, shapes, labels, stamps, photos, a signature."""
    path = tmp_path / "wall.pdf"
    path.write_bytes(rendered(".pdf", walls.session(40), options))
    found = validator.validate_pdf(str(path), profile="ua1")
    assert found.is_compliant, found


@pytest.mark.parametrize("tiled", [None, Paper.A3])
def test_all_that_stands_on_the_wall_is_told_in_its_stage(tiled: Paper | None) -> None:
    """Voices first, then what carries words, then the ink; each once."""
    session = walls.session(24)
    read = spoken(rendered(".pdf", session, Options(tiled=tiled)))
    stages = [words for role, words in read if role == "H2"]
    dream = read[read.index(("H2", "Dream")) : read.index(("H2", "Goal"))]
    said = [words for role, words in dream if role in {"LBody", "P", "Figure"}]
    assert said[-2:] == ["Fridays!", "A house"]
    counted = Counter(words for _, words in read)
    for words in ("A ring around what is hard", "A blue door with a brass handle"):
        assert counted[words] == 1
    assert counted["Drawing in “Now”: 12 lines"] == 1
    assert counted["Signature of Tomas Marrow"] == 1
    assert "Dream" in stages


@pytest.mark.parametrize("voices", [6, 60])
def test_the_words_of_the_poster_are_the_words_of_the_wall(voices: int) -> None:
    """In the PDF, in the SVG and in the plan as text: none lost, none doubled."""
    texts = tuple(f"said{place}a and said{place}b" for place in range(voices))
    session = walls.session(voices)
    said = samples.session(voices, texts=texts).voices
    session = session.model_copy(update={"voices": said})
    pdf = Counter(words_of(rendered(".pdf", session)))
    svg = ET.fromstring(rendered(".svg", session))  # noqa: S314 - our own
    lines = ("".join(each.itertext()) for each in svg.iter(f"{SVG}text"))
    seen = Counter(word for line in lines for word in line.split())
    told = Counter(rendered(".md", session).decode().split())
    for voice in said.values():
        if voice.share != "private":
            for word in voice.text.split()[::2]:
                assert pdf[word] == seen[word] == told[word] == 1
    for word in ("Fridays!", "Enough", "sleep"):
        assert pdf[word]
        assert seen[word]
        assert told[word]
    titles = {each.text for each in svg.iter(f"{SVG}title")}
    for alt in ("A house", "A blue door with a brass handle", "A ring around what is hard"):
        assert alt in titles
        assert alt in rendered(".md", session).decode()


def test_a_photo_goes_into_the_file_as_it_is() -> None:
    """A JPEG is not opened and squeezed again; the same photo twice is there once."""
    session = walls.session(3)
    second = session.marks["door"].model_copy(update={"id": "door2", "x": 100.0, "turn": 0.0})
    session = session.model_copy(update={"marks": {**session.marks, "door2": second}})
    with pikepdf.open(BytesIO(rendered(".pdf", session))) as opened:
        found = [
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        ]
        (image,) = found
        assert image.Filter == "/DCTDecode"
        assert image.read_raw_bytes() == b64decode(session.pictures["pic1"].base64)


def test_a_photo_in_the_web_drawing_holds_its_own_bytes() -> None:
    """No address leads outside."""
    session = walls.session(3)
    pictures = {"pic1": walls.picture(encoding=Encoding.PNG)}
    root = ET.fromstring(rendered(".svg", session.model_copy(update={"pictures": pictures})))  # noqa: S314 - our own
    (image,) = root.iter(f"{SVG}image")
    assert image.attrib["href"].startswith("data:image/png;base64,")
    assert image.attrib["preserveAspectRatio"] == "none"
    assert image.attrib["transform"].startswith("rotate(6.875")
    assert image.findtext(f"{SVG}title") == "A blue door with a brass handle"


def test_low_ink_leaves_what_people_drew_and_spares_what_they_filled() -> None:
    """Ink stays ink; a filled box becomes white; photos stay."""
    session = walls.session(12)
    scene = scene_of(session, process_of(session))
    spared = with_low_ink(scene)

    def of(role: Role, parts: tuple) -> list[Shape]:
        return [part for part in parts if isinstance(part, Shape) and part.role is role]

    assert of(Role.INK, spared.painting) == of(Role.INK, scene.painting)
    assert {part.fill for part in of(Role.AREA, spared.painting)} == {"#FFFFFF"}
    assert [part for part in spared.painting if type(part).__name__ == "Photograph"]


def test_much_ink_stays_small() -> None:
    """Strokes as areas with a thick and a thin: below 1,400 bytes each."""
    few, many = (rendered(".pdf", walls.session(3, strokes=count)) for count in (10, 210))
    assert (len(many) - len(few)) / 200 < 1400


def test_a_picture_of_the_wall_shows_its_colours(tmp_path: Path) -> None:
    """The photo, the stamp and the filled box are there, at their places."""
    image_module = pytest.importorskip("PIL.Image")
    session = walls.session(3, strokes=0)
    path = tmp_path / "wall.png"
    path.write_bytes(rendered(".png", session, Options(paper=Paper.A3, dots=72)))
    with image_module.open(path) as image:
        scale = image.width / 3200

        def dot(x: float, y: float) -> tuple[int, ...]:
            return tuple(image.convert("RGB").getpixel((round(x * scale), round(y * scale))))

        assert dot(2690, 1760)[2] > dot(2690, 1760)[0] + 60
        assert dot(1306, 1545)[2] < 170


@pytest.mark.parametrize("options", [Options(), Options(tiled=Paper.A3)], ids=str)
def test_what_was_cropped_away_from_a_photo_is_in_no_file(options: Options) -> None:
    """Not under a clip, not as a thumbnail: its pixels are not there."""
    session = walls.session(3)
    photo = next(mark for mark in session.marks.values() if isinstance(mark, Photo))
    crop = {"x": 0, "y": 0, "width": 80, "height": 240, "naturalWidth": 320, "naturalHeight": 240}
    cropped = photo.model_copy(update={"foreign": {"crop": crop, "roundness": {"type": 3}}})
    session = put(session, "marks", cropped)
    whole = session.pictures[photo.picture].base64
    with pikepdf.open(BytesIO(rendered(".pdf", session, options))) as pdf:
        images = [each for each in pdf.objects if _is_image(each)]
    assert [(int(image.Width), int(image.Height)) for image in images] == [(80, 240)]
    svg = rendered(".svg", session, options).decode()
    assert whole not in svg
    (data,) = re.findall(r"base64,([^\"]+)\"><title>", svg)
    assert Image.open(BytesIO(b64decode(data))).size == (80, 240)


def _is_image(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image"
