#!/usr/bin/env python3
"""The measures of agreement computed a second time, from other formulas and in exact fractions.

Reads from standard input {"votes": [[label or null, ...], ...], "classes": [[class, ...] by label],
"class_count": C, "resamples": R, "seed": S}; writes the measures as JSON. Nothing here is taken over from the
program: kappa and alpha are counted pair by pair, alpha through the coincidence matrix.
"""

import json
import random
import sys
from fractions import Fraction
from itertools import permutations


def pairable(items):
    return [votes for votes in items if len(votes) > 1]


def observed(items):
    pairs = [a == b for votes in items for a, b in permutations(votes, 2)]
    return Fraction(sum(pairs), len(pairs)) if pairs else None


def fleiss(items):
    if not items:
        return None
    on_item = [Fraction(sum(a == b for a, b in permutations(v, 2)), len(v) * (len(v) - 1)) for v in items]
    all_votes = [vote for votes in items for vote in votes]
    chance = sum(Fraction(all_votes.count(label), len(all_votes)) ** 2 for label in set(all_votes))
    return None if chance == 1 else (sum(on_item) / len(items) - chance) / (1 - chance)


def alpha(items):
    coincidences = {}
    for votes in items:
        for a, b in permutations(votes, 2):
            coincidences[a, b] = coincidences.get((a, b), 0) + Fraction(1, len(votes) - 1)
    margins = {}
    for (a, _), value in coincidences.items():
        margins[a] = margins.get(a, 0) + value
    n = sum(margins.values())
    disagreement = sum(value for (a, b), value in coincidences.items() if a != b)
    expected = sum(margins[a] * margins[b] for a in margins for b in margins if a != b)
    return None if expected == 0 else 1 - (n - 1) * disagreement / expected


def cohen(pairs):
    if not pairs:
        return None
    equal = Fraction(sum(a == b for a, b in pairs), len(pairs))
    # The chance that a vote of the first equals a vote of the second on any item.
    chance = Fraction(sum(a == b for a, _ in pairs for _, b in pairs), len(pairs) ** 2)
    return None if chance == 1 else (equal - chance) / (1 - chance)


class Mt19937:
    """C++'s std::mt19937, seeded as it is there (M. Matsumoto, T. Nishimura, 1998 and 2002)."""

    def __init__(self, seed):
        state = [seed]
        for i in range(1, 624):
            state.append((1812433253 * (state[-1] ^ (state[-1] >> 30)) + i) & 0xFFFFFFFF)
        self.source = random.Random()
        self.source.setstate((3, tuple(state) + (624,), None))

    def next(self):
        return self.source.getrandbits(32)


def interval(items, measures, resamples, seed):
    """Percentile intervals at 95 % of several measures over the same resamples of the sorted items."""
    ordered = sorted(items)
    numbers = Mt19937(seed)
    values = [[] for _ in measures]
    for _ in range(resamples):
        drawn = [ordered[numbers.next() * len(ordered) >> 32] for _ in ordered]
        for series, measure in zip(values, measures):
            value = measure(drawn)
            if value is not None:
                series.append(value)
    return [[quantile(s, Fraction(25, 1000)), quantile(s, Fraction(975, 1000))] if 2 * len(s) >= resamples > 0 else None
            for s in values]


def quantile(values, share):
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def plain(value):
    if isinstance(value, Fraction):
        return float(value)
    return [plain(v) for v in value] if isinstance(value, list) else value


def all_measures(items):
    return {"observed": observed(items), "fleiss_kappa": fleiss(items), "krippendorff_alpha": alpha(items)}


def main():
    question = json.load(sys.stdin)
    table, resamples, seed = question["votes"], question["resamples"], question["seed"]
    items = pairable([sorted(v for v in row if v is not None) for row in table])
    answer = {"items": len(items), **all_measures(items), "by_class": [], "pairs": []}
    answer["intervals"] = interval(items, [observed, fleiss, alpha], resamples, seed)
    for number in range(question["class_count"]):
        is_in = [[int(number in question["classes"][v]) for v in votes] for votes in items]
        answer["by_class"].append(all_measures(is_in))
    annotators = len(table[0]) if table else 0
    for first in range(annotators):
        for second in range(first + 1, annotators):
            pairs = [(row[first], row[second]) for row in table if None not in (row[first], row[second])]
            answer["pairs"].append({"items": len(pairs), "cohen_kappa": cohen(pairs),
                                    "interval": interval(pairs, [cohen], resamples, seed)[0]})
    json.dump({key: convert(value) for key, value in answer.items()}, sys.stdout)


def convert(value):
    if isinstance(value, list):
        return [convert(v) for v in value]
    return {k: plain(v) for k, v in value.items()} if isinstance(value, dict) else plain(value)


if __name__ == "__main__":
    main()
