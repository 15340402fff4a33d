"""Harm done to the files of a list, as slips, other programs and bad luck do it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

import yaml
from carelist.speech.plain_yaml import parse_plain

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Spot: TypeAlias = "tuple[list[Plain] | dict[str, Plain], int | str]"
"""A list or a mapping, and the index or the key of a value in it."""

Deed = Literal["flip", "insert", "cut", "drop", "double", "swap"]
DEEDS: tuple[Deed, ...] = get_args(Deed)
MOST = 2**20
"""A number beyond the bytes and the lines of most files."""
SCRAPS = [b"\xff", b"\0", b"\t", b": ", b"- ", b'"', b"'", b"|", b"[", b"{", b"&a ", b"*a", b"!!"]
SCRAPS += [b"\n", b"\xe2\x80\xae", b"---\n", b"~", b"no", b"012", b"{}", b"..", b"%", b">-\n"]
WORDS = ["", " ", "x", "字", "0", "-1", "7", "999999", "9" * 5000, "1-99999", "none", "everyone"]
WORDS += [
    "nothing",
    "2025-13-01",
    "\u200b字",
    "\U0001f600",
    "a" * 30_000,
    "儿童" * 5000,
    "{x}",
    "%s",
]
WORDS += ["<b>", "../..", "age=0-2", "https://", "a\nb", "{page}", "|", "为困难家庭发放临时补贴。"]
ROWS = ["| 续表 |", "|", "||", "|---|", "| | | | | | | |", "注：完。", "| 9 | 9 | 9 |", "— 3 —"]
ROWS += ["| 续表 | 序号 | 服务对象 | 服务项目 | 任务内容 | 责任部门 |", "｜1｜2｜", "1\t2\t3\t4"]
DEEP = 40


class Harm(NamedTuple):
    """One harm to the bytes of a file; its numbers may be greater than there are bytes or lines."""

    deed: Deed
    one: int
    other: int
    scrap: bytes


def do_harm(content: bytes, harm: Harm) -> bytes:
    """Do a harm to the bytes of a file."""
    if not content:
        return harm.scrap
    place = harm.one % len(content)
    if harm.deed == "flip":
        flipped = bytes([content[place] ^ (1 << harm.other % 8)])
        return content[:place] + flipped + content[place + 1 :]
    if harm.deed == "insert":
        return content[:place] + harm.scrap + content[place:]
    if harm.deed == "cut":
        return content[:place]
    lines = content.splitlines(keepends=True)
    one, other = harm.one % len(lines), harm.other % len(lines)
    if harm.deed == "drop":
        del lines[one]
    elif harm.deed == "double":
        lines.insert(other, lines[one])
    else:
        lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def harm_bytes(content: bytes, draw: random.Random) -> bytes:
    """Do one harm to the bytes of a file."""
    numbers = draw.randrange(MOST), draw.randrange(MOST)
    return do_harm(content, Harm(draw.choice(DEEDS), *numbers, draw.choice(SCRAPS)))


def harm_copy(content: bytes, draw: random.Random) -> bytes:
    """Do one harm to the copy of a notice, in its table or in a line of it."""
    lines = content.decode("utf-8", "replace").split("\n")
    at = draw.randrange(len(lines))
    deed = draw.choice(["insert", "bar", "cell", "space", "join", "move"])
    if deed == "insert":
        lines.insert(at, draw.choice(ROWS))
    elif deed == "bar":
        lines[at] = lines[at].replace("|", draw.choice(["", "｜", "||", "\t"]), draw.randint(1, 3))
    elif deed == "cell":
        cells = lines[at].split("|")
        del cells[draw.randrange(len(cells))]
        lines[at] = "|".join(cells)
    elif deed == "space":
        lines[at] = lines[at][: len(lines[at]) // 2] + "\n" + lines[at][len(lines[at]) // 2 :]
    elif deed == "join" and at:
        lines[at - 1] += lines.pop(at)
    else:
        lines.insert(draw.randrange(len(lines)), lines.pop(at))
    return "\n".join(lines).encode()


def harm_tree(content: bytes, draw: random.Random) -> bytes:
    """Do one harm to what a file of YAML says; the bytes, where they are none any more."""
    try:
        tree: Plain = parse_plain(content)
    except yaml.YAMLError:
        return harm_bytes(content, draw)
    spots = list(_list_spots(tree))
    if not spots:
        return harm_bytes(content, draw)
    _DEEDS[draw.choice(list(_DEEDS))](draw.choice(spots), spots, draw)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


def _list_spots(tree: Plain) -> Iterator[Spot]:
    """Yield every place of a value in a tree."""
    if isinstance(tree, dict):
        for key, below in tree.items():
            yield tree, key
            yield from _list_spots(below)
    elif isinstance(tree, list):
        for index, below in enumerate(tree):
            yield tree, index
            yield from _list_spots(below)


def _get(spot: Spot) -> Plain:
    owner, step = spot
    return owner[step]  # type: ignore[index]  # as the spot was made


def _put(spot: Spot, value: Plain) -> None:
    owner, step = spot
    owner[step] = copy.deepcopy(value)  # type: ignore[index]  # as the spot was made


def _delete(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    del spots, draw
    owner, step = spot
    del owner[step]  # type: ignore[arg-type]  # as the spot was made


def _double(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    """Add an entry once more; its id once more, or another."""
    lists = [one for one in spots if isinstance(_get(one), list) and _get(one)]
    entries = _get(draw.choice(lists)) if lists else []
    if isinstance(entries, list) and entries:
        entry = copy.deepcopy(draw.choice(entries))
        if isinstance(entry, dict) and draw.random() < 0.5:
            entry = {**entry, "id": "another"}
        entries.insert(draw.randrange(len(entries) + 1), entry)
    else:
        _put(spot, [])


def _swap(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    other = draw.choice(spots)
    one, two = copy.deepcopy(_get(spot)), copy.deepcopy(_get(other))
    _put(spot, two)
    _put(other, one)


def _copy(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    """Say somewhere what is said elsewhere: of the same key, often, and so of the right shape."""
    alike = [one for one in spots if one[1] == spot[1]]
    _put(spot, _get(draw.choice(alike if draw.random() < 0.7 else spots)))


def _write(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    del spots
    _put(spot, draw.choice(WORDS))


def _reshape(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    """Put a value of another shape in the place of one."""
    value = copy.deepcopy(_get(spot))
    shapes: list[Plain] = [[], {}, [value], {"zh": value}, {"id": value}, [value, value], ""]
    deep: Plain = value
    for _ in range(DEEP):
        deep = [deep]
    many: Plain = [""] * 300
    _put(spot, draw.choice([*shapes, deep, many]))
    del spots


def _rename(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    """Move a value below another key of the file, or one that stands nowhere."""
    owner, step = spot
    names = [str(key) for other, key in spots if isinstance(other, dict)]
    if isinstance(owner, dict):
        owner[draw.choice([*names, "replaces", "until", "字"])] = owner.pop(str(step))
    elif isinstance(owner, list):
        draw.shuffle(owner)


def _add(spot: Spot, spots: list[Spot], draw: random.Random) -> None:
    """Write a key that may be left out, with what another entry is called by."""
    ids = [_get(one) for one in spots if one[1] == "id"]
    mappings = [one for one, _ in spots if isinstance(one, dict)]
    key = draw.choice(
        ["replaces", "title", "condition", "formerly", "asks", "from", "read", "maybe"]
    )
    value = draw.choice(ids) if ids else "x"
    _put((draw.choice(mappings), key) if mappings else spot, draw.choice([value, [value]]))


_DEEDS: dict[str, Callable[[Spot, list[Spot], random.Random], None]] = {
    "delete": _delete,
    "double": _double,
    "swap": _swap,
    "copy": _copy,
    "write": _write,
    "reshape": _reshape,
    "rename": _rename,
    "add": _add,
}


def harm_list(folder: Path, draw: random.Random) -> list[str]:
    """Do one to three harms to the files of a list; give the names of those that were harmed."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".yml", ".txt"})
    harmed = []
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        path = draw.choice(files)
        harm = draw.choice([harm_tree, harm_tree, harm_tree, harm_bytes])
        if path.suffix == ".txt" and draw.random() < 0.7:
            harm = harm_copy
        path.write_bytes(harm(path.read_bytes(), draw))
        harmed.append(path.relative_to(folder).as_posix())
    return harmed
