"""The poster as a picture: as large as asked for, and never too large to hold."""

from io import BytesIO

import pytest
from PIL import Image

from path_planner.exports.base import Options, Paper
from path_planner.exports.session import poster
from tests.exports.rendered import rendered
from tests.scene import samples


def picture(options: Options) -> Image.Image:
    """Draw three voices as a picture."""
    return Image.open(BytesIO(rendered(".png", samples.session(3), options)))


def test_it_has_as_many_dots_as_asked_for() -> None:
    """A4 at a hundred dots to an inch."""
    image = picture(Options(paper=Paper.A4, dots=100))
    assert image.size == pytest.approx((297 / 25.4 * 100, 210 / 25.4 * 100), abs=2)
    assert image.info["dpi"][0] == pytest.approx(100, abs=0.1)


def test_it_shows_the_colours_of_the_poster() -> None:
    """Red is red and blue is blue: the now column is bluish, the goal reddish."""
    image = picture(Options(paper=Paper.A4, dots=60)).convert("RGB")
    width, height = image.size
    red, _, blue = image.getpixel((round(0.1 * width), round(0.88 * height)))
    assert blue > red
    red, _, blue = image.getpixel((round(0.82 * width), round(0.83 * height)))
    assert red > blue


def test_it_takes_fewer_dots_where_it_would_grow_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A budget of dots holds, in the shape of the paper."""
    monkeypatch.setattr(poster, "MOST_DOTS", 100_000)
    options = Options(paper=Paper.A0, dots=300)
    image = Image.open(BytesIO(poster.render_png(samples.session(3), options)))
    width, height = image.size
    assert width * height == pytest.approx(100_000, rel=0.02)
    assert width / height == pytest.approx(Paper.A0.aspect, rel=0.01)


def test_low_ink_is_much_lighter() -> None:
    """That is what it is for."""
    full, spared = (
        picture(Options(paper=Paper.A4, dots=40, low_ink=low)).convert("L") for low in (False, True)
    )
    darkness = [sum(255 - dot for dot in image.tobytes()) for image in (full, spared)]
    assert darkness[1] < 0.7 * darkness[0]
