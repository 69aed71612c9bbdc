"""One edited sentence in a story of 20 claims, in a process that has judged the story before: goal 6.

Prints, as a share of judging the whole story with a new checker (libraries and evidence are loaded): the
story again with one claim edited, for several edits, with the report as text. Every report is the same as
that of a new checker. The story has ten sentences twice, so that the whole, too, takes no longer than ten.
The same is printed for twenty different ones.

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

OTHERS = (
    "Dropout usually reduces memorization.",
    "Finetuned models never forget the previous task.",
    "Overparameterized networks usually generalize well.",
    "Networks trained on random labels never generalize well.",
    "Probing accuracy shows that the model encodes syntax.",
    "Adversarially trained models are robust to every attack.",
    "Models are robust to distribution shift.",
    "Larger models memorize more.",
    "Explicit regularization is necessary for generalization.",
    "SGD from random initialization always reaches good minima.",
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
    middle, worst = measured(story(SENTENCES), runs)
    print(f"6. one edited sentence of 20, warm: {middle} of the whole story (goal 1/12), at worst {worst}")
    text = "claims\n" + "".join(f"  {sentence}\n" for sentence in (*SENTENCES, *OTHERS))
    middle, worst = measured(text, runs)
    print(f"   of 20 different ones: {middle}, at worst {worst}")


def measured(text: str, runs: int) -> tuple[str, str]:
    """Prints the times for a story; the shares of the middle edit and of the longest."""
    whole = min(seconds(sc.Checker(), text)[0] for _ in range(runs + 1))
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
    return f"1/{whole / middle:.0f}", f"1/{whole / worst:.0f}"


if __name__ == "__main__":
    main()
