"""The search: how often it finds what people ask for, what it loads, and how fast it answers."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.figures import CannotMeasureError, Figure, Section
from bench.long_search import REACH, measure_long_search
from bench.phrases import Words
from bench.questions import read_questions, score
from bench.searching import (
    open_material,
    open_own,
    open_pagefind,
    serve_pagefind,
    start_own,
    time_keystrokes,
    time_material,
)
from tools.browser import BrowserError, find_browser, list_launch_flags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Browser, Page

    from bench.questions import QuestionSet, Score
    from bench.sites import Sites

QUERIES = Path(__file__).parent / "queries"
BYTES_BUDGET = 30 * 1024
TIME_BUDGET = 100
SLOWED = 4
SUCCESS_BUDGET = 92.0
NOTHING_BUDGET = 2.0
MATERIAL_FILES = re.compile(r"search_index|workers/search|lunr")
"""What stock Material fetches to search, among all that it fetches."""
TYPED_EACH = 12
"""Of the queries for tuning, each twelfth is typed letter by letter."""
LOADED = {
    "zh": (
        (
            Words("中文、拼音、繁体", "Chinese, pinyin, traditional"),
            ("打针", "两口子都打工没人接孩子", "残", "canji", "cj", "殘疾"),
            BYTES_BUDGET,
        ),
        (Words("再加英文", "English too"), ("打针", "canji", "hospital"), None),
        (
            Words("再加后备的词", "words in reserve too"),
            ("打针", "我没念过书 不知道该咋跟娃说话"),
            None,
        ),
    ),
    "en": (
        (Words("英文", "English"), ("jabs", "autizm", "school uniform", "rent"), BYTES_BUDGET),
        (Words("再加中文、拼音", "Chinese and pinyin too"), ("jabs", "打针", "canji"), None),
        (
            Words("再加后备的词", "words in reserve too"),
            ("jabs", "my bipolar son was sent home yesterday, what now"),
            None,
        ),
    ),
}
"""Queries whose files are weighed, and the budget; the other language comes when it is asked in,
and words in reserve where nothing answers."""
TITLE = Words("查找", "Search")
METHOD = Words(
    "日常说法的查询，在浏览器里逐条查；对得上的服务排在前三名，就算找到。"
    "原版 Material 用同样的网页和 jieba 分词，只数它结果里的服务页；Pagefind（extended）也一样。"
    "所载：原版 Material 的索引是两种语言合在一起的，连同读它的程序。"
    "时间是 CPU 放慢 4 倍时，从按键到结果排好版；原版 Material 只算到结果栏开始变化。"
    "长清单由 bench/synthetic.py 写成。",
    "Everyday queries, asked one by one in a browser; found: a right service is among the first "
    "three. Stock Material has the same pages and jieba to cut words; only service pages "
    "among its results are counted, and so for Pagefind (extended). Loaded: the index of stock "
    "Material is one for both languages, and counts with the programs that read it. Time is from a "
    "key to results laid out, on a CPU slowed four times; that of stock Material is to the first "
    "change of its results. The long list is written by bench/synthetic.py.",
)
HALVES = {
    "tuning": Words("调试用", "tuning"),
    "set-aside": Words("留出", "set aside"),
    "numbers-tuning": Words("数字和小词，调试用", "numbers and small words, tuning"),
    "numbers-set-aside": Words("数字和小词，留出", "numbers and small words, set aside"),
    "needs-tuning": Words("没说出清单的词，调试用", "needs, tuning"),
    "needs-set-aside": Words("没说出清单的词，留出", "needs, set aside"),
    "needs2-tuning": Words("各种人说的需要，调试用", "needs of many kinds of people, tuning"),
    "needs2-set-aside": Words("各种人说的需要，留出", "needs of many kinds of people, set aside"),
    "told-tuning": Words("拐着弯说的事，调试用", "situations told, tuning"),
    "told-set-aside": Words("拐着弯说的事，留出", "situations told, set aside"),
    "told2-tuning": Words("一句话说的事，调试用", "situations in a sentence, tuning"),
    "told2-set-aside": Words("一句话说的事，留出", "situations in a sentence, set aside"),
    "told3-tuning": Words("又一组一句话说的事，调试用", "more situations in a sentence, tuning"),
    "told3-set-aside": Words(
        "又一组一句话说的事，留出", "more situations in a sentence, set aside"
    ),
    "told4-tuning": Words("第四组一句话说的事，调试用", "a fourth set of situations, tuning"),
    "told4-set-aside": Words("第四组一句话说的事，留出", "a fourth set of situations, set aside"),
    "typed-tuning": Words("手机上打的几个字，调试用", "a few words typed on a phone, tuning"),
    "typed-set-aside": Words("手机上打的几个字，留出", "a few words typed on a phone, set aside"),
    "asked-tuning": Words("另一个人写的问法，调试用", "asked by another hand, tuning"),
    "asked-set-aside": Words("另一个人写的问法，留出", "asked by another hand, set aside"),
    "asked2-tuning": Words("另一个人说的事，调试用", "told by another hand, tuning"),
    "asked2-set-aside": Words("另一个人说的事，留出", "told by another hand, set aside"),
    "readers-set-aside": Words("新读者碰到的几类，留出", "kinds that fresh readers met, set aside"),
}
LANGUAGES = {"zh": Words("中文", "Chinese"), "en": Words("英文", "English")}


def measure_search(sites: Sites, folder: Path, *, quick: bool, queries: Path = QUERIES) -> Section:
    """Measure all three searches on every set of queries, and the own one for bytes and time."""
    if find_spec("jieba") is None:
        raise CannotMeasureError("jieba, with which Material cuts Chinese, is missing")
    sets = read_questions(queries)
    if quick:
        sets = [one for one in sets if one.half == "tuning"]
    figures: list[Figure] = []
    with sync_playwright() as playwright, serve_pagefind(sites.own, folder / "pagefind") as server:
        try:
            executable = find_browser()
        except BrowserError as error:
            raise CannotMeasureError(str(error)) from error
        browser = playwright.chromium.launch(
            executable_path=executable, args=list_launch_flags(), headless=True
        )
        for one in sets:
            print(f"search: {one.half} {one.locale} …", file=sys.stderr, flush=True)
            figures += _compare(browser, sites, server.url, one)
        loaded = _weigh_material(browser, sites)
        for locale in LANGUAGES:
            figures += _weigh(browser, sites, locale, loaded)
            figures += _time(browser, sites, locale, _list_typed(sets, locale))
        print("search: a long list …", file=sys.stderr, flush=True)
        figures += measure_long_search(browser, folder / "long", quick=quick)
        browser.close()
    return Section("search", TITLE, METHOD, tuple(figures))


def _compare(browser: Browser, sites: Sites, pagefind: str, one: QuestionSet) -> Iterator[Figure]:
    """Ask one set of queries of all three searches."""
    scores: list[Score] = []
    for name in ("own", "material", "pagefind"):
        page = browser.new_page()
        if name == "own":
            search = open_own(page, sites.own_server.url, one.locale)
        elif name == "material":
            search = open_material(page, sites.peer_server.url)
        else:
            search = open_pagefind(page, pagefind, one.locale)
        scores.append(score(one.questions, search))
        page.close()
    own, material, other = scores
    half, language = HALVES.get(one.half, Words(one.half, one.half)), LANGUAGES[one.locale]
    count = len(one.questions)
    head = Words(f"{language.zh}，{half.zh} {count} 条：", f"{language.en}, {half.en}, {count}: ")
    kinds = (
        (Words("前三名", "among the first three"), "among_three", SUCCESS_BUDGET, True),
        (Words("第一名", "first"), "first", None, False),
        (Words("平均倒数名次", "mean reciprocal rank"), "reciprocal_rank", None, False),
        (Words("没有结果", "without result"), "nothing", NOTHING_BUDGET, False),
    )
    for kind, field, budget, at_least in kinds:
        values = [100 * float(getattr(each, field)) for each in (own, material, other)]
        yield Figure(
            Words(head.zh + kind.zh, head.en + kind.en),
            "percent",
            values[0],
            values[1],
            budget,
            at_least=at_least,
            remark=Words(f"Pagefind {values[2]:.1f}%", f"Pagefind {values[2]:.1f}%"),
        )


def _weigh_material(browser: Browser, sites: Sites) -> int:
    """Weigh all that stock Material loads to search: its index, and the programs that read it."""
    server = sites.peer_server
    page = browser.new_context().new_page()
    server.transfers.clear()
    open_material(page, server.url)("school")
    page.context.close()
    return sum(one.size for one in server.transfers if MATERIAL_FILES.search(one.path))


def _weigh(browser: Browser, sites: Sites, locale: str, material: int) -> Iterator[Figure]:
    """Weigh all that searches load beyond their page: in its own language, and with the other."""
    server, language = sites.own_server, LANGUAGES[locale]
    for words, queries, budget in LOADED[locale]:
        page = browser.new_context().new_page()
        page.goto(f"{server.url}{'' if locale == 'zh' else 'en/'}search/", wait_until="networkidle")
        server.transfers.clear()
        search = start_own(page, locale)
        for query in queries:
            search(query)
        page.wait_for_timeout(300)
        found = [one for one in server.transfers if "/search/" in one.path]
        yield Figure(
            Words(f"{language.zh}页所载：{words.zh}", f"Loaded, {language.en} page: {words.en}"),
            "bytes",
            sum(transfer.size for transfer in found),
            material,
            budget,
            remark=Words(f"{len(found)} 个文件", f"{len(found)} files"),
        )
        page.context.close()


def _list_typed(sets: Iterable[QuestionSet], locale: str) -> list[str]:
    tuning = (one for one in sets if (one.half, one.locale) == ("tuning", locale))
    return [question.query for one in tuning for question in one.questions[::TYPED_EACH]]


def _time(browser: Browser, sites: Sites, locale: str, queries: list[str]) -> Iterator[Figure]:
    """Time the keystrokes of queries on a slow device, each query new to the page."""
    page = browser.new_page()
    open_own(page, sites.own_server.url, locale)
    times = _type_slowly(page, queries, time_keystrokes)
    page = browser.new_page()
    open_material(page, sites.peer_server.url)("school")
    material = _type_slowly(page, queries, time_material)
    language = LANGUAGES[locale]
    yield Figure(
        Words(f"{language.zh}页从按键到结果", f"Keystroke to results, {language.en} page"),
        "milliseconds",
        quantiles(times, n=20)[-1],
        quantiles(material, n=20)[-1],
        TIME_BUDGET,
        remark=Words(
            f"{len(times)} 次按键的95%；中位数 {median(times):.0f}，同类 {median(material):.0f}",
            f"95% of {len(times)} keys; median {median(times):.0f}, peer {median(material):.0f}",
        ),
    )


def _type_slowly(
    page: Page, queries: Iterable[str], time: Callable[[Page, str], list[float]]
) -> list[float]:
    page.wait_for_timeout(REACH)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    times = [each for query in queries for each in time(page, query)]
    page.close()
    return times
