"""One build of a site: its pages, files and kit, made aside until the whole takes its place."""

from __future__ import annotations

import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.catalog.reads import noting
from carelist.catalog.watching import Cells, watching
from carelist.disk import tell_disk_error
from carelist.publicity.phrases import Phrases
from carelist.search.sounds import find_table, read_once
from carelist.site import addresses
from carelist.site.build_record import digest_inputs, record_build
from carelist.site.by_hand import ByHand, gather_by_hand, keep_by_hand
from carelist.site.hand_pages import HandPages
from carelist.site.kit import plan_kit
from carelist.site.making import INDEX, Maker
from carelist.site.offline import write_service_worker
from carelist.site.on_demand import OnDemand
from carelist.site.pages import WITH_ADDRESS, give_kind, list_pages
from carelist.site.reading import list_remarks
from carelist.site.remembering import Before, find_key
from carelist.site.rendering import Renderer
from carelist.site.shared_sheets import write_shared_sheets
from carelist.site.staging import open_stage
from carelist.site.styles_kept import read_kept_styles
from carelist.site.telling import tell
from carelist.site.templates import make_environment
from carelist.site.twins import LIST
from carelist.site.unchanged import remember
from carelist.site.weighing import list_twins, weigh_others
from carelist.site.workers import Workers
from carelist.site.writing import write_file
from carelist.speech.own import find_own_locale
from carelist.theme import is_asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.catalog.traces import Traces
    from carelist.search.sounds import Reader
    from carelist.site.hand_pages import Text
    from carelist.site.kit import Kit
    from carelist.site.making import Done, Made, Product
    from carelist.site.reading import ListRead
    from carelist.site.remembering import Memory
    from carelist.site.settings import Settings
    from carelist.site.site import Site
    from carelist.site.staging import Stage
    from carelist.site.unchanged import Inputs


