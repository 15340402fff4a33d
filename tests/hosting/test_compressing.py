"""Files compressed beside a site: what is smaller for it, the same bytes each time."""

from __future__ import annotations

import gzip
import os
from typing import TYPE_CHECKING

import brotli
from carelist.cli import main
from carelist.hosting.compressing import Compressed, compress_site
from click.testing import CliRunner

from tests.site.building import read_tree

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"<p>The same words again. " * 100


def test_texts_are_compressed_and_pictures_are_not(tmp_path: Path) -> None:
    """Nor what is in one packet anyway; a file compressed beside has the time of the other."""
    for name, content in {"a/index.html": PAGE, "b.png": PAGE, "c.txt": b"short"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    os.utime(tmp_path / "a" / "index.html", (0, 1_000_000_000))
    first = compress_site(tmp_path)
    tree = read_tree(tmp_path)
    assert set(tree) == {"a/index.html", "a/index.html.br", "a/index.html.gz", "b.png", "c.txt"}
    assert gzip.decompress(tree["a/index.html.gz"]) == PAGE
    assert brotli.decompress(tree["a/index.html.br"]) == PAGE
    sizes = len(tree["a/index.html.gz"]), len(tree["a/index.html.br"])
    assert first == Compressed(1, len(PAGE), *sizes)
    assert (tmp_path / "a" / "index.html.br").stat().st_mtime == 1_000_000_000
    assert (compress_site(tmp_path), read_tree(tmp_path)) == (first, tree)


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    """In thousands of bytes."""
    (tmp_path / "index.html").write_bytes(PAGE)
    done = CliRunner().invoke(main, ["compress", str(tmp_path), "--locale", "en"])
    assert (done.exit_code, done.stdout) == (
        0,
        "1 files: 2 KB are 0 KB by gzip and 0 KB by Brotli\n",
    )
