"""A report as plain text, as Markdown, as JSON, and as a comment on GitHub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from carelist.catalog.json_writing import to_json
from carelist.revisions.report import Chapter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carelist.revisions.report import Report
    from carelist.revisions.telling import Told
    from carelist.revisions.wording import Span
    from carelist.speech.locales import Locale

Form = Literal["text", "markdown", "json", "github"]
MARKS = {
    "text": {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"},
    "markdown": {"same": "{}", "deleted": "~~{}~~", "inserted": "**{}**"},
    "github": {"same": "{}", "deleted": "<del>{}</del>", "inserted": "<ins>{}</ins>"},
}
"""How words are marked: wdiff's signs in text, and what each kind of Markdown has."""
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@&!])")
"""What Markdown would take for more than text."""
_NO_WORDS = re.compile(r"[\s\x00-\x1f\x7f]+")
_TICKS = re.compile(r"`+")


def write_report(report: Report, language: Locale, form: Form) -> str:
    """Write a report in one of the formats."""
    match form:
        case "text":
            return write_text(report, language)
        case "markdown":
            return write_markdown(report, language)
        case "json":
            return write_json(report, language)
        case "github":
            return write_github(report, language)


def write_text(report: Report, language: Locale) -> str:
    """Write a report for a terminal; `[-…-]` is what was, `{+…+}` what is."""
    lines = [report.title]
    lines += ["", report.summary] if report.summary else []
    for heading, chapters in _list_parts(report, language):
        lines += ["", heading]
        for chapter in chapters:
            lines += [f"  {chapter.title}"] if chapter.title else []
            for told in chapter.told:
                lines += [f"    {told.label}{_colon(language)}{told.sentence}"]
                lines += [f"      {line}" for line in _list_details(told, language, "text")]
    return "\n".join(lines) + "\n"


def write_markdown(report: Report, language: Locale) -> str:
    """Write a report as a Markdown document."""
    lines = [f"# {escape(report.title)}"]
    lines += ["", escape(report.summary)] if report.summary else []
    for heading, chapters in _list_parts(report, language):
        lines += ["", f"## {heading}", *_list_chapters(chapters, language, "markdown")]
    return "\n".join(lines) + "\n"


def write_github(report: Report, language: Locale) -> str:
    """Write a report as a comment on GitHub, where smaller changes are folded away.

    Whatever comes from the list is quoted as code: GitHub looks for names, numbers of issues and
    addresses in all that is text, whichever way it is escaped, and in code it does not.
    """
    lines = [f"### {escape(report.title)}"]
    lines += ["", quote(report.summary)] if report.summary else []
    for index, (heading, chapters) in enumerate(_list_parts(report, language)):
        body = _list_chapters(chapters, language, "github")
        if index:
            folded = f"<details><summary>{heading}</summary>"
            lines += ["", folded, *body, "", "</details>"]
        else:
            lines += ["", f"#### {heading}", *body]
    return "\n".join(lines) + "\n"


def write_json(report: Report, language: Locale) -> str:
    """Write a report as JSON: every change with its kind, its sentence and its marked words."""
    chapters = (*report.major, *report.minor, Chapter("", report.notice))
    content = {
        "before": report.before,
        "after": report.after,
        "locale": language.tag,
        "title": report.title,
        "summary": report.summary,
        "changes": [_describe(told) for chapter in chapters for told in chapter.told],
    }
    return to_json(content)


def _describe(told: Told) -> dict[str, object]:
    return {
        "kind": str(told.kind),
        "major": told.is_major,
        "services": list(told.concerns),
        "sentence": told.sentence,
        "language": told.language.tag,
        "words": [[span.state, span.text] for span in told.marks],
        "gains": told.gains or None,
        "loses": told.loses or None,
    }


def escape(text: str) -> str:
    """Escape a text for Markdown, so that it does not format."""
    return SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)


def quote(text: str) -> str:
    """Quote a text as a span of code for Markdown: in one line, so that no line begins another."""
    line = _NO_WORDS.sub(" ", text)
    if not line:
        return ""  # two fences side by side would be one
    ticks = "`" * (1 + max(map(len, _TICKS.findall(line)), default=0))
    # Of what begins and ends with a space, one each is taken for the fence's own.
    fence = " " if line.strip() and {line[0], line[-1]} & {" ", "`"} else ""
    return f"{ticks}{fence}{line}{fence}{ticks}"


def _list_parts(report: Report, language: Locale) -> Iterator[tuple[str, tuple[Chapter, ...]]]:
    """Yield the headings with the chapters below them, those of grave changes first."""
    notice = (Chapter("", report.notice),) if report.notice else ()
    parts = (("major", report.major), ("minor", report.minor), ("notice", notice))
    for key, chapters in parts:
        if chapters:
            yield language.words("changes")[f"heading_{key}"], chapters


def _list_chapters(
    chapters: Iterable[Chapter], language: Locale, form: Literal["markdown", "github"]
) -> Iterator[str]:
    write = WRITERS[form]
    for chapter in chapters:
        yield ""
        yield from (f"**{write(chapter.title)}**", "") if chapter.title else ()
        for told in chapter.told:
            yield f"- {escape(told.label)}{_colon(language)}{write(told.sentence)}"
            for line in _list_details(told, language, form):
                yield f"  <br>{line}"


def _list_details(
    told: Told, language: Locale, form: Literal["text", "markdown", "github"]
) -> Iterator[str]:
    """Yield the marked words, and who gains and loses."""
    write = WRITERS[form]
    if told.marks:
        yield "".join(_mark(span, form) for span in told.marks)
    for key, people in (("gains", told.gains), ("loses", told.loses)):
        if people:
            heading = language.words("changes")[key]
            yield f"{heading}{_colon(language)}{write(people)}"


def _mark(span: Span, form: Literal["text", "markdown", "github"]) -> str:
    return MARKS[form][span.state].format(WRITERS[form](span.text))


WRITERS: dict[str, Callable[[str], str]] = {"text": str, "markdown": escape, "github": quote}
"""How texts of the list are written into each format."""


def _colon(language: Locale) -> str:
    return language.words("changes").colon
