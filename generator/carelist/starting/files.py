"""The files of a new city, as they are written."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.catalog.files import DRAFT_FILE
from carelist.catalog.schema import MODELS
from carelist.catalog.texts import find_digest
from carelist.catalog.yaml_writing import write_file, write_yaml
from carelist.intake.questions import write_questions
from carelist.speech.comments import write_comment
from carelist.speech.locales import SOURCE, gather_locales
from carelist.speech.locales import SOURCE_TAG as TAG
from carelist.starting.example import make_example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.yaml_writing import Value
    from carelist.speech.locales import Locale
    from carelist.starting.order import Order

AS_THEY_ARE = Path(__file__).parent / "files"
"""Files that are the same in every city."""
FOLDER = "starting"
"""In the folder of a locale: the guides of a new city."""


def list_files(order: Order) -> Iterator[tuple[str, str]]:
    """Yield every file with its path below the city's folder, but for what an intake writes."""
    for file in sorted(AS_THEY_ARE.rglob("*")):
        if file.is_file():
            yield file.relative_to(AS_THEY_ARE).as_posix(), file.read_text("utf-8")
    yield "docs/.gitkeep", ""
    yield "requirements.txt", f"carelist=={version('carelist')}\n"
    yield "mkdocs.yml", _write_settings(order)
    yield ".vscode/settings.json", _write_editor_settings()
    yield from _list_guides(order)
    yield "catalog/site.yml", _write_city_file("site", _make_site(order), order)
    for name in ("pillars", "departments"):
        yield f"catalog/{name}.yml", _write_city_file(name, {name: []}, order)
    if order.people:
        locales = gather_locales([locale.tag for locale in order.locales])
        yield "catalog/questions.yml", write_questions(order.people, locales)
    if order.notice is None:
        yield from _list_example(order)


def _comment(key: str, order: Order, **values: str) -> str:
    """Write a comment in the languages of the city."""
    said = (locale.words("files").fill(key, **values) for locale in order.locales)
    return "".join(f"# {line}\n" for text in said for line in text.split("\n"))


def _say(key: str, order: Order) -> dict[str, Value]:
    """Give a text in each language in which the city has a name, with its digest."""
    texts = {
        locale.tag: locale.words("files").fill(key, city=order.names[locale.tag])
        for locale in (SOURCE, *order.locales)
        if locale.tag in order.names
    }
    return _mark(texts)


def _mark(texts: dict[str, str]) -> dict[str, Value]:
    digest = {"digest": find_digest(texts[TAG])} if len(texts) > 1 else {}
    return {**texts, **digest}


def _make_site(order: Order) -> dict[str, Value]:
    people: dict[str, Value] = {"people": {"kind": order.people}} if order.people else {}
    return {
        "name": _say("new_name", order),
        "locales": [locale.tag for locale in order.locales],
        "city": _mark(dict(order.names)),
        "purpose": _say("new_purpose", order),
        "licence": order.licence,
        **people,
    }


def _write_city_file(name: str, content: dict[str, Value], order: Order) -> str:
    schema = f"# yaml-language-server: $schema=schema/{name}.schema.json\n"
    return write_yaml(content, f"{schema}{_comment(f'new_{name}', order)}\n")


def _write_settings(order: Order) -> str:
    content = {"site_name": order.locales[0].words("files").fill("new_name", city=_name(order))}
    address = f'!ENV [SITE_URL, "{order.url}"]'
    lines = (
        f"site_url: {address}",
        'repo_url: !ENV [CARELIST_REPO_URL, ""]',
        "theme: carelist",
        "plugins: [carelist]",
    )
    return write_yaml(content, _comment("new_settings", order)) + "\n".join(lines) + "\n"


def _write_editor_settings() -> str:
    """Write which schema holds for which file, for editors that read no comments."""
    lines = (f'    "catalog/schema/{name}.schema.json": "**/{name}.yml"' for name in MODELS)
    return '{\n  "yaml.schemas": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def _name(order: Order, locale: Locale | None = None) -> str:
    """Give what the city is called in a locale, or else in the official texts."""
    return order.names.get((locale or order.locales[0]).tag, order.names[TAG])


def _list_guides(order: Order) -> Iterator[tuple[str, str]]:
    """Yield the guides in each language, those of the first under their plain names."""
    for locale in order.locales:
        words = locale.words("files")
        holds = "new_holds_example" if order.notice is None else "new_holds_draft"
        fillings = {
            "name": words.fill("new_name", city=_name(order, locale)),
            "city": _name(order, locale),
            "year": order.year,
            "what": words[holds],
            "licence": words[f"new_licence_{order.licence.replace('-', '_')}"],
        }
        is_first = locale == order.locales[0]
        for guide, file in locale.find_pages(FOLDER).items():
            text = file.read_text("utf-8")
            for key, value in fillings.items():
                text = text.replace(f"{{{key}}}", value)
            stem = guide.removesuffix(".md")
            yield guide if is_first else f"{stem}.{locale.tag}.md", text


def _list_example(order: Order) -> Iterator[tuple[str, str]]:
    words = SOURCE.words("files")
    title = words.fill("new_name", city=order.names[TAG])
    example = make_example(words, title, TAG)
    folder = f"catalog/revisions/{order.year}"
    comment = _comment("new_example", order, year=order.year)
    yield f"{folder}/source.txt", example.source
    yield f"{folder}/{DRAFT_FILE}", write_comment("draft", year=order.year)
    for name in ("notice", "services", "readings"):
        yield f"{folder}/{name}.yml", write_file(name, getattr(example, name), comment)
