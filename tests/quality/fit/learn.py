"""Five ways to learn weights of named features, in plain Python: the tables are small."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from newsarchive.segment.weights import weighed

Weights = dict[str, float]
Features = Mapping[str, float]


def dot(weights: Mapping[str, float], features: Features) -> float:
    return weighed(weights, features.items())


class Average:
    """The mean of weights that change from step to step: the averaged perceptron (Collins 2002)."""

    def __init__(self, weights: Weights, rate: float) -> None:
        self.weights, self.rate = weights, rate
        self._sum: Weights = {}
        self._steps = 0

    def update(self, wanted: Features, got: Features) -> None:
        """Move the weights towards what was wanted, away from what was got."""
        for name in {*wanted, *got}:
            step = wanted.get(name, 0.0) - got.get(name, 0.0)
            if step:
                self.weights[name] = self.weights.get(name, 0.0) + self.rate * step

    def count(self) -> None:
        """Let the weights of now count for the mean."""
        for name, value in self.weights.items():
            self._sum[name] = self._sum.get(name, 0.0) + value
        self._steps += 1

    def settle(self) -> None:
        """Put the mean in the place of the weights."""
        self.weights.update({name: value / self._steps for name, value in self._sum.items()})


def perceptron(
    weights: Weights,
    rows: list[Any],
    mistake: Callable[[Any], tuple[Features, Features] | None],
    *,
    rate: float,
    epochs: int,
    rng: random.Random,
    unsettled: float,
) -> None:
    """The averaged perceptron: ``mistake`` gives the features of what was wanted of a row and of what was got
    instead, or nothing. The first turns, the part ``unsettled`` of all, do not count: there the weights are far from
    where they settle.
    """
    mean = Average(weights, rate)
    for epoch in range(epochs):
        rng.shuffle(rows)
        for row in rows:
            if wrong := mistake(row):
                mean.update(*wrong)
            if epoch >= unsettled * epochs:
                mean.count()
    mean.settle()


def _descend(weights: Weights, slope: Weights, squares: Weights, rate: float, ridge: float) -> None:
    """One step of AdaGrad (Duchi, Hazan, Singer 2011)."""
    for name in weights:
        step = slope.get(name, 0.0) + ridge * weights[name]
        squares[name] = squares.get(name, 1e-6) + step * step
        weights[name] -= rate * step / math.sqrt(squares[name])


def least_squares(rows: Sequence[tuple[Features, float]]) -> Weights:
    """Linear regression: the weights whose sums differ least from what is wanted, by the square; the features must not
    depend on each other.
    """
    names = sorted({name for row, _ in rows for name in row})
    # The normal equations, and what each is to come to.
    table = [[0.0] * (len(names) + 1) for _ in names]
    for row, wanted in rows:
        amounts = [*(row.get(name, 0.0) for name in names), wanted]
        for line, amount in zip(table, amounts, strict=False):
            if amount:
                line[:] = [so_far + amount * x for so_far, x in zip(line, amounts, strict=True)]
    for n, line in enumerate(table):
        line[:] = [x / line[n] for x in line]
        for other in (other for other in table if other is not line):
            times = other[n]
            other[:] = [x - times * y for x, y in zip(other, line, strict=True)]
    return {name: line[-1] for name, line in zip(names, table, strict=True)}


def logistic(rows: Sequence[tuple[Features, bool]], ridge: float, epochs: int, rate: float = 0.5) -> Weights:
    """Logistic regression: the weights of the log odds that a row is true."""
    weights: Weights = dict.fromkeys(sorted({name for row, _ in rows for name in row}), 0.0)
    squares: Weights = {}
    for _ in range(epochs):
        slope: Weights = {}
        for row, true in rows:
            off = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, dot(weights, row))))) - true
            for name, value in row.items():
                slope[name] = slope.get(name, 0.0) + off * value
        _descend(weights, slope, squares, rate, ridge)
    return weights


def softmax(rows: Sequence[tuple[Sequence[Features], int]], ridge: float, epochs: int, rate: float = 0.3) -> Weights:
    """Multinomial logistic regression: every row has several options, of which the numbered one is right."""
    names = sorted({name for options, _ in rows for option in options for name in option})
    weights: Weights = dict.fromkeys(names, 0.0)
    squares: Weights = {}
    for _ in range(epochs):
        slope: Weights = {}
        for options, right in rows:
            values = [dot(weights, option) for option in options]
            top = max(values)
            parts = [math.exp(v - top) for v in values]
            for n, option in enumerate(options):
                off = parts[n] / sum(parts) - (n == right)
                for name, value in option.items():
                    slope[name] = slope.get(name, 0.0) + off * value
        _descend(weights, slope, squares, rate, ridge)
    return weights


def any_of(
    rows: Sequence[tuple[Sequence[Features], Sequence[int]]],
    ridge: float,
    epochs: int,
    rate: float = 0.1,
    held: Mapping[str, float] | None = None,
) -> Weights:
    """Multinomial logistic regression in which several options of a row may be right: what is learned is that one of
    them is chosen, whichever. One step a row (AdaGrad); the rate falls to nothing. The weights ``held`` stay what they
    are, the others are learned beside them.
    """
    held = held or {}
    weights: Weights = dict.fromkeys(
        sorted({name for options, _ in rows for option in options for name in option}), 0.0
    )
    weights.update(held)
    squares: Weights = {}
    for step in range(epochs * len(rows)):
        options, right = rows[step % len(rows)]
        values = [dot(weights, option) for option in options]
        top = max(values)
        parts = [math.exp(v - top) for v in values]
        total, of_right = sum(parts), sum(parts[n] for n in right)
        slope: Weights = {}
        for n, option in enumerate(options):
            off = parts[n] / total - (parts[n] / of_right if n in right else 0.0)
            if abs(off) > TINY:
                for name, amount in option.items():
                    slope[name] = slope.get(name, 0.0) + off * amount
        _descend(weights, slope, squares, rate * (1 - step / (epochs * len(rows))), ridge / len(rows))
        weights.update(held)
    return weights


# A slope that moves nothing.
TINY = 1e-6
