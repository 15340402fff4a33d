"""Changes are told exactly as the golden files say, in every format and both languages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.texts import Text, find_digest
from carelist.cli import main
from carelist.revisions.content import put, read_content
from carelist.revisions.finding import find_changes
from carelist.revisions.formats import write_github
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.naming import Names, Side
from carelist.revisions.report import make_report
from carelist.revisions.states import report_revisions, report_states
from click.testing import CliRunner

from tests.catalog.test_cases import change
from tests.conftest import CLOUDBRIDGE
from tests.revisions.conftest import reword_check_ups
from tests.speaking import EN, LOCALES, ZH, make_text

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale

GOLDEN = Path(__file__).parent / "changes"
PAIRS = (("2031", "2032"), ("2032", "2033"), ("2031", "2033"), ("2033", "2031"), ("2032", "2032"))
ENDINGS = {"text": "txt", "markdown": "md", "json": "json", "github": "github.md"}
NEAR = [(*PAIRS[0], form, locale) for form, locale in product(ENDINGS, LOCALES)]
FAR = [(*pair, "text", locale) for pair, locale in product(PAIRS[1:], LOCALES)]


def run(*arguments: object) -> str:
    """Give what the command prints."""
    result = CliRunner().invoke(main, ["changes", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def compare(told: str, name: str, *, update: bool) -> None:
    """Hold what is told against a golden file, or write the file anew."""
    path = GOLDEN / name
    if update:
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("before", "after", "form", "locale"), [*NEAR, *FAR])
def test_two_revisions(
    before: str, after: str, form: str, locale: Locale, *, update_golden: bool
) -> None:
    """Every pair, and every format of one of them."""
    where = ("--catalog", CLOUDBRIDGE, "--format", form, "--locale", locale)
    name = f"{before}..{after}.{locale}.{ENDINGS[form]}"
    compare(run(before, after, *where), name, update=update_golden)


EDITS = [
    {
        "file": "revisions/2033/readings.yml",
        "from": "read: 入园咨询",
        "to": "read: 入园指导",
    },
    {
        "file": "revisions/2033/services.yml",
        "from": "zh: 开展入园咨询；",
        "to": "zh: 开展入园指导；",
    },
    {"file": "revisions/2031/services.yml", "from": "en: Sport at weekends", "to": "en: Weekends"},
    {"file": "pillars.yml", "from": "en: School and reading.", "to": "en: School and books."},
]


@pytest.mark.parametrize("locale", LOCALES)
def test_two_states_of_one_catalog(cloudbridge: Path, locale: str, *, update_golden: bool) -> None:
    """A corrected reading, a mended English title, and words that all years share."""
    for record in cloudbridge.glob("revisions/*/published.yml"):
        record.unlink()
    for edit in EDITS:
        change(cloudbridge, edit)
    told = run("--base", CLOUDBRIDGE, "--catalog", cloudbridge, "--locale", locale)
    compare(told, f"states.{locale}.txt", update=update_golden)


def test_a_new_revision_is_compared_with_the_one_before(city: Catalog) -> None:
    """A proposal that brings a revision shows what it changes."""
    before = replace(city, revisions=city.revisions[:2])
    reports = [report for report in report_states(before, city, EN) if not report.is_empty]
    assert reports == [report_revisions(city, "2032", "2033", EN)]


@pytest.mark.parametrize("locale", LOCALES)
def test_equal_states_are_told_by_silence(locale: str) -> None:
    """No comment is due where readers see no change."""
    assert run("--base", CLOUDBRIDGE, "--catalog", CLOUDBRIDGE, "--locale", locale) == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name two revisions, as 'changes 2025 2026', or --base DIR"),
        (("2031",), "name two revisions, as 'changes 2025 2026', or --base DIR"),
        (("2031", "2034"), "no revision '2034'; there are 2031, 2032, 2033"),
    ],
)
def test_a_question_that_cannot_be_answered(arguments: tuple[str, ...], message: str) -> None:
    """The form that is expected is told."""
    result = CliRunner().invoke(main, ["changes", *arguments, "--catalog", str(CLOUDBRIDGE)])
    assert result.exit_code == 2
    assert message in result.output


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        (ZH, "“体检”的文字改了。“1.5万元”改为“15万元”。"),
        (EN, "“Health check-ups” was reworded. In the Chinese text: “1.5万元” became “15万元”."),
    ],
)
def test_a_number_that_is_another_is_told_and_counted(
    city: Catalog, locale: Locale, sentence: str
) -> None:
    """The change says what the number was and is, and the service is not as before."""
    words = {"2032": "每年体检，补助1.5万元。", "2033": "每年体检，补助15万元。"}
    changed = reword_check_ups(city, words)
    chapter = next(
        chapter
        for chapter in report_revisions(changed, "2032", "2033", locale).major
        if chapter.told[0].concerns == ("check-ups",)
    )
    assert [told.sentence for told in chapter.told] == [sentence]
    counted = report_revisions(changed, "2032", "2033", EN).summary
    assert "four changed in what they offer" in counted


@pytest.mark.parametrize(
    ("locale", "counted"),
    [
        (ZH, "只改名称 1 项，没有实质变化 10 项。"),
        (EN, "One has another name, and 10 are essentially as before."),
    ],
)
def test_a_service_with_another_name_is_not_as_before(
    city: Catalog, locale: Locale, counted: str
) -> None:
    """Nor is it counted among those that give something else."""
    latest = city.latest
    rows = put(latest.rows, ("groups", "library", "name"), make_text(zh="3岁以上阅读服务"))
    lists = replace(latest, id="was"), replace(latest, id="is", rows=rows)
    report = report_revisions(replace(city, revisions=lists), "was", "is", locale)
    assert report.summary.endswith(counted)


def test_what_the_notice_says_is_summed_up(city: Catalog) -> None:
    """A notice that says something else is no small difference; its new number is none of it."""
    latest = city.latest
    path = ("measures", "leadership", "text")
    notices = {
        name: put(latest.notice, path, make_text(zh=words))
        for name, words in (("was", "每半年研究一次。"), ("is", "每年研究一次。"))
    }
    was, now = (replace(latest, id=name, notice=notice) for name, notice in notices.items())
    report = report_revisions(replace(city, revisions=(was, now)), "was", "is", EN)
    assert report.summary.endswith(
        "11 are essentially as before. The text of the notice itself changed."
    )
    numbered = replace(
        latest, id="is", notice=put(latest.notice, ("number",), make_text(zh="新文号"))
    )
    before = replace(latest, id="was")
    report = report_revisions(replace(city, revisions=(before, numbered)), "was", "is", EN)
    assert report.summary.endswith("11 are essentially as before.")


def english(zh: str, en: str) -> Text:
    """A text whose English is fresh."""
    return make_text(zh=zh, en=en, digest=find_digest(zh))


MEASURE = ("notice", "measures", "leadership")


@pytest.mark.parametrize(
    ("path", "was", "now", "sentence"),
    [
        (
            (*MEASURE, "text"),
            english("研究。", "Study."),
            english("研究。", "Study it."),
            "The English alone was mended: Lead: text.",
        ),
        (
            (*MEASURE, "text"),
            english("研究。", "Study."),
            make_text(zh="研究。"),
            "The English alone was mended: Lead: text.",
        ),
        (
            (*MEASURE, "heading"),
            english("领导", "Leading"),
            english("领导", "Lead"),
            "The English alone was mended: Lead: heading.",
        ),
        (
            ("notice", "number"),
            english("文号", "Document 1"),
            english("文号", "Document No. 1"),
            "The English alone was mended: the number of the document.",
        ),
        (
            ("notice", "title"),
            english("通知", "A notice"),
            english("又通知", "Another notice"),
            (
                "A place in the copy is read otherwise: "
                "The list now rests on Another notice; it rested on A notice."
            ),
        ),
    ],
)
def test_a_difference_in_any_part_of_the_notice_is_told(
    city: Catalog, path: tuple[str, ...], was: Text, now: Text, sentence: str
) -> None:
    """Also where the English alone differs, or is missing in one of two lists."""
    latest = city.latest
    content = put(read_content(latest), (*MEASURE, "heading"), english("领导", "Lead"))
    before, after = (put(content, path, text) for text in (was, now))
    old, new = (Side(city, replace(latest, notice=c.notice)) for c in (before, after))
    report = make_report(find_changes(before, after), Names(old, new, EN))
    assert [told.sentence for told in report.notice] == [sentence]


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        (ZH, "本站的说明文字改了：校读的先后次序。"),
        (EN, "This site words it otherwise: the order of the readings."),
    ],
)
def test_readings_in_another_order_are_told(city: Catalog, locale: Locale, sentence: str) -> None:
    """Nothing is read otherwise."""
    latest = city.latest
    before = read_content(latest)
    after = put(before, ("how_read", "readings"), tuple(reversed(before.how_read.readings)))
    side = Side(city, latest)
    report = make_report(find_changes(before, after), Names(side, side, locale))
    assert [told.sentence for told in report.notice] == [sentence]


CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
ACTING = (
    "@everyone #1 https://example.org [甲](https://example.org) <b> &lt; ``` ` | ~~~ **",
    "`",
    "``甲",
    " 甲 ",
    "甲`",
    "甲\n\n- 乙\r## 丙\u2028`",
)


@pytest.mark.parametrize("acting", ACTING)
@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_of_a_list_acts_in_a_comment(city: Catalog, locale: Locale, acting: str) -> None:
    """All that comes from the list is code, whatever it holds; the rest is the site's own words."""
    words = {"2032": "每年体检。", "2033": f"每年体检{acting}两次{acting}"}
    rows = put(city.latest.rows, ("groups", "library", "name"), make_text(zh=f"阅读{acting}"))
    lists = (*city.revisions[:2], replace(city.latest, rows=rows))
    changed = reword_check_ups(replace(city, revisions=lists), words)
    told = write_github(report_revisions(changed, "2032", "2033", locale), locale)
    harmless = write_github(report_revisions(city, "2032", "2033", locale), locale)
    assert not set(CODE.sub("", told)) - set(CODE.sub("", harmless))
    flat = " ".join(acting.split())
    assert any(flat in code[2] for code in CODE.finditer(told))
    assert len([line for line in told.splitlines() if line.startswith("#")]) == 2


def test_every_kind_can_be_told() -> None:
    """It has a label and a sentence; that its class describes itself is held by its type."""
    words = EN.words("changes")
    assert [kind for kind in ChangeKind if f"label_{kind}" not in words] == []
    assert [kind for kind in ChangeKind if f"sentence_{kind}" not in words] == []
