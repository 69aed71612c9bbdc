from pathlib import Path

from storycheck.folders import STORIES, EmptyFolder, find


def test_folders_are_searched_sorted_and_each_file_is_found_once(tmp_path: Path) -> None:
    for name in ("b.ts", "a/z.story", "a/notes.txt", ".git/c.ts", "node_modules/d.ts"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = list(find([tmp_path / "b.ts", tmp_path], STORIES))
    assert found == [str(tmp_path / "b.ts"), str(tmp_path / "a/z.story")]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a.ts").touch()
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(find([tmp_path], STORIES)) == [str(tmp_path / "a.ts")]


def test_a_folder_without_stories_is_told(tmp_path: Path) -> None:
    (found,) = find([tmp_path], STORIES)
    assert isinstance(found, EmptyFolder)
    assert found == str(tmp_path)


def test_what_is_no_folder_stays_as_it_is() -> None:
    assert list(find(["-", "missing.ts", "a\0b", "-"], STORIES)) == ["-", "missing.ts", "a\0b"]
