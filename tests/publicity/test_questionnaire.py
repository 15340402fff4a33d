"""The questionnaire on paper, filled in and read by hand, gives what the page gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from carelist.eligibility.groups import find_group
from carelist.eligibility.verdicts import decide_services

from tests.eligibility.test_families import FAMILIES, list_expected, read_family
from tests.eligibility.twins import read_answers
from tests.publicity.scanning import read_pages, scan_document, squeeze
from tests.publicity.test_pieces import choose
from tests.site.building import SITE_URL
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Text
    from carelist.site.kit import Kit
    from carelist.speech.locales import Locale

WORST_FIRST = ("no", "depends", "yes")
CODE = re.compile(r"([A-Z])(\d+(?:/\d+)*)")


@dataclass(frozen=True)
class Line:
    """A line of the printed key."""

    clause: str
    rule: str
    public: bool


@dataclass(frozen=True)
class Sheet:
    """What is printed, read off the two pages by their words alone."""

    codes: dict[tuple[str, str], str]
    """By question and option: the code that stands before the answer's words."""
    key: dict[str, list[Line]]
    """By service."""


@pytest.fixture(scope="module", params=LOCALES)
def printed(kit: Kit, request: pytest.FixtureRequest) -> tuple[Locale, list[str]]:
    """The text of both pages in a language."""
    locale: Locale = request.param
    return locale, read_pages(kit.fetch(choose(kit, "questionnaire", "all", locale.tag)).content)


@pytest.fixture(scope="module")
def sheet(kit: Kit, printed: tuple[Locale, list[str]]) -> Sheet:
    """What somebody with a pen sees."""
    locale, (front, back) = printed
    return Sheet(
        dict(read_codes(kit.catalog, squeeze(front), locale)),
        dict(read_key(kit.catalog, squeeze(back), locale)),
    )


def say(text: Text, locale: Locale) -> str:
    """A text as it stands on the sheet."""
    return squeeze(text.write(locale))


