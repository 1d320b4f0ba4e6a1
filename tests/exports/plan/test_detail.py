"""The body of a plan has 25 pages at most; what it leaves out is in the evidence."""

from path_planner.exports.vision.plan.detail import EVERYTHING, MOST_PAGES, Detail, detail_that_fits


def test_all_is_shown_where_all_fits() -> None:
    assert detail_that_fits(lambda _detail: MOST_PAGES) == Detail()


def test_no_less_is_shown_than_fits() -> None:
    def pages(detail: Detail) -> int:
        return 3 * detail.themes

    found = detail_that_fits(pages)
    assert found.themes == 8
    assert pages(found) <= MOST_PAGES < pages(found._replace(themes=10))


def test_the_least_is_shown_where_nothing_fits() -> None:
    found = detail_that_fits(lambda _detail: 99)
    assert all(one <= other for one, other in zip(found, Detail(), strict=True))
    assert found.letters < Detail().letters


def test_everything_has_no_bounds_that_a_vision_could_reach() -> None:
    # The quotes beside a disagreement are in the table of all voices too.
    assert all(one > 50_000 for one in EVERYTHING._replace(of_a_side=10**6))
