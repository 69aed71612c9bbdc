"""One edited sentence in a story of 20 claims, in a process that has judged the story before: goal 6.

Prints, as a share of judging the whole story with a new checker (libraries and evidence are loaded): the
story again with one claim edited, for several edits, with the report as text. Every report is the same as
that of a new checker.

Usage: python bench/editing.py [--runs N]
"""

import argparse
import time

from coldstart import SENTENCES, story

import storycheck as sc

EDITS = (
    "SGD never reaches good minima.",
    "Finetuning sometimes improves performance on the previous task.",
    "Networks usually memorize random labels.",
    "Small networks never generalize.",
    "Pruned networks always generalize better.",
    "The model is honest.",
)


def seconds(checker: sc.Checker, text: str) -> tuple[float, str]:
    """Seconds for a story, and the report."""
    began = time.process_time()
    report = str(checker.check(text))
    return time.process_time() - began, report


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args().runs
    text = story(SENTENCES)
    seconds(sc.Checker(), text)
    whole = min(seconds(sc.Checker(), text)[0] for _ in range(runs))
    print(f"20 claims, new checker: {whole * 1e3:.1f} ms")
    times = dict.fromkeys(EDITS, float("inf"))
    for _ in range(runs):
        warm = sc.Checker()
        seconds(warm, text)
        for place, edit in enumerate(EDITS):
            edited = text.replace(SENTENCES[place], edit, 1)
            spent, report = seconds(warm, edited)
            times[edit] = min(times[edit], spent)
            assert report == seconds(sc.Checker(), edited)[1], "a new checker says something else"
    for edit, spent in times.items():
        print(f"  1/{whole / spent:<5.1f} {spent * 1e3:6.1f} ms  {edit}")
    middle, worst = sorted(times.values())[len(times) // 2], max(times.values())
    print(
        f"6. one edited sentence of 20, warm: 1/{whole / middle:.0f} of the whole story (goal 1/12),"
        f" at worst 1/{whole / worst:.0f}"
    )


if __name__ == "__main__":
    main()