class Build:
    """A site while it is made; `close` ends whatever goes on for it."""

    def __init__(
        self,
        site: Site,
        settings: Settings,
        memory: Memory,
        told: ListRead,
        tell_wait: Callable[[], None],
    ) -> None:
        """Begin to make the pages.

        Args:
            site: What is to be built.
            settings: As the project has them.
            memory: The folder that the site is to be in, and what the one there was made of.
            told: What was last read of the list.
            tell_wait: Called where another build of the same folder is waited for.

        Raises:
            CannotStageError: If no site can be in that place.
        """
        self.place = memory.place
        self._site, self._settings = site, settings
        self._kit: Kit | None = None
        self._stores = {name: settings.open_store(name) for name in ("templates", "sounds", "kit")}
        self._styles, sheet = read_kept_styles(settings)
        self.renderer = Renderer(
            site,
            memory.env or make_environment(settings.themes, self._stores["templates"]),
            sheet,
            Phrases.of(site.catalog),
            told.problems,
            settings.offline and not settings.serving,
            list_remarks(told, settings),
            told.left,
        )
        self._stage: Stage | None = open_stage(self.place, tell_wait, memory.former)
        self.folder = self._stage.folder
        """Where the site is made."""
        pages = list(list_pages(site, WITH_ADDRESS))
        unsaved = {page.address for page in pages if not page.kind.standing.is_saved}
        self._addresses = {page.address for page in pages if page.kind.origin != "hand"}
        cells = Cells(site.catalog) if memory.is_kept else None
        self._maker = Maker(site, self.renderer, self.folder, unsaved, not settings.serving, cells)
        if not settings.serving:  # before there are further processes to hold memory beside it
            find_table(self._stores["sounds"])
        read = read_once(self._stores["sounds"])
        self.on_demand = OnDemand(self._maker, read) if settings.serving else None
        """What is made when it is asked for, while an editor looks at the site."""
        self._made: dict[str, Made] = {}
        self._products: list[Product] = []
        self._traces: Traces = {}
        self._kept: dict[str, Product] = {}
        self._hand, self._by_hand = HandPages(cells), ByHand()
        self._memory, self._key = memory, ""
        jobs, large = ([], 0) if settings.serving else self._list_jobs(read)
        with watching() if cells else nullcontext():  # what is forked here goes on watching
            self._workers = Workers(jobs, large)
        self._results = self._workers.list_results()
        self._written_at = 0

    def _list_jobs(self, read: Reader) -> tuple[list[Callable[[], Done]], int]:
        """List what is to be done, as `Workers` are given it; take over what was done before."""
        maker = self._maker
        if not maker.cells:
            return maker.list_jobs(maker.list_work(read))
        with watching(), noting():
            self._site.open_data.received = ()  # found with its note, so that it is not found again
            work = maker.list_work(read)
        self._key = find_key(self._settings, self.renderer)
        self._memory.look()
        before = self._memory.find(self._key)
        if still := before and before.keep(maker.cells.digests):
            self._kept, self._traces = still.products, still.traces
        kept = self._kept
        self._take_over(kept[one.name] for one in work if one.name in kept)
        return maker.list_jobs([one for one in work if one.name not in kept])

    def _take_over(self, products: Iterable[Product]) -> None:
        taken = [*products]
        self._receive(taken, {})
        if self._stage:
            self._stage.take_over(address for one in taken for address in one.files)

    @property
    def others(self) -> Path:
        """Where MkDocs and its plugins write."""
        return self._stage.others if self._stage else self.folder

    def publishes(self, folder: str | None, name: str) -> bool:
        """Whether a file of a folder, or of none, is published: of a theme, its assets are."""
        is_of_theme = folder is not None and Path(folder) in self._settings.own_themes
        return self._site.speaks(name) and (is_asset(name) or not is_of_theme)

    def makes(self, address: str) -> bool:
        """Whether a page is made of the list, and not written by hand."""
        return address in self._addresses

    def make_text(self, text: Text) -> str:
        """Make a page whose text is written by hand; empty of one that is made on demand.

        Raises:
            WorkersEndedError: If the system ended a process that made what the page tells of.
        """
        if self.on_demand:
            self.on_demand.add(text)
            return ""
        page = give_kind(self._site, text.prose, text.find_locale(self._site))
        if page.kind.id == "data" and not self._site.open_data.received:
            self._receive(*next(self._results))
        self._hand.texts.append(text)
        html = self._hand.note(page.address, lambda: self.renderer.make_page(page))
        if page.kind.id == "data":  # it tells of files that others have made of the list
            self._hand.add_reads(page.address, [one for one in self._products if one.data])
        return html

    def make_not_found(self) -> str:
        """Make the page for unknown addresses."""
        url = self._site.place.site_url
        return self._hand.note(addresses.NOT_FOUND, lambda: self.renderer.make_not_found(url))

    def take_by_hand(self, by_hand: ByHand) -> None:
        """Do without MkDocs: take over what it made of the site that stands, of the same project.

        Raises:
            WorkersEndedError: If the system ended a process that made what a page tells of.
        """
        self._by_hand = by_hand
        for text in sorted(by_hand.texts, key=lambda one: one.path == addresses.DATA):
            page = give_kind(self._site, text.prose, text.find_locale(self._site))
            if page.address in self._kept:
                self._hand.texts.append(text)
                self._take_over([self._kept[page.address]])
            else:
                write_file(self.others / page.address / INDEX, self.make_text(text))
        if addresses.NOT_FOUND in self._kept:
            self._take_over([self._kept[addresses.NOT_FOUND]])
        else:
            write_file(self.others / addresses.NOT_FOUND, self.make_not_found())
        for name, script in by_hand.scripts.items():
            write_file(self.folder / name, script)

    def start_kit(self) -> None:
        """Begin to make the kit, where it is wanted."""
        if self._settings.typeset:
            self._kit = plan_kit(self._site, self._settings, self._stores["kit"])
            self._kit.start(self._kit.pieces)

    def gather(self) -> None:
        """Write all that is left to write, and take in what MkDocs has written.

        Raises:
            WorkersEndedError: If the system ended a process that made a part of it.
        """
        write_file(self.folder / addresses.STYLES, self._styles)
        if not self._settings.serving:
            inputs = self._by_hand.digests or digest_inputs(self._settings)
            self._by_hand = self._by_hand._replace(digests=inputs)
            record = record_build(self._settings, self._site.catalog.latest.id, inputs)
            write_file(self.folder / addresses.BUILD_JSON, record)
        for done in self._results:
            self._receive(*done)
        self._workers.close()  # what they hold is not needed beside what is left to do
        self._written_at = time.time_ns()
        if self._stage:
            self._stage.take_in(self._by_hand.files)

    def _receive(self, products: Iterable[Product], traces: Traces) -> None:
        self._traces |= traces
        for one in products:
            self._products.append(one)
            self._made |= {made.address: made for made in one.pages}
            if one.data:
                self._site.open_data.received = one.data

    def finish(self) -> list[str]:
        """Write what is made of the pages, and the kit; give what is wrong, or cannot last."""
        problems = self._kit.publish(self.folder) if self._kit else []
        if not self._settings.serving:
            others = [*weigh_others(self._maker, self._made, self._written_at)]
            self._made |= {made.address: made for made in others}
            if self.renderer.sheet:
                write_shared_sheets(self._site, self.renderer.sheet, self._made, self.folder)
            write_file(self.folder / LIST, list_twins(self._site, self._made))
            if self._maker.cells and self._stage:
                self._products += self._hand.list_products(self._made, self.folder)
                self._by_hand = gather_by_hand(
                    self._site, self._settings, self._stage, self._hand, self._by_hand
                )
            weighed = {made.address: (made.digest, made.size) for made in self._made.values()}
            catalog, enabled = self._site.catalog, self._settings.offline
            write_service_worker(
                self.folder, catalog.latest.id, catalog.locales, weighed, enabled=enabled
            )
        if self._stage and self._stage.is_fixed:
            problems.append(tell("not_in_one_step", place=self.place))
        for store in self._stores.values():
            if store.refusal:
                told = tell_disk_error(store.refusal, [store.folder], find_own_locale())
                problems.append(told or str(store.refusal))
        return problems

    def settle(self) -> None:
        """Put the site in its place."""
        self._end_work()
        if self._stage:
            self._stage.settle()
            self._stage = None

    def remember(self, inputs: Inputs | None = None) -> None:
        """Keep what the site in its place was made of, for the next build.

        Args:
            inputs: What it was built from; None where that is not all known.
        """
        memory = self._memory
        memory.look()
        if cells := self._maker.cells:
            self._traces |= cells.take_traces()
            products = {one.name: one for one in self._products}
            memory.keep(self._key, Before(cells.digests, products, self._traces))
            keep_by_hand(memory, self._by_hand)
        if inputs:
            remember(inputs, memory.project, memory.configuration, self.place, memory.signature)

    def close(self) -> None:
        """End the processes and threads that still work, and remove what is not in its place."""
        self._end_work()
        if self._stage:
            self._stage.discard()
            self._stage = None

    def tell_error(self, error: OSError) -> str | None:
        """Say which disk cannot be written, and why; None where the disk is not at fault."""
        places = (self.folder, *(store.folder for store in self._stores.values()))
        return tell_disk_error(error, places, find_own_locale())

    def _end_work(self) -> None:
        self._workers.close()
        if self._kit:
            self._kit.close()
        for store in self._stores.values() if not self._settings.serving else ():
            store.forget()
