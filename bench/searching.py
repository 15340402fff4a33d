"""Three searches driven in a browser: the own one, stock Material's, and Pagefind's."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from bench.figures import CannotMeasureError
from bench.serving import SiteServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import Page

    Search = Callable[[str], list[str]]

SERVICE = re.compile(r"/services/([a-z0-9-]+)/")
OWN = """async (query) => {
  const field = document.querySelector("#q");
  const status = document.querySelector("[data-module=search] [data-status]");
  status.textContent = "";
  field.value = query;
  field.form.requestSubmit();
  const rest = (time) => new Promise((go) => setTimeout(go, time));
  for (let turn = 0; turn < 500 && !status.textContent; turn += 1) await rest(10);
  const cards = "[data-strong] > [data-service], [data-weak] > [data-service]";
  // What cannot wait stands above the answers, and is one of them where its number is asked for.
  const signs = [...document.querySelectorAll("[data-code]:not([hidden], [data-numbers=''])")];
  const isAsked = (sign) => !sign.querySelector(".urgent") || query.includes(sign.dataset.numbers);
  const name = ({ numbers }) => (numbers.includes(" ") ? "notice" : `hotline/${numbers}`);
  const named = signs.filter(isAsked).map(({ dataset }) => name(dataset));
  return [...named, ...[...document.querySelectorAll(cards)].map((one) => one.dataset.service)];
}"""
MATERIAL = """async (query) => {
  const field = document.querySelector(".md-search__input");
  const links = () => document.querySelectorAll(".md-search-result__item > a");
  const rest = (time) => new Promise((go) => setTimeout(go, time));
  const told = () => document.querySelector(".md-search-result__meta").textContent;
  field.focus();
  field.value = "";
  field.dispatchEvent(new Event("keyup"));
  field.dispatchEvent(new Event("input"));
  await rest(150);
  const idle = told();
  field.value = query;
  field.dispatchEvent(new Event("keyup"));
  field.dispatchEvent(new Event("input"));
  for (let turn = 0; turn < 100 && told() === idle; turn += 1) await rest(50);
  await rest(150);
  return [...links()].map((one) => one.href);
}"""
TYPED_MATERIAL = """async (query) => {
  const field = document.querySelector(".md-search__input");
  const results = document.querySelector(".md-search-result");
  const watched = { childList: true, characterData: true, subtree: true };
  const change = () =>
    new Promise((go) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        go();
      });
      observer.observe(results, watched);
    });
  const times = [];
  field.focus();
  for (let length = 1; length <= query.length; length += 1) {
    field.value = query.slice(0, length);
    const changed = change();
    const start = performance.now();
    field.dispatchEvent(new Event("keyup"));
    field.dispatchEvent(new Event("input"));
    await changed;
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    await new Promise((go) => setTimeout(go, 30));
  }
  return times;
}"""
PAGEFIND = """async (query) => {
  window.pagefind ??= await import("/pagefind/pagefind.js");
  const found = await window.pagefind.search(query);
  const pages = await Promise.all(found.results.slice(0, 30).map((one) => one.data()));
  return pages.map((one) => one.url);
}"""
TYPED = """async (query) => {
  const field = document.querySelector("#q");
  const times = [];
  for (let length = 1; length <= query.length; length += 1) {
    field.value = query.slice(0, length);
    const start = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((go) => setTimeout(go));
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    await new Promise((go) => setTimeout(go, 30));
  }
  return times;
}"""


def find_services(addresses: Iterable[str]) -> list[str]:
    """Give the services among some addresses, each once, in their order."""
    found = (match[1] for address in addresses if (match := SERVICE.search(address)))
    return list(dict.fromkeys(found))


def open_own(page: Page, url: str, locale: str) -> Search:
    """Open the own search page."""
    page.goto(f"{url}{'' if locale == 'zh' else 'en/'}search/")
    return start_own(page, locale)


def start_own(page: Page, locale: str) -> Search:
    """Reach for the field of the open own page, which loads the search."""
    page.locator("[data-filters]").wait_for()
    with page.expect_response(f"**/search/{locale}.json"):
        page.locator("#q").focus()
    return lambda query: list(page.evaluate(OWN, query))


def open_material(page: Page, url: str) -> Search:
    """Open stock Material's home page with its search."""
    page.goto(url, wait_until="networkidle")
    page.locator(".md-search__input").wait_for(state="attached")
    return lambda query: find_services(page.evaluate(MATERIAL, query))


def open_pagefind(page: Page, url: str, locale: str) -> Search:
    """Open a page that has nothing but Pagefind."""
    page.goto(f"{url}pagefind.{locale}.html")
    return lambda query: find_services(page.evaluate(PAGEFIND, query))


def time_keystrokes(page: Page, query: str) -> list[float]:
    """Type a query on the open own page; give the milliseconds from each key to its results."""
    return _type(page, TYPED, query)


def time_material(page: Page, query: str) -> list[float]:
    """Type a query into stock Material's open search; give the milliseconds to its first change."""
    return _type(page, TYPED_MATERIAL, query)


def _type(page: Page, script: str, query: str) -> list[float]:
    times: Any = page.evaluate(script, query)
    return [float(time) for time in times]


def serve_pagefind(site: Path, folder: Path) -> SiteServer:
    """Index a copy of the own site with Pagefind, and give its server, not yet started.

    Raises:
        CannotMeasureError: If Pagefind is not installed, or fails.
    """
    shutil.copytree(site, folder)
    command = (sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet")
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        hint = "`make bench` installs it"
        raise CannotMeasureError(f"Pagefind: {done.stderr.strip()[-200:]}; {hint}")
    for locale, language in (("zh", "zh-Hans"), ("en", "en")):
        html = f'<!doctype html><html lang="{language}"><title>Pagefind</title>'
        (folder / f"pagefind.{locale}.html").write_text(html, encoding="utf-8")
    return SiteServer(folder)
