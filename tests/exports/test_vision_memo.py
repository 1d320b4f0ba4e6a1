"""What documents share is made once for a vision, and never handed out for another state of it."""

import pytest

from path_planner import i18n
from path_planner.domain.base import put, with_fields
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import Paper, VisionOptions
from path_planner.exports.vision import community_poster as scenes
from path_planner.exports.vision import open_dataset_zip
from path_planner.exports.vision.plan.pdf_renderer import PAGE_STYLE
from path_planner.exports.vision_memo import once_per_vision
from tests.exports.plan.reading import DAY
from tests.exports.visions import vision


class Counted:
    """A function of a vision that counts how often it was really called."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, object]] = []
        self.title = once_per_vision(self._title)

    def _title(self, told: Vision, chosen: object) -> str:
        self.asked.append((told.about.title, chosen))
        return f"{told.about.title} {chosen} {i18n.language()}"


def titled(title: str, revision: int = 3) -> Vision:
    """Return a vision with this title, whatever its revision."""
    made = vision(paths=1, themes=1)
    about = with_fields(made.about, title=title)
    return made.model_copy(update={"about": about, "revision": revision})


def test_the_same_vision_is_asked_once() -> None:
    counted, told = Counted(), titled("Home")
    assert counted.title(told, "A4") == counted.title(told, "A4") == "Home A4 en"
    assert len(counted.asked) == 1


def test_an_equal_vision_is_not_asked_again() -> None:
    counted = Counted()
    assert titled("Home") is not titled("Home")
    assert counted.title(titled("Home"), "A4") == counted.title(titled("Home"), "A4")
    assert len(counted.asked) == 1


def test_a_changed_vision_is_asked_anew_even_under_the_same_revision() -> None:
    counted = Counted()
    told = titled("Home")
    voice = next(iter(told.voices.values()))
    changed = put(told, "voices", with_fields(voice, text="Something else"))
    assert (changed.id, changed.revision) == (told.id, told.revision)
    for one in (told, changed, titled("House"), told):
        assert counted.title(one, "A4").startswith(one.about.title)
    assert len(counted.asked) == 3


def test_another_revision_choice_or_language_is_asked_anew() -> None:
    counted = Counted()
    counted.title(titled("Home"), "A4")
    counted.title(titled("Home", revision=4), "A4")
    counted.title(titled("Home"), "A1")
    i18n.set_language(i18n.PSEUDO)
    try:
        assert counted.title(titled("Home"), "A4").endswith(i18n.PSEUDO)
    finally:
        i18n.set_language(i18n.ENGLISH)
    assert len(counted.asked) == 4


def test_no_more_than_a_few_are_kept() -> None:
    counted = Counted()
    for paper in range(30):
        counted.title(titled("Home"), paper)
    counted.title(titled("Home"), 29)
    assert len(counted.asked) == 30
    counted.title(titled("Home"), 0)
    assert len(counted.asked) == 31


def test_an_error_is_not_remembered() -> None:
    answers = iter([ValueError("no"), "yes"])

    def asked(_told: Vision, _chosen: object) -> str:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    once = once_per_vision(asked)
    with pytest.raises(ValueError, match="no"):
        once(titled("Home"), "A4")
    assert once(titled("Home"), "A4") == "yes"


def test_the_zip_lays_the_poster_out_once_for_each_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan and its Word file show one, and the three posters the other."""
    sizes: list[float] = []
    begun: list[int] = []
    scene_of, full_capacity = scenes.scene_of, scenes.full_capacity

    def laid_out(*given: object, aspect: float, **more: object) -> object:
        sizes.append(aspect)
        return scene_of(*given, aspect=aspect, **more)

    def begin() -> object:
        begun.append(len(sizes))
        return full_capacity()

    monkeypatch.setattr(scenes, "scene_of", laid_out)
    monkeypatch.setattr(scenes, "full_capacity", begin)
    open_dataset_zip.EXPORTS[0].render(titled("Never seen before"), VisionOptions(on=DAY))
    assert len(begun) == len({*sizes}) == 2
    across, down = PAGE_STYLE.landscape_size
    assert {*sizes} == {across / down, Paper.A1.size[0] / Paper.A1.size[1]}
