"""``python -m storycheck`` is the command ``storycheck``."""

from storycheck.cli import command

if __name__ == "__main__":
    command()
