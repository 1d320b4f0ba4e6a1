"""The rule that needs no computer, and patterns of moves like it.

The host stays on seat 0. The guest on seat k of table t goes to table t + a[k][r] in round r, round
the room, and sits on the same seat there. By the rule for people, a[k][r] is k times r: "the guest
on seat k moves k tables on". Guests of two seats meet at most once, and none comes back to a table,
if the differences a[k][r] - a[j][r] are all different: such a list is a difference matrix. Where
the rule gives none, a small search often finds one, as for six tables of four and five rounds.
"""

from collections.abc import Iterator

Moves = tuple[tuple[int, ...], ...]
"""How many tables on from the first a guest is: a row a seat, a column a round."""

_NODES = 20_000
"""How many steps the search takes before it gives up; it takes most for eight seats."""


def rule_holds(tables: int, seats: int, rounds: int) -> bool:
    """Say whether nobody meets anyone twice by the rule, and nobody comes back to a table."""
    return all(
        rounds_on * seats_on % tables
        for rounds_on in range(1, rounds)
        for seats_on in range(1, seats)
    )


def rule_moves(seats: int, rounds: int) -> Moves:
    """Return the moves of the rule: the guest on seat k moves k tables on."""
    return tuple(tuple(seat * number for number in range(rounds)) for seat in range(seats))


def other_moves(tables: int, seats: int, rounds: int) -> Moves | None:
    """Search moves by which nobody meets twice or comes back, where the rule has none."""
    if seats > tables or rounds > tables:
        return None
    nodes = iter(range(_NODES))
    rows = [(0,) * rounds]
    return tuple(rows) if _add_rows(rows, tables, seats, nodes) else None


def _add_rows(rows: list[tuple[int, ...]], tables: int, seats: int, nodes: Iterator[int]) -> bool:
    """Add a row for each seat that has none; leave the rows as they were if there is none."""
    if len(rows) == seats:
        return True
    for row in _next_rows(rows, [0], tables, nodes):
        rows.append(row)
        if _add_rows(rows, tables, seats, nodes):
            return True
        rows.pop()
    return False


def _next_rows(
    rows: list[tuple[int, ...]], row: list[int], tables: int, nodes: Iterator[int]
) -> Iterator[tuple[int, ...]]:
    """Yield each row that begins in this way and differs as it must from those before it."""
    column = len(row)
    if column == len(rows[0]):
        yield tuple(row)
        return
    for move in range(1, tables):
        if next(nodes, None) is None:
            return
        if all(
            (move - other[column] - row[earlier] + other[earlier]) % tables
            for other in rows
            for earlier in range(column)
        ):
            yield from _next_rows(rows, [*row, move], tables, nodes)
