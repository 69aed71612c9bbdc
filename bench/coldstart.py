"""Cold start of the command line against `python -c "import z3"`, in one run: goals 1, 2 and 8.

Prints, as ratios: wall time of `storycheck STORY` with a story of 20 claims and the evidence that comes with
storycheck; the same with 2,000 synthetic items against 200; and peak memory against importing z3 and one
check. Each time is the fastest of several alternating runs, which a busy machine disturbs least.

Usage: python bench/coldstart.py [--runs N]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

BASELINE = (sys.executable, "-c", "import z3")
ONE_CHECK = (sys.executable, "-c", "import z3; s = z3.Solver(); s.add(z3.Bool('a')); s.check()")
SENTENCES = (
    "SGD always reaches good minima.",
    "SGD usually finds solutions that generalize well.",
    "SGD that starts from random labels never reaches bad minima.",
    "Finetuning preserves performance on the previous task.",
    "Overparameterized networks sometimes fit random labels.",
    "If the training error is zero, the model must generalize.",
    "Large language models are deceptive.",
    "A good minimum does not generalize well.",
    "Robust models are less accurate than standard ones.",
    "Larger models generalize better.",
)

ITEM = """\
id: W{n}
title: wugs {n}
status: accepted
effect: seems real
scaling: {{direction: unknown, confidence: low}}
papers:
  - {{title: Wugs, venue: Nowhere, year: 2020}}
setups: [wugs]
summary: Wugs.
statements:
  - claim: Some {some} are {others}.
examples:
  refutes: [No {some} are {others}., No {others} are {some}.]
  leaves: [Some {others} are {some}., Not all {some} are {others}.]
"""


UNKNOWN = "Deep networks are conscious."


def story(sentences: Sequence[str]) -> str:
    """A story with each of the sentences twice."""
    return "claims\n" + "".join(f"  {sentence}\n" for sentence in [*sentences] * 2)


def seconds(command: Sequence[str], environment: dict[str, str]) -> float:
    """Wall time of one run; what it prints is thrown away, its exit status must be below 2."""
    began = time.perf_counter()
    done = subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    spent = time.perf_counter() - began
    if done.returncode > 1:
        raise SystemExit(f"`{' '.join(command)}` failed with {done.returncode}: {done.stderr.decode()}")
    return spent


def fastest(commands: Sequence[Sequence[str]], runs: int, environment: dict[str, str]) -> list[float]:
    """The fastest time of each command, their runs alternating."""
    times = [[seconds(command, environment) for command in commands] for _ in range(runs)]
    return [min(column) for column in zip(*times, strict=True)]


def peak_memory(command: Sequence[str], environment: dict[str, str]) -> int:
    """Peak resident memory of a command in kilobytes, measured by a process that runs nothing else."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        (sys.executable, "-S", "-c", script, *command), env=environment, capture_output=True, check=True
    )
    return int(done.stdout)


def synthetic_pack(folder: Path, items: int) -> Path:
    """A pack with its own concepts and ``items`` items that share few of them, so that slices stay small."""
    (folder / "vocabulary").mkdir(parents=True)
    (folder / "items").mkdir()
    (folder / "pack.yaml").write_text(f"name: synthetic-{items}\nversion: 1.0.0\nsummary: for a benchmark\n")
    concepts = "".join(
        f"  wug-{n}:\n    gloss: a {word(n)} wug\n    noun: [{word(n)} wug]\n" for n in range(items)
    )
    (folder / "vocabulary" / "wugs.yaml").write_text(f"concepts:\n{concepts}")
    for n in range(items):
        some, others = f"{word(n)} wugs", f"{word((n + 1) % items)} wugs"
        (folder / "items" / f"W{n}.yaml").write_text(ITEM.format(n=n, some=some, others=others))
    return folder


def word(number: int) -> str:
    """A made-up word for a number: "bababa", "babado"."""
    syllables = "badofikemulapotiresu"
    digits = [(number // 10**place) % 10 for place in (3, 2, 1, 0)]
    return "".join(syllables[2 * digit : 2 * digit + 2] for digit in digits)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_CACHE_HOME=str(Path(folder, "cache")))
        environment |= {"PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        path = Path(folder, "story.ts")
        path.write_text(story(SENTENCES))
        other = Path(folder, "unknown.ts")
        other.write_text(story([*SENTENCES[1:], UNKNOWN]))
        check = (sys.executable, "-m", "storycheck", str(path))
        first = seconds(check, environment)
        spent, unknown, base = fastest((check, (*check[:-1], str(other)), BASELINE), runs, environment)
        print(f"import z3: {base * 1000:.0f} ms")
        print(f"1. 20 claims, default evidence: {spent / base:.2f} x import z3 (goal 1.25, first step 3)")
        print(f"   the same with an unknown word, and words like it suggested: {unknown / base:.2f} x")
        print(f"   the same with no compiled evidence yet: {first / base:.1f} x")
        packs = [synthetic_pack(Path(folder, f"pack{size}"), size) for size in (200, 2000)]
        large = [(*check, "--evidence", str(pack)) for pack in packs]
        for command in large:
            seconds(command, environment)
        small, big = fastest(large, runs, environment)
        print(f"2. 2,000 items against 200: {big / small:.2f} x (goal 1.2)")
        memory = peak_memory(check, environment) / peak_memory(ONE_CHECK, environment)
        print(f"8. peak memory: {memory:.2f} x import z3 and one check (goal 1.5)")


if __name__ == "__main__":
    main()
