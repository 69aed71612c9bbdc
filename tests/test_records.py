"""Records behave as `typing.NamedTuple` does, in all that one can do with them."""

import pickle
import typing

import pytest

from storycheck.records import NamedTuple


class Point(NamedTuple):
    """A record with a default, a property and a method."""

    x: int
    y: int = 2

    @property
    def total(self) -> int:
        """Both together."""
        return self.x + self.y


class Stock(typing.NamedTuple):
    """The same fields, from the standard library."""

    x: int
    y: int = 2


class Empty(NamedTuple):
    """No fields at all."""


def test_made_by_place_by_name_and_by_default() -> None:
    assert Point(1) == Point(1, 2) == Point(y=2, x=1) == Point._make([1, 2]) == (1, 2)
    assert (Point(1, 5).x, Point(1, 5).y, Point(1, 5).total) == (1, 5, 6)
    assert Empty() == ()


def test_changed_told_and_hashed_as_the_standard_ones() -> None:
    ours, stock = Point(1), Stock(1)
    assert ours._replace(y=7) == stock._replace(y=7) and type(ours._replace(y=7)) is Point
    assert ours._asdict() == stock._asdict()
    assert (Point._fields, Point._field_defaults) == (Stock._fields, Stock._field_defaults)
    assert repr(ours).removeprefix("Point") == repr(stock).removeprefix("Stock")
    assert hash(ours) == hash(stock)
    assert typing.get_type_hints(Point) == typing.get_type_hints(Stock)


def test_a_record_is_sent_to_another_process_whole() -> None:
    again = pickle.loads(pickle.dumps(Point(3)))
    assert again == Point(3) and type(again) is Point


def test_a_record_is_matched_by_place_and_by_name() -> None:
    match Point(3, 4):
        case Point(x, y=4):
            assert x == 3
        case _:
            pytest.fail("no match")


@pytest.mark.parametrize(("places", "names"), [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
def test_wrong_arguments_are_refused(places: tuple[int, ...], names: dict[str, int]) -> None:
    for kind in (Point, Stock):
        with pytest.raises(TypeError):
            kind(*places, **names)


def test_no_field_is_set_and_none_is_added() -> None:
    for name in ("x", "z"):
        with pytest.raises(AttributeError):
            setattr(Point(1), name, 5)


def test_wrong_names_are_not_replaced() -> None:
    with pytest.raises(TypeError):
        Point(1)._replace(z=1)


def test_a_default_is_not_followed_by_none() -> None:
    with pytest.raises(TypeError):

        class Wrong(NamedTuple):
            x: int = 1
            y: int  # type: ignore[misc]
