"""What is asked of all pages of a site once they are written: what they weigh, and their list."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from carelist.site.files import list_addresses
from carelist.site.making import INDEX
from carelist.site.pages import WITH_ADDRESS, list_pages
from carelist.site.twins import write_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carelist.site.making import Made, Maker
    from carelist.site.site import Site


def weigh_others(maker: Maker, made: Mapping[str, Made], written_at: int) -> Iterator[Made]:
    """Yield what is known of the pages that others wrote, or wrote over.

    Args:
        maker: Of the site.
        made: What is known of pages, by address.
        written_at: When all of those were written, in nanoseconds.
    """
    pages = {page.address: page for page in list_pages(maker.site, WITH_ADDRESS)}
    folder = str(maker.folder)
    for name in [*list_addresses(maker.folder)]:
        address = name.removesuffix(INDEX)
        if name != f"{address}{INDEX}" or (address and not address.endswith("/")):
            continue
        if address not in made or os.stat(f"{folder}/{name}").st_mtime_ns > written_at:  # noqa: PTH116  # a path for each takes longer
            content = (maker.folder / name).read_bytes()
            yield maker.record(address, content, pages.get(address))


def list_twins(site: Site, made: Mapping[str, Made]) -> str:
    """Write the list of all twins."""
    pages = list_pages(site, WITH_ADDRESS)
    titled = [(page, one.title) for page in pages if (one := made.get(page.address)) and one.title]
    return "".join(write_list(site, titled))
