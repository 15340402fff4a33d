"""`carelist kit`: what a campaign hands out, without building the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--config",
    "configuration",
    default="mkdocs.yml",
    show_default=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Settings of the site, whose site_url codes lead to. 网站的设置；二维码通向其 site_url。",
)
@click.option(
    "--only",
    metavar="CAMPAIGN",
    default="list",
    help="One campaign: pillar:health, situation:baby, service:housing. 只做一个主题的。",
)
@click.option(
    "--out",
    default="kit",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where to write. 写到哪个文件夹。",
)
def kit(configuration: Path, only: str, out: Path) -> None:
    """Make posters, pictures, sheets and codes to hand out.

    生成宣传用的海报、图片、清单和二维码。
    """
    from generator.plugin import load_kit  # noqa: PLC0415  # MkDocs is slow to start

    made = load_kit(configuration)
    try:
        pieces = made.select(only)
    except KeyError:
        raise click.BadParameter(f"there is no '{only}'", param_hint="--only") from None
    try:
        made.start(pieces)
        with click.progressbar(pieces, label=f"{out}/", file=sys.stderr) as bar:
            told = [p for piece in bar for p in made.write(piece, out / piece.locale / piece.path)]
    finally:
        made.close()
    problems = list(dict.fromkeys(told))
    for problem in problems:
        click.echo(problem)
    sys.exit(1 if problems else 0)
