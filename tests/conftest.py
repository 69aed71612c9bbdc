"""What many tests judge with."""

import pytest

import storycheck as sc


@pytest.fixture(scope="session")
def checker() -> sc.Checker:
    """The shipped evidence, with the usual options."""
    return sc.Checker()
