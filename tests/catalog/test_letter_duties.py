"""What the letter says of a department is found by the names that it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.letter_duties import find_mentions, list_for_all
from carelist.catalog.records import Department, Measure, Notice
from carelist.catalog.texts import Text, find_digest

from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale


def write_letter(source: str, english: str = "") -> Notice:
    """A letter of one paragraph."""
    text: dict[str, object] = {"zh": source}
    if english:
        text |= {"en": english, "digest": find_digest(source)}
    heading = {"zh": "加强领导"}
    measure = Measure.model_validate({"id": "lead", "heading": heading, "text": text})
    return Notice(source="source.txt", measures=(measure,))


def name_body(table: str, addressees: str = "") -> Department:
    """A department as a list prints it."""
    printed = {"table": table} | ({"addressees": addressees} if addressees else {})
    return Department.model_validate({"id": "one", "name": {"zh": table}, "printed": printed})


@pytest.mark.parametrize(
    ("body", "letter", "found"),
    [
        (("市民政局", "民政局"), "市民政局每年开会。别的不说。", ["市民政局每年开会。"]),
        (("市民政局", "民政局"), "一是。民政部门要统筹。各部门要配合。", ["民政部门要统筹。"]),
        (("市房管局", "房管局（住建局）"), "由住建局办理。", ["由住建局办理。"]),
        (("市民政局", "民政局"), "省民政局已发文。财政局出钱。", []),
        (("市妇联", "妇联"), "全国妇联已发文；市妇联落实。", ["全国妇联已发文；市妇联落实。"]),
        (("市妇联", "妇联"), "全国妇联已发文。", []),
        (("团市委", "团委"), "学校团委要参加。", []),
        (("市委网信办", "党委网信办"), "市委要带头。", []),
        (("市民政局", "民政局"), "民政局甲。民政局乙。丙。", ["民政局甲。民政局乙。"]),
        (("市民政局", "民政局"), "他说：“民政局好。”散会。", ["他说：“民政局好。”"]),
    ],
)
def test_a_sentence_that_names_a_department_is_found(
    body: tuple[str, str], letter: str, found: list[str]
) -> None:
    """By a name that is printed or that of its field, and not where it is another body's."""
    mentions = find_mentions(write_letter(letter), name_body(*body), ZH)
    assert [mention.text.source for mention in mentions] == found


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("First. Bureau No. 3 leads. The rest.", "Bureau No. 3 leads."),
        ("First: bureau No. 3 leads. The rest.", "First: bureau No. 3 leads. The rest."),
        ("", "民政局牵头。"),
    ],
)
def test_a_translation_is_cut_only_where_it_has_the_same_sentences(english: str, told: str) -> None:
    """Else nobody can tell which is which, and the paragraph is given whole."""
    letter = write_letter("第一。民政局牵头。其余。", english)
    (mention,) = find_mentions(letter, name_body("市民政局", "民政局"), EN)
    assert mention.text.write(EN) == told


def test_every_sentence_of_the_real_letter_is_quoted_alone(catalog: Catalog) -> None:
    """In both languages; and a department that it does not name is quoted on nothing."""
    notice, bodies = catalog.latest.notice, catalog.departments
    whole = {measure.text.source for measure in notice.measures}
    for locale in (ZH, EN):
        found = {name: find_mentions(notice, body, locale) for name, body in bodies.items()}
        assert {name for name, mentions in found.items() if mentions} == {"civil-affairs"}
        places = [one.measure.id for one in found["civil-affairs"]]
        assert places == ["leadership", "leadership", "participation"]
        assert all(one.text.source not in whole for one in found["civil-affairs"])
        assert _tell(found["civil-affairs"][1].text, locale) == MEETING[locale.tag]
    for_all = [measure.id for measure in list_for_all(notice)]
    assert for_all == ["leadership", "publicity", "participation"]


MEETING = {
    "zh": "市民政局每年牵头至少召开一次工作会议",
    "en": "The Changchun Civil Affairs Bureau is to take the lead in convening",
}


def _tell(text: Text, locale: Locale) -> str:
    return text.write(locale)[: len(MEETING[locale.tag])]


def test_the_opening_is_no_duty() -> None:
    """It names who drew up the list."""
    opening = Text.model_validate({"zh": "市民政局等制定了清单。"})
    letter = write_letter("各部门要配合。").model_copy(update={"opening": opening})
    assert find_mentions(letter, name_body("市民政局"), ZH) == ()
