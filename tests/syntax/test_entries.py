"""What a phrase may be follows from its entries."""

from storycheck.syntax.entries import NO_ENTRIES, Entries, Entry

TRAINS = Entries(
    (
        Entry("concept", "training", "verb", "s"),
        Entry("word", "v-process", "process", "s"),
        Entry("word", "v-process", "run", "s"),
        Entry("quantity", "length", "noun", "pl"),
    )
)


def test_the_first_value_in_a_class_counts() -> None:
    assert TRAINS.values == {"v-process": "process"}


def test_what_it_may_name_leaves_out_closed_classes() -> None:
    assert TRAINS.refs == {"training", "length"}


def test_roles_stand_in_the_plain_order() -> None:
    assert TRAINS.roles == (("NOUN", ""), ("VI", ""), ("V", ""))
    assert TRAINS.terminals == {"NOUN", "VI", "V"}


def test_some_verb_forms_need_an_auxiliary() -> None:
    assert not TRAINS.needs_auxiliary
    assert Entries((Entry("concept", "training", "verb", "ing"),)).needs_auxiliary


def test_nothing_may_be_nothing() -> None:
    assert (NO_ENTRIES.roles, NO_ENTRIES.values, NO_ENTRIES.refs) == ((), {}, frozenset())
