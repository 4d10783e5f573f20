"""Print how well dumps become articles: per style, on the fitted and the held-out half of the bench, and the five
worst pages.

python -m tests.quality.report
"""

from __future__ import annotations

from tests.quality.scoring import measure, score_module


def main() -> None:
    score, made = score_module(), measure()
    rows = [("the provided issue", made["issue"])]
    rows += [
        (f"{style}, {half}", made["styles"][style][half])
        for style in made["styles"]
        for half in ("fitted", "held out", "all")
    ]
    print(score.table(rows))
    for which in ("press", "later", "newest", "fresh", "recent", "drawn"):
        print(f"\nother papers, another typesetter ({which})")
        found = made[which]
        print(score.table([(f"{style}, {half}", found[style][half]) for style in found for half in found[style]]))
    for what in ("sure", "press sure", "later sure", "newest sure", "fresh sure", "recent sure"):
        right, count = made[what]
        print(f"\n{what}: articles above confidence 0.9: {count}, of them right: {right}")
    print("\nthe five worst pages")
    worst = sorted(made["pages"], key=lambda page: page[1]["f1"] + page[1]["body_f1"] + page[1]["headline_exact"])[:5]
    print(score.table(worst))


if __name__ == "__main__":
    main()
