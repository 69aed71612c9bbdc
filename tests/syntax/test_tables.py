"""Tables keep what starts with one word together, decode it when asked, and lie over each other."""

from collections.abc import Mapping

from storycheck.syntax.tables import Decoded, Table, TableOver, Words

LOWER = Table.of({("sgd",): 1, ("sgd", "trained"): 2, ("adam",): 3})


def test_the_upper_table_hides_the_lower_phrase_by_phrase() -> None:
    both = TableOver(Table.of({("sgd",): 7, ("wug",): 8}), LOWER)
    assert both.starting("sgd") == {("sgd",): 7, ("sgd", "trained"): 2}
    assert list(both.firsts()) == ["sgd", "wug", "adam"]
    assert (both["adam",], both.get(("wug",)), both.get(("dax",), 9)) == (3, 8, 9)
    assert len(both) == 4


def test_a_block_is_decoded_once_and_only_when_its_word_is_asked_for() -> None:
    asked: list[str] = []

    def decode(block: str) -> Mapping[Words, int]:
        asked.append(block)
        return {(block,): len(block)}

    table = Decoded({"sgd": "sgd", "adam": "adam"}, decode)
    assert ("dax",) not in table
    assert not asked
    assert (table["sgd",], table.get(("sgd", "trained"))) == (3, None)
    assert asked == ["sgd"]
    assert list(table) == [("sgd",), ("adam",)]
    assert asked == ["sgd", "adam"]
