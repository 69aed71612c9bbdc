"""An index as bytes and back, for a cache: with much evidence, building it takes longer than a story.

What is stored holds for one evidence set and vocabulary; the cache has to see to that. It is made of
tuples, strings and numbers only (`marshal`), so that a stored file can hold nothing that runs.
"""

import marshal
from collections.abc import Mapping
from typing import Any

from storycheck.logic.atoms import AtomTable
from storycheck.logic.definitions import Axioms
from storycheck.logic.index import Built, Entry, Index
from storycheck.meaning.formula import Atom
from storycheck.syntax.made import made


def dumped(built: Built) -> bytes:
    """The index and the numbers of its atoms as bytes."""
    index = built.entries
    return marshal.dumps(
        (
            [None if atom is None else tuple(atom) for atom in built.atoms.all()],
            [tuple(entry) for entry in index.entries],
            index.unconditional,
            index.items,
            index.limiting,
            index.watching,
            index.showing,
            index.extending,
            sorted(index.disputed),
            _plain(index.scopes),
            _plain(index.restrictors),
            index.rules,
            built.axioms and tuple(built.axioms),
        )
    )


def restored(data: bytes | memoryview) -> Built:
    """What `dumped` made bytes of; ValueError, EOFError or TypeError if that is not what they are."""
    atoms, entries, *postings, disputed, scopes, restrictors, rules, axioms = marshal.loads(data)
    unconditional, items, limiting, watching, showing, extending = postings
    index = Index(
        entries=[made(Entry, row) for row in entries],
        unconditional=unconditional,
        items=items,
        limiting=limiting,
        watching=watching,
        showing=showing,
        extending=extending,
        disputed=set(disputed),
        scopes=_atoms(scopes),
        restrictors=_atoms(restrictors),
        rules=rules,
    )
    table = AtomTable(None if row is None else made(Atom, row) for row in atoms)
    return Built(index, table, axioms and Axioms(*axioms))


def _plain(postings: Mapping[Atom, list[int]]) -> dict[Any, list[int]]:
    return {tuple(atom): places for atom, places in postings.items()}


def _atoms(postings: Mapping[Any, list[int]]) -> dict[Atom, list[int]]:
    return {made(Atom, row): places for row, places in postings.items()}
