"""Fresh names for all that comes from a file: it may be brought in twice, or into its own plan."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from path_planner.exchange.excalidraw.plain import table

Element = Mapping[str, Any]


def renamed(elements: Sequence[Element], fresh_id: Callable[[], str]) -> tuple[Element, ...]:
    """Return the elements under new ids; what named another of them names it still."""
    names = {
        row["id"]: fresh_id() for row in elements if isinstance(row.get("id"), str) and row["id"]
    }
    groups: dict[str, str] = {}
    found: dict[object, Element] = {}
    for row in elements:
        new = _renamed(row, names, groups, fresh_id)
        # Two of one name are both kept; the first is the one that others mean.
        found[new["id"] if new["id"] not in found else fresh_id()] = new
    return tuple({**row, "id": name} for name, row in found.items())


def _renamed(
    row: Element,
    names: Mapping[str, str],
    groups: dict[str, str],
    fresh_id: Callable[[], str],
) -> Element:
    new = {**row, "id": _name(row.get("id"), names) or fresh_id(), "frameId": None}
    new["containerId"] = _name(row.get("containerId"), names)
    given = row.get("groupIds")
    new["groupIds"] = [
        groups.setdefault(group, fresh_id())
        for group in (given if isinstance(given, list) else [])
        if isinstance(group, str)
    ]
    for end in ("startBinding", "endBinding"):
        held = _name(table(row.get(end)).get("elementId"), names)
        new[end] = {**table(row.get(end)), "elementId": held} if held else None
    bound = row.get("boundElements")
    new["boundElements"] = [
        {**each, "id": _name(each.get("id"), names)}
        for each in (bound if isinstance(bound, list) else [])
        if isinstance(each, Mapping) and _name(each.get("id"), names)
    ]
    return new


def _name(old: object, names: Mapping[str, str]) -> str | None:
    return names.get(old) if isinstance(old, str) else None
