"""Who was heard stands beside who lives there, as far as the group gives figures."""

import pytest

from path_planner.analysis.population import LocalGroup, local_groups, unread_lines
from path_planner.domain.vision.vision import AboutVision, Vision
from tests.analysis.visions import a_source, a_vision


def figures(words: str, *sources: object) -> Vision:
    """Return a vision with these figures."""
    return a_vision(about=AboutVision(population=words), sources=list(sources))


@pytest.mark.parametrize(
    ("line", "group"),
    [
        ("People over 65: 2,100, 34", LocalGroup("People over 65", 2100, 34)),
        ("People over 65: 2100 live here, 34 answered", LocalGroup("People over 65", 2100, 34)),
        ("Über 65 Jahre: 2.100 / 34", LocalGroup("Über 65 Jahre", 2100, 34)),
        ("Women: 10 250; 0", LocalGroup("Women", 10_250, 0)),
        ("Carers: 900", LocalGroup("Carers", 900, None)),
    ],
)
def test_a_line_is_a_group_with_its_numbers(line: str, group: LocalGroup) -> None:
    assert local_groups(figures(line)) == (group,)


def test_people_of_sources_with_the_name_of_the_group_are_counted_once_in_a_file() -> None:
    told = figures(
        "Carers: 900\nNobody asked: 20",
        a_source("s1", group="carers", people=12),
        a_source("s2", group="Carers", people=40, file="f"),
        a_source("s3", group="Carers", people=40, file="f"),
        a_source("s4", group="Others", people=9),
    )
    assert [group.reached for group in local_groups(told)] == [52, None]


def test_lines_without_a_name_or_a_number_are_left_out_and_told() -> None:
    words = "Carers: many\n: 12\n\nWomen: 12\nno colon 3"
    assert [group.who for group in local_groups(figures(words))] == ["Women"]
    assert unread_lines(words) == ["Carers: many", ": 12", "no colon 3"]
    assert local_groups(figures("")) == ()
    assert local_groups(figures(f"Far too many: {'9' * 40}")) == ()


@pytest.mark.parametrize(
    ("lives", "heard", "rate", "few"),
    [(2100, 34, 16, False), (2000, 3, 2, True), (0, 3, None, True), (900, None, None, False)],
)
def test_shares_are_of_every_thousand_and_small_groups_are_known(
    lives: int, heard: int | None, rate: int | None, few: bool
) -> None:
    group = LocalGroup("Somebody", lives, heard)
    assert (group.in_a_thousand, group.is_few) == (rate, few)
