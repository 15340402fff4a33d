"""What numbers find: ages by the rules, grades by their stage, items, telephones, documents."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
import yaml
from carelist.search.analysis import fold, is_stop_word, spell_american, split, stem
from carelist.search.facts import list_numbers
from carelist.search.signs import find_signs

from bench.questions import read_questions, score
from bench.search import QUERIES
from tests.speaking import EN

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.search.engine import Engine

SAME = (
    "s",
    "es",
    "ies",
    "ed",
    "ing",
    "'s",
    "er",
    "ers",
    "ful",
    "or",
    "ly",
    "al",
    "ment",
    "ation",
    "ations",
)
"""Endings of words of one family."""
CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
"""A name by its first letters is no form of a word."""
FAMILIES = {
    frozenset(pair)
    for pair in (
        ("cooperative", "cooperate"), ("design", "designated"), ("designed", "designated"),
        ("general", "generations"), ("public", "publicity"), ("residence", "residents"),
        ("residence", "resident"),
        ("actively", "activity"),
    )
}  # fmt: skip
"""Pairs that are near enough to find one another, looked at one by one."""


def list_names(engine: Engine, query: str) -> list[str]:
    """What a query finds: what it names that is no service, then services.

    A situation stands above the services without being an answer.
    """
    named = [sign for sign in list_signs(engine, query) if not sign.startswith("situation/")]
    return [*named, *(hit.id for hit in engine.search(query))]


def list_signs(engine: Engine, query: str) -> list[str]:
    """What a query names that is no service."""
    library = engine.library
    strong = [hit.id for hit in engine.search(query) if hit.is_strong]
    found = find_signs(query, library.signs, strong, library.tables.simplified)
    return [sign.id for sign in found]


@pytest.mark.parametrize("half", ["numbers-tuning", "numbers-set-aside"])
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_numbers_and_small_words_are_found(
    engines: dict[str, Engine], half: str, locale: str
) -> None:
    """Of queries written before, 95 in a hundred have a right answer among the first three."""
    (asked,) = (q for q in read_questions(QUERIES) if (q.half, q.locale) == (half, locale))
    found = score(asked.questions, lambda query: list_names(engines[locale], query))
    assert len(asked.questions) > 50
    assert found.among_three >= 0.95


@pytest.mark.parametrize(("locale", "three", "calls"), [("zh", 0.8, 0.95), ("en", 0.9, 0.9)])
def test_kinds_that_readers_met_are_mended(
    engines: dict[str, Engine], locale: str, three: float, calls: float
) -> None:
    """Of queries set aside before: right answers, and the right numbers above them, no others."""
    asked = yaml.safe_load((QUERIES / f"readers-set-aside.{locale}.yml").read_text("utf-8"))
    found = {one["query"]: list_names(engines[locale], one["query"]) for one in asked}
    right = [{*found[one["query"]][:3]} & {*one["right"]} for one in asked]
    assert sum(map(bool, right)) / len(asked) >= three
    told = [one for one in asked if "calls" in one]
    named = [[name.split("/")[1] for name in found[one["query"]] if "/" in name] for one in told]
    exact = [numbers == one["calls"] for numbers, one in zip(named, told, strict=True)]
    assert sum(exact) / len(told) >= calls
    assert len(told) > 30


def test_an_age_is_named_by_the_rules(catalog: Catalog) -> None:
    """By the audience three times, by a clause for everyone twice; who names none has none."""
    by_id = catalog.latest.by_id
    assert list_numbers(catalog, by_id["preschool"]) == (
        "2项", "2025年", "3-5岁", "3-5岁", "3-5岁", "6岁", "6岁", "6岁",
    )  # fmt: skip
    assert list_numbers(catalog, by_id["self-protection"])[2:] == (
        "6岁", "6岁", "7-15岁", "7-15岁", "16-17岁", "16-17岁", "12355",
    )  # fmt: skip
    assert list_numbers(catalog, by_id["senior-high-school"])[2:] == ("10-12级",) * 3
    assert list_numbers(catalog, by_id["housing"]) == ("9项", "2025年")


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("三岁", "3岁"),
        ("十六岁", "16 岁"),
        ("高三", "高3"),
        ("第九项", "第9项"),
        ("七年级", "初一"),
        ("二十一项", "第 21 项"),
        ("二〇二五年", "2025年"),
        ("十八月龄", "18个月"),
        ("零至六岁", "0—6岁"),
    ],
)
def test_numerals_are_one(engines: dict[str, Engine], query: str, other: str) -> None:
    """Chinese, Arabic, full-width or English."""
    first, second = (engines["zh"].search(one) for one in (query, other))
    assert first == second
    assert first


@pytest.mark.parametrize("query", ["岁", "项", "第99项", "99岁", "item 99", "75 years old"])
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_a_number_that_fits_nothing_finds_nothing(
    engines: dict[str, Engine], locale: str, query: str
) -> None:
    """Nor does a measure by itself."""
    assert engines[locale].search(query) == []


@pytest.mark.parametrize(
    ("query", "service"),
    [
        ("twenty-first item", "mental-health-in-care"),
        ("item thirty-two", "mothers-skills"),
        ("the 9th item", "housing"),
        ("service no. 12", "disability-rehabilitation"),
    ],
)
def test_an_item_is_found_alone(engines: dict[str, Engine], query: str, service: str) -> None:
    """Small words beside its number are no words of other services."""
    assert [hit.id for hit in engines["en"].search(query)] == [service]


@pytest.mark.parametrize("query", ["kid's", "kids'", "kid", "kids\u2019"])
def test_kids_are_children_and_nothing_alike(engines: dict[str, Engine], query: str) -> None:
    """Neither `kind` nor `AIDS`, which only look like them; beside a need they tell nothing."""
    assert engines["en"].search(query) == engines["en"].search("kids") == []
    assert engines["en"].search(f"{query} jabs") == engines["en"].search("jabs for children")


@pytest.mark.parametrize("query", ["my", "the", "my 99 year old"])
def test_small_words_are_not_taken_for_others(engines: dict[str, Engine], query: str) -> None:
    """`the` is no slip of `theme`, and `my` no two initials of pinyin on an English page."""
    assert engines["en"].search(query) == []


@pytest.mark.parametrize("query", ["99岁打针", "第99项打针"])
def test_a_number_that_fits_nothing_weakens_the_rest(
    engines: dict[str, Engine], query: str
) -> None:
    """It is not passed over: what is found is called weaker."""
    hits = engines["zh"].search(query)
    assert [hit.is_strong for hit in hits] == [False] * len(hits)
    assert hits[0].id == "health-and-childcare"


@pytest.mark.parametrize("query", ["16岁", "十六岁", "17岁"])
def test_what_is_for_other_ages_is_not_found_by_an_age(
    engines: dict[str, Engine], query: str
) -> None:
    """The service for children under three is none for one of sixteen."""
    found = {hit.id for hit in engines["zh"].search(query)}
    assert found.isdisjoint({"health-and-childcare", "preschool"})
    assert found >= {"senior-high-school", "mental-health-clinic"}


@pytest.mark.parametrize(
    ("query", "signs"),
    [
        ("12345", ["hotline/12345"]),
        ("一二三四五", ["hotline/12345"]),
        ("１１０", ["hotline/110"]),
        ("打幺幺零", ["hotline/110"]),
        ("二〇二五年10号文", ["notice"]),
        ("打110报警", ["hotline/110"]),
        ("长民联发〔2025〕10号", ["notice"]),
        ("2025年10号文", ["notice"]),
        ("10号文件", ["notice"]),
        ("2024年10号文", []),
        ("吉民发34号", ["notice"]),
        ("打针", []),
        ("第10项", []),
    ],
)
def test_telephones_and_documents_are_shown(
    engines: dict[str, Engine], query: str, signs: list[str]
) -> None:
    """By their whole number, or the code of a document."""
    assert list_signs(engines["zh"], query) == signs


@pytest.mark.parametrize(
    ("locale", "query", "signs"),
    [
        ("zh", "儿子想死", ["urgent/12356"]),
        ("en", "儿子想死", ["urgent/12356"]),
        ("zh", "女儿說她想自殺", ["urgent/12356"]),
        ("zh", "孩子吃了一瓶安眠药", ["urgent/12356"]),
        ("zh", "妈妈要带孩子一起死", ["urgent/12356"]),
        ("zh", "心理咨询", ["urgent/12356"]),
        ("en", "my son wants to DIE", ["urgent/12356"]),
        ("en", "She doesn’t want to live", ["urgent/12356"]),
        ("en", "suicidal", ["urgent/12356"]),
        ("zh", "老公打孩子", ["urgent/110"]),
        ("zh", "孩子被拐了", ["urgent/110"]),
        ("zh", "孩子丢了", ["urgent/110"]),
        ("en", "my husband beats us", ["urgent/110"]),
        ("en", "my child is missing", ["urgent/110"]),
        ("zh", "孩子昏过去了", ["urgent/120"]),
        ("en", "child unconscious", ["urgent/120"]),
        ("zh", "我被打想死，救命", ["urgent/110", "urgent/120", "urgent/12356"]),
        ("en", "diet", []),
        ("en", "paper cutting", []),
        ("zh", "打疫苗", []),
        ("en", "missing school lessons", []),
        ("zh", "爸爸死了没人管", []),
        ("en", "child missing since yesterday", ["urgent/110"]),
        ("en", "my daughter ran away from home", ["urgent/110"]),
        ("en", "lost child", ["urgent/110"]),
        ("en", "my child was hit by a car", ["urgent/120"]),
        ("en", "ate rat poison", ["urgent/120"]),
        ("zh", "孩子出车祸了", ["urgent/120"]),
        ("en", "my son was arrested", ["urgent/12348"]),
        ("en", "legal aid", ["urgent/12348"]),
        ("en", "police caught my boy stealing", ["urgent/12348"]),
        ("zh", "法律援助", ["urgent/12348"]),
        ("zh", "孩子被抓了", ["urgent/12348"]),
        ("zh", "孩子被警察抓走了", ["urgent/12348"]),
        ("zh", "孩子被人抓走了", ["urgent/110"]),
        ("zh", "丈夫打人", ["urgent/110"]),
        ("zh", "离婚孩子归谁", ["urgent/12348"]),
        ("en", "divorced", ["urgent/12348"]),
        ("en", "son caught shoplifting", ["urgent/12348"]),
        ("zh", "黑户", []),
        ("zh", "老师", []),
        ("zh", "眼镜", []),
        ("en", "community health centre", []),
        ("en", "5 people in one room", []),
        ("en", "free checkup for newborn", ["situation/baby"]),
        ("en", "my husband beats us and I need a lawyer", ["urgent/110", "urgent/12348"]),
        ("en", "cannot hear", []),
        ("en", "hearing problem", []),
        ("en", "school refuses my child", []),
        ("en", "he refuses to go to school", ["urgent/12356"]),
        ("en", "autistic, not diagnosed yet", ["situation/autism"]),
        ("zh", "父母", []),
        ("zh", "民政局电话", ["hotline/12345"]),
        ("zh", "教育局电话?", ["hotline/12345"]),
        ("zh", "医保局电话", ["hotline/12345"]),
        ("zh", "怎么打电话", ["hotline/12345"]),
        ("zh", "电话", ["hotline/12345"]),
        ("en", "phone number of the education bureau", ["hotline/12345"]),
        ("zh", "爸爸打妈妈", ["urgent/110"]),
        ("zh", "爸爸喝酒打妈妈", ["urgent/110"]),
        ("zh", "爸爸打工", []),
        ("zh", "给儿子打针", []),
        ("zh", "给孩子打疫苗", []),
        ("en", "kid cannot walk", []),
        ("en", "homeless child on street", []),
        ("en", "caregiver grandmother", []),
        ("en", "child labour", []),
        ("en", "police station", []),
        ("en", "stepfather touches my daughter", ["urgent/110"]),
        ("en", "uncle touches my daughter", ["urgent/110"]),
        ("en", "molested", ["urgent/110"]),
        ("en", "kid hit by father", ["urgent/110"]),
        ("en", "my child was touched by teacher", ["urgent/110"]),
        ("en", "child trafficking", ["urgent/110"]),
        ("en", "sexually harassed", ["urgent/110"]),
        ("en", "runaway", ["urgent/110"]),
        ("en", "blackmail nude photos", ["urgent/110"]),
        ("en", "traffic lights", []),
        ("zh", "走失", ["urgent/110"]),
        ("zh", "找不到孩子", ["urgent/110"]),
        ("zh", "孩子失联", ["urgent/110"]),
        ("zh", "找孩子", ["urgent/110"]),
        ("zh", "找孩子能上的学校", []),
        ("zh", "孩子被骗走", ["urgent/110"]),
        ("en", "I cannot find my son!", ["urgent/110"]),
        ("en", "find my son a school", []),
        ("zh", "尿床", []),
        ("en", "bedwetting", []),
        ("zh", "事实无人抚养", []),
        ("zh", "抚养费", ["urgent/12348"]),
        ("zh", "怀孕", ["hotline/12345"]),
        ("zh", "女儿怀孕了", ["hotline/12345"]),
        ("zh", "流产", ["hotline/12345"]),
        ("zh", "怀了", ["hotline/12345"]),
        ("zh", "14岁怀孕", ["hotline/12345"]),
        ("en", "girl of 14 pregnant", ["hotline/12345"]),
        ("en", "my 14 year old is pregnant", ["hotline/12345"]),
        ("en", "who to call", ["hotline/12345"]),
        ("zh", "孩子被人摸了", ["urgent/110"]),
        ("zh", "抢孩子", ["urgent/110"]),
        ("zh", "后妈打", ["urgent/110"]),
        ("zh", "后妈打工", []),
        ("zh", "裸照", ["urgent/110"]),
        ("zh", "被敲诈", ["urgent/110"]),
        ("zh", "闺女拿刀划胳膊", ["urgent/12356"]),
        ("zh", "家里着火了", ["urgent/119"]),
        ("zh", "煤气泄漏", ["urgent/119"]),
        ("zh", "119", ["hotline/119"]),
        ("zh", "孩子喝了农药", ["urgent/120"]),
        ("zh", "孩子掉水里了", ["urgent/120"]),
        ("zh", "吞了电池", ["urgent/120"]),
        ("zh", "吃错药", ["urgent/120"]),
        ("zh", "孩子抽搐", ["urgent/120"]),
        ("zh", "呼吸困难", ["urgent/120"]),
        ("zh", "从楼上摔下来", ["urgent/120"]),
        ("zh", "被困难家庭", []),
        ("zh", "我受不了了", ["urgent/12356"]),
        ("zh", "吃药", []),
        ("zh", "出院", []),
        ("zh", "健康教育", []),
        ("zh", "异域", []),
        ("zh", "女儿来例假", []),
        ("zh", "外孙上学", []),
        ("zh", "继母拿针扎他", ["urgent/110"]),
        ("zh", "打针疼不疼", []),
        ("zh", "被强暴", ["urgent/110"]),
        ("zh", "真的受不了了", ["urgent/12356"]),
        ("zh", "邻居吵得受不了", []),
        ("en", "bleeding", ["urgent/120"]),
        ("en", "my child can't breathe", ["urgent/120"]),
        ("en", "fainted", ["urgent/120"]),
        ("en", "fell from window", ["urgent/120"]),
        ("en", "hit by car", ["urgent/120"]),
        ("en", "swallowed a battery", ["urgent/120"]),
        ("en", "heart attack", ["urgent/120", "urgent/12356"]),
        ("en", "he has a knife", ["urgent/110"]),
        ("en", "my son is lost", ["urgent/110"]),
        ("en", "vaccination paper is lost", []),
        ("en", "run away from home", ["urgent/110"]),
        ("en", "forced to marry", ["urgent/110"]),
        ("en", "naked photos", ["urgent/110"]),
        ("en", "someone follows my daughter", ["urgent/110"]),
        ("en", "fire", ["urgent/119"]),
        ("en", "house on fire", ["urgent/119"]),
        ("en", "got fired", []),
        ("en", "gas leak", ["urgent/119"]),
        ("en", "after-school care", []),
        ("en", "free jabs", []),
        ("en", "someone took my kid", ["urgent/110"]),
        ("en", "they took my boy", ["urgent/110"]),
        ("en", "gas smell", ["urgent/119"]),
        ("en", "he has no will to live", ["urgent/12356"]),
        ("en", "I can't take it any more", ["urgent/12356"]),
        ("en", "I can't take it anymore", ["urgent/12356"]),
        ("en", "I can't cope any more", ["urgent/12356"]),
        ("en", "I am exhausted, I can't any more", ["urgent/12356"]),
        ("en", "the chemist can't take it", []),
        ("en", "can't take any more", ["urgent/12356"]),
        ("en", "legal help", ["urgent/12348"]),
        ("en", "can't breathe", ["urgent/120"]),
        ("en", "school won't take my son", []),
        ("en", "school won't take my child", []),
        ("en", "the hospital won't take my child", []),
        ("en", "who will take my child while I work", []),
        ("en", "I take my child to school", []),
        ("en", "they want to take my child away", ["urgent/110"]),
        ("en", "somebody tried to take my boy", ["urgent/110"]),
        ("en", "community activities", []),
        ("en", "community centre", []),
        ("en", "quality education", []),
        ("en", "clinic", []),
        ("en", "temporary shelter", []),
        ("en", "schizophrenia", []),
        ("en", "he hears voices", ["urgent/12356"]),
        ("en", "my son has not come home", ["urgent/110"]),
        ("en", "my daughter has disappeared", ["urgent/110"]),
        ("en", "where do I complain", ["hotline/12345"]),
    ],
)
def test_what_cannot_wait_is_told_by_its_words_or_by_what_is_found(
    engines: dict[str, Engine], locale: str, query: str, signs: list[str]
) -> None:
    """Words count wherever they stand, those in letters from the start of a word on."""
    assert list_signs(engines[locale], query) == signs


@pytest.mark.parametrize(
    ("locale", "query", "signs"),
    [
        ("zh", "留守儿童", ["grandparents"]),
        ("zh", "父母都不在身边", ["grandparents"]),
        ("zh", "爸妈在广东打工孩子跟我", ["grandparents"]),
        ("zh", "孩子爸妈在外地打工，我带孙子", ["grandparents"]),
        ("zh", "父母外出务工 孩子跟奶奶", ["grandparents"]),
        ("zh", "儿子儿媳在深圳上班 孙女跟我住", ["grandparents"]),
        ("zh", "爸妈在外打工", ["grandparents"]),
        ("zh", "隔代抚养", ["grandparents"]),
        ("zh", "父母在吵架", []),
        ("zh", "打工", []),
        ("zh", "孩子跟我吵架", []),
        ("en", "left behind children", ["grandparents"]),
        ("en", "left-behind children", ["grandparents"]),
        ("en", "grandchild lives with me", ["grandparents"]),
        ("en", "I look after my grandson", ["grandparents"]),
        (
            "en",
            "my son and his wife work in Shenzhen, I raise the grandchild",
            ["grandparents"],
        ),
        ("en", "parents work away", ["grandparents"]),
        ("en", "grandparents", ["grandparents"]),
        ("en", "grandson's needle is due", []),
        ("zh", "自闭症", ["autism"]),
        ("en", "autistic", ["autism"]),
        ("zh", "孤儿", ["orphan"]),
        ("en", "my disabled son", ["disabled"]),
        ("zh", "我家吃低保", ["dibao"]),
        ("zh", "居住证还没办下来", ["no-residence-permit"]),
        ("en", "newborn", ["baby"]),
    ],
)
def test_a_query_that_tells_a_situation_leads_to_its_page(
    engines: dict[str, Engine], locale: str, query: str, signs: list[str]
) -> None:
    """Above the services, and without a number to call."""
    assert list_signs(engines[locale], query) == [f"situation/{sign}" for sign in signs]


def test_words_of_two_parts_are_one_thing(engines: dict[str, Engine]) -> None:
    """`primary school` leads to no court order, and `child care` is `childcare`."""
    engine = engines["en"]
    primary = {hit.id: hit for hit in engine.search("primary school")}
    assert not primary["court-protection"].is_strong
    assert engine.search("primary school")[0].id in {"compulsory-education", "school-places"}
    assert engine.search("child care")[0].id == engine.search("childcare")[0].id
    assert [hit.id for hit in engine.search("kid's clinic")] == [
        hit.id for hit in engine.search("kids clinic")
    ]
    assert engine.search("AIDS")[0].id == "basic-living"


def test_no_stem_is_that_of_two_words(catalog: Catalog, engines: dict[str, Engine]) -> None:
    """Words of one stem that lead to other services are of one family, or stand apart."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    written = [term for entry in catalog.vocabulary.terms for term in entry.list(EN)]
    written += [clause.text.find(EN) for one in catalog.latest.services for clause in one.clauses]
    capitals = {word.lower() for text in written for word in CAPITALS.findall(text)}
    for document in engines["en"].library.documents:
        for text in (document.title, document.name, document.audience, *document.text):
            for word in list_words(text):
                owners[word].add(document.id)
    for entry in catalog.vocabulary.terms:
        for word in (word for term in entry.list(EN) for word in list_words(term)):
            owners[word] |= {target.partition("/")[0] for target in entry.to}
    stems: defaultdict[str, list[str]] = defaultdict(list)
    for word in owners:
        stems[stem(word)].append(word)
    pairs = (
        (one, other)
        for words in stems.values()
        for place, one in enumerate(sorted(words))
        for other in sorted(words)[place + 1 :]
    )
    assert [
        pair
        for pair in pairs
        if owners[pair[0]].isdisjoint(owners[pair[1]])
        and frozenset(pair) not in FAMILIES
        and (not is_family(*pair) or not capitals.isdisjoint(pair))
    ] == []


def list_words(text: str) -> list[str]:
    """The English words of a text that tell something."""
    return [p.text for p in split(fold(text)) if not p.is_han and not is_stop_word(p.text)]


def is_family(one: str, other: str) -> bool:
    """Whether two words have one beginning and ordinary endings, in American spelling."""
    roots = []
    for word in (one, other):
        spelt = spell_american(word.removesuffix("'s"))
        roots.append({spelt.removesuffix(end).rstrip("eiy") for end in (*SAME, "")})
    roots = [{root[:-1] if root[-2:-1] == root[-1:] else root for root in each} for each in roots]
    return not roots[0].isdisjoint(roots[1])
