"""The best way to give each of some things to one of some others (the assignment problem; Kuhn 1955, Munkres 1957)."""

from __future__ import annotations

from collections.abc import Sequence


def best_pairs(worth: Sequence[Sequence[float]]) -> dict[int, int]:
    """The pairs of rows and columns, each in one pair at most, that together are worth most; a pair that is worth
    nothing is none.
    """
    rows = [r for r, row in enumerate(worth) if max(row, default=0.0) > 0]
    columns = sorted({c for r in rows for c, value in enumerate(worth[r]) if value > 0})
    pairs = _assigned([[worth[r][c] for c in columns] for r in rows])
    return {rows[r]: columns[c] for r, c in pairs.items()}


def _assigned(worth: Sequence[Sequence[float]]) -> dict[int, int]:
    """The best pairs.

    Shortest augmenting paths: every row in turn takes the column that costs the whole least, and the rows it drives
    out look for others. Takes rows² × columns steps.
    """
    count = len(worth)
    width = len(worth[0]) if worth else 0
    # A column for every row beside the real ones, worth nothing: there a row ends that gets none.
    columns = width + count
    cost = [[-max(value, 0.0) for value in row] + [0.0] * count for row in worth]
    row_price, column_price = [0.0] * count, [0.0] * columns
    holder = [-1] * columns
    for start in range(count):
        least = [float("inf")] * columns
        came = [-1] * columns
        done: list[int] = []
        open_columns = set(range(columns))
        row, at = start, -1
        while row >= 0:
            step, best = min(
                (_reach(least, came, j, at, cost[row][j] - row_price[row] - column_price[j]), j) for j in open_columns
            )
            row_price[start] += step
            for j in done:
                row_price[holder[j]] += step
                column_price[j] -= step
            for j in open_columns:
                least[j] -= step
            open_columns.remove(best)
            done.append(best)
            row, at = holder[best], best
        while at >= 0:
            holder[at] = holder[came[at]] if came[at] >= 0 else start
            at = came[at]
    return {row: j for j, row in enumerate(holder[:width]) if row >= 0 and worth[row][j] > 0}


def _reach(least: list[float], came: list[int], column: int, before: int, cost: float) -> float:
    """What a column costs at least, the way by ``before`` taken into account."""
    if cost < least[column]:
        least[column], came[column] = cost, before
    return least[column]