def read_codes(
    catalog: Catalog, front: str, locale: Locale
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the code before every answer, found behind the words of its question."""
    facts = catalog.questions.facts
    for fact in facts:
        _, _, below = front.partition(say(fact.question, locale))
        assert below, fact.id
        for option in fact.options:
            found = re.search(rf"([A-Z]\d+){re.escape(say(option.label, locale))}", below)
            assert found, (fact.id, option.id)
            yield (fact.id, option.id), found[1]
            below = below[found.end() :]


def read_key(catalog: Catalog, back: str, locale: Locale) -> Iterator[tuple[str, list[Line]]]:
    """Yield the lines of every service, found by its number and title."""
    revision, words = catalog.latest, locale.words("print")
    heads = [f"{s.number}{say(revision.title_of(s), locale)}" for s in revision.services]
    places = [back.index(head) for head in heads]
    assert places == sorted(places)
    ends = [*places[1:], back.index(squeeze(words.source.partition("{")[0]), places[-1])]
    mark = f"[{squeeze(words.key_public)}]"
    colon, comma = words.colon.strip(), re.escape(words.list_comma.strip())
    for service, start, end in zip(revision.services, places, ends, strict=True):
        titles = {clause.id: say(clause.title, locale) for clause in service.clauses}
        entry, lines = back[start:end], []
        for name, title in titles.items():
            others = "|".join(re.escape(other) for other in titles.values())
            behind = rf"(?:{comma}(?:{others}))*({re.escape(mark)})?{colon}"
            rest = rf"(.+?)(?=(?:{others})(?:{comma}|{re.escape(mark)}|{colon})|$)"
            found = re.search(re.escape(title) + behind + rest, entry[1:])
            assert found, (service.id, name, entry)
            lines.append(Line(name, found[2], bool(found[1])))
        yield service.id, lines


def compare(rule: str, ticked: set[str], locale: Locale) -> str:
    """Hold what is ticked against a line of the key, as the sheet says how."""
    words = {name: squeeze(word) for name, word in locale.words("print").items()}
    if rule == words["key_all"]:
        return "yes"
    ways = rule.split(words["key_or"])
    return best(
        worst(judge(box, ticked, words["key_ask"]) for box in way.split(words["key_and"]))
        for way in ways
    )


def judge(box: str, ticked: set[str], ask: str) -> str:
    """A box fits if one of its answers is ticked; else it is open, or does not."""
    rest = CODE.sub("", box).strip("/")
    assert rest in {"", ask}, box
    codes = [(letter, n) for letter, many in CODE.findall(box) for n in many.split("/")]
    if any(letter + number in ticked for letter, number in codes):
        return "yes"
    answered = {code[0] for code in ticked}
    is_open = bool(rest) or any(letter not in answered for letter, _ in codes)
    return "depends" if is_open else "no"


def best(values: Iterator[str]) -> str:
    """The best of some values."""
    return max(values, key=WORST_FIRST.index)


def worst(values: Iterator[str]) -> str:
    """The worst of some values."""
    return min(values, key=WORST_FIRST.index)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["id"])
def test_a_family_reads_from_the_sheet_what_a_careful_reader_would_tell_it(
    kit: Kit, sheet: Sheet, printed: tuple[Locale, list[str]], family: dict[str, Any]
) -> None:
    """Every verdict, by nothing but the printed words; and the group that the page puts it in."""
    answers, revision = read_family(family), kit.catalog.latest
    ticked = {sheet.codes[fact, option] for fact, chosen in answers.items() for option in chosen}
    told = {
        service: {line.clause: compare(line.rule, ticked, printed[0]) for line in lines}
        for service, lines in sheet.key.items()
    }
    found = {name: [best(iter(lines.values())), lines] for name, lines in told.items()}
    assert found == list_expected(family, revision)
    for verdict in decide_services(revision, read_answers(answers)):
        lines = sheet.key[verdict.service.id]
        own = [told[verdict.service.id][line.clause] for line in lines if not line.public]
        done = [told[verdict.service.id][line.clause] for line in lines if line.public]
        by_hand = best(iter(own)) if own else "no"
        if by_hand == "no" and done:
            by_hand = best(iter(done)).replace("yes", "public")
        assert by_hand == find_group(verdict.clauses), verdict.service.id


def test_every_answer_has_a_row_and_a_code_of_its_own(kit: Kit, sheet: Sheet) -> None:
    """No residence permit yet, too."""
    options = [(fact.id, o.id) for fact in kit.catalog.questions.facts for o in fact.options]
    assert list(sheet.codes) == options
    assert len(set(sheet.codes.values())) == len(options)
    assert sheet.codes["residence_permit", "no"] == "D2"


@pytest.mark.parametrize(
    ("answer", "items"),
    [
        ("还没有", "看第28项"),
        ("7到15岁", "看第3、20、26、28项"),
        ("外省", ""),
        ("没有这些困难", ""),
        ("父母都不在了", "看第7、10项"),
    ],
)
def test_answers_lead_to_items(kit: Kit, answer: str, items: str) -> None:
    """None to what only an answer to a personal question opens: that leads there itself."""
    front = squeeze(read_pages(kit.fetch(choose(kit, "questionnaire", "all")).content)[0])
    found = re.search(rf"[A-Z]\d{answer}(看第[\d、]+项)?", front)
    assert found
    assert (found[1] or "") == items


def test_the_front_says_for_whom_the_list_is(printed: tuple[Locale, list[str]]) -> None:
    """And that the notice does not say who counts."""
    locale, (front, _) = printed
    told = {
        "zh": "清单是给流动儿童的。通知没有写明谁算流动儿童；这里一律当作是。",
        "en": "The list is for migrant children. The notice does not say who counts as a migrant "
        "child; here every child is taken to be one.",
    }
    assert squeeze(told[locale.tag]) in squeeze(front)


def test_the_sheet_is_one_leaf_with_room_for_notes_a_code_and_a_number(kit: Kit) -> None:
    """Two sides of A4; the code leads to the questionnaire in the language of the sheet."""
    for locale, path in (("zh", "check/"), ("en", "en/check/")):
        piece = choose(kit, "questionnaire", "all", locale)
        content = kit.fetch(piece).content
        assert len(pypdfium2.PdfDocument(content)) == 2
        assert scan_document(content) == [SITE_URL + path]
        words = piece.locale.words("print")
        front, back = map(squeeze, read_pages(content))
        for said in (words.remarks, words.paper_privacy, "12345"):
            assert squeeze(said) in front
        assert squeeze(words.paper_key) in back
