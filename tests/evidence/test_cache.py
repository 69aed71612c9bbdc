"""Compiled evidence: the same as built, rebuilt when anything changes, harmless when it cannot be kept."""

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from storycheck.evidence import cache
from storycheck.evidence.build import build
from storycheck.evidence.compiled import Lazy, dumped, restored
from storycheck.evidence.folders import states_of
from storycheck.evidence.loaded import Loaded
from storycheck.syntax.entries import Entry
from storycheck.syntax.lexicon import GLOSS

from .conftest import OTHER, Write, loaded, read


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def test_values_come_in_the_order_stored_whatever_was_asked_for_first() -> None:
    lazy = Lazy({"a": 1, "b": 2}, str)
    assert [lazy["b"], lazy["a"]] == ["2", "1"]
    assert list(lazy.values()) == ["1", "2"] == [lazy[name] for name in lazy]


def same(one: Loaded, two: Loaded) -> bool:
    return (
        one.evidence == two.evidence
        and one.language.vocabulary == two.language.vocabulary
        and dict(one.language.lexicon.phrases) == dict(two.language.lexicon.phrases)
        and one.packs == two.packs
    )


def stored(pack: Path) -> Loaded:
    built = build((pack,), read)
    cache.store((pack,), built)
    return built


def test_what_is_stored_comes_back_the_same(pack: Write) -> None:
    folder = pack()
    built = stored(folder)
    again = cache.fetch((folder,))
    assert again is not None
    assert same(again, built)
    assert again.language.lexicon.phrases[GLOSS, "is", "a", "dax"] == (Entry("concept", "dax", "gloss"),)


def test_nothing_is_there_at_first(pack: Write) -> None:
    assert cache.fetch((pack(),)) is None


@pytest.mark.parametrize("change", ["edit", "add", "remove", "rename"])
def test_any_change_of_a_pack_makes_it_stale(pack: Write, change: str) -> None:
    folder = pack()
    stored(folder)
    item = folder / "items" / "T2.yaml"
    if change == "edit":
        item.write_text(OTHER.replace("rumour", "hearsay"))
    elif change == "add":
        (folder / "items" / "T3.yaml").write_text(OTHER)
    elif change == "remove":
        item.unlink()
    else:
        item.rename(item.with_name("T4.yaml"))
    assert cache.fetch((folder,)) is None


def test_an_edit_of_the_same_size_and_time_is_seen(pack: Write) -> None:
    folder = pack()
    stored(folder)
    item = folder / "items" / "T2.yaml"
    before = item.stat()
    item.write_text(OTHER.replace("rumour", "tumour"))
    os.utime(item, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert cache.fetch((folder,)) is None


def test_files_that_were_only_touched_are_read_again_and_found_the_same(pack: Write) -> None:
    folder = pack()
    stored(folder)
    before = states_of((folder,))
    os.utime(folder / "items" / "T2.yaml")
    assert states_of((folder,)) != before
    for _ in range(2):
        assert cache.fetch((folder,)) is not None


def test_other_code_makes_it_stale(pack: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = pack()
    stored(folder)
    monkeypatch.setattr("storycheck.__version__", "0.0.0")
    assert cache.fetch((folder,)) is None


def test_a_damaged_file_is_as_if_it_were_not_there(pack: Write, home: Path) -> None:
    folder = pack()
    built = stored(folder)
    (file,) = (home / "storycheck").iterdir()
    good = file.read_bytes()
    for bad in (b"", good[:-1], good[:100], good[:200] + b"\xff" + good[201:], os.urandom(len(good))):
        file.write_bytes(bad)
        assert cache.fetch((folder,)) is None
    cache.store((folder,), built)
    assert cache.fetch((folder,)) is not None


def test_packs_with_faults_are_not_kept(pack: Write) -> None:
    folder = pack(items__T2="id: T2")
    stored(folder)
    assert cache.fetch((folder,)) is None


def test_packs_edited_while_they_were_built_are_not_kept(pack: Write) -> None:
    folder = pack()
    built = build((folder,), read)
    (folder / "items" / "T2.yaml").write_text(OTHER + "\n")
    cache.store((folder,), built)
    assert cache.fetch((folder,)) is None


def test_where_nothing_can_be_written_nothing_happens(
    pack: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = pack()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    stored(folder)
    assert cache.fetch((folder,)) is None


def test_without_a_home_nothing_happens(pack: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(cls: type[Path]) -> Path:
        raise RuntimeError("no home")

    folder = pack()
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setattr(Path, "home", classmethod(homeless))
    stored(folder)
    assert cache.fetch((folder,)) is None


def test_many_writers_leave_one_whole_file(pack: Write, home: Path) -> None:
    folder = pack()
    built = build((folder,), read)
    writers = [threading.Thread(target=cache.store, args=((folder,), built)) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [file.suffix for file in (home / "storycheck").iterdir()] == [""]
    assert cache.fetch((folder,)) is not None


def test_bytes_are_the_same_every_time(pack: Write) -> None:
    folder = pack()
    assert dumped(build((folder,), read)) == dumped(build((folder,), read))


def test_values_are_made_when_asked_for(pack: Write) -> None:
    items = restored(dumped(loaded(pack()))).evidence.items
    assert "T1" in items
    assert "T9" not in items
    assert items["T1"] is items["T1"]
    assert list(items) == ["T1", "T2"]
    with pytest.raises(KeyError):
        items["T9"]


def test_what_comes_back_can_be_sent_to_another_process(pack: Write) -> None:
    again = restored(dumped(loaded(pack())))
    assert same(pickle.loads(pickle.dumps(again)), again)


def test_a_warm_start_imports_neither_yaml_nor_pydantic_nor_lark(pack: Write) -> None:
    folder = pack()
    stored(folder)
    code = f"""
import sys
from pathlib import Path
from storycheck.evidence.cache import fetch
assert len(fetch((Path({str(folder)!r}),)).evidence.items) == 2
print(*sorted({{"yaml", "pydantic", "lark", "z3"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
