"""``python -m storycheck`` is the command ``storycheck``."""

from storycheck.cli import main

if __name__ == "__main__":
    main()
