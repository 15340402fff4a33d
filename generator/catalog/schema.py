"""JSON Schemas of the YAML files, for editors: completion, hints and errors while typing."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from generator.catalog.confirmed import Confirmed
from generator.catalog.publication import Published
from generator.catalog.records import (
    Departments,
    Hotlines,
    Notice,
    Pillars,
    Readings,
    Services,
)
from generator.catalog.rules import Questions, Situations
from generator.catalog.site import Site
from generator.catalog.texts import Record
from generator.catalog.vocabulary import Vocabulary
from generator.catalog.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

MODELS: dict[str, type[Record]] = {
    "site": Site,
    "pillars": Pillars,
    "departments": Departments,
    "hotlines": Hotlines,
    "vocabulary": Vocabulary,
    "ways": Ways,
    "questions": Questions,
    "situations": Situations,
    "notice": Notice,
    "services": Services,
    "readings": Readings,
    "published": Published,
    "confirmed": Confirmed,
}
"""The record of each file, by the file's name without `.yml`."""

HINTS_ZH = {
    "Text.zh": "中文，写在一行里",
    "Text.en": "英文；改了中文就要重译",
    "Text.digest": "英文所依据的中文的校验码；运行 carelist check 会告诉您该写什么",
    "Site.report": "“内容有误”通向的网址，可用 {page} 和 {revision}",
    "Pillar.colour": "颜色",
    "Pillar.icon": "Material Design 图标名",
    "Pillar.summary": "本站写的一句话说明",
    "Department.name_source": "英文名的依据",
    "Department.printed": "通知里印的写法",
    "Printed.table": "表格“责任部门”一栏里的写法；表里没有就不写",
    "Printed.addressees": "抬头一行里的写法",
    "Department.offices": "各区的办公地点；只写查到可靠出处的，没有就不写",
    "Office.district": "哪个区、县",
    "Office.name": "门口挂的名称",
    "Office.telephone": '电话，加引号，如 "0431-81234567"',
    "Office.source": "出处：谁公布的、哪一天",
    "Office.checked": '最近一次对照出处核对的日子，如 "2026-01-31"；过了一年，检查会提醒',
    "Hotlines.contacts": "通知自己写到的、家长身边可以问的人和地方",
    "Contact.name": "通知里的叫法，quote 里要有",
    "Contact.quote": "写到他们的通知原话，逐字摘录；哪一年的通知没有，那一年就不显示",
    "Hotline.number": "电话号码，加引号",
    "Hotline.departments": "这个号码属于哪些部门；空着表示人人可用",
    "Vocabulary.synonyms": "同义词：清单的词，和大家的说法；各项服务共用",
    "Vocabulary.ignored": "查询里不起作用的词",
    "Vocabulary.terms": "日常说法，和各自通向的服务",
    "Synonym.word": "清单里的词",
    "Synonym.also": "大家的说法",
    "Terms.to": "通向哪项服务，或“服务/条”；最合适的写在最前",
    "Terms.mouths": "谁会这样说：家长、老人、孩子、老师、社工、记者",
    "Terms.zh": "中文说法",
    "Terms.en": "英文说法",
    "Notice.source": "原文抄本的文件名",
    "Notice.issuers": "发文单位，顺序照抬头一行",
    "Fact.about": "child 问这个孩子，family 问全家",
    "Fact.choose": "one 只能选一个，several 可以选几个",
    "Fact.asked": "plainly 平常的问题，with-care 敏感的问题",
    "Fact.name": "这个问题的简称，一两个词",
    "Fact.why": "为什么问，一句话",
    "Questions.sensitive": "问敏感的问题之前说的话",
    "Condition.fact": "看哪个问题的回答",
    "Condition.is": "答了其中任何一个就符合",
    "Condition.set_by": "由哪些部门认定；原文没有写明是什么条件时用",
    "Condition.quote": "依据的原文，一字不差",
    "Condition.words": "要怎样才符合，用家长的话说",
    "Audience.criterion": "谁属于这个服务对象；只写原文写明的",
    "Clause.criterion": "除了属于服务对象，还要什么；原文没有设条件的写 everyone",
    "Clause.examples": "例子：怎样回答，得到 yes、depends 还是 no",
    "Situation.profile": "这样的家庭会怎样回答，如“age=3-5 hardship=low-income,sudden”",
    "Situation.first": "最该先看的：服务，或“服务/条”；写在页面最前面",
    "Measure.heading": "这一段里点题的几个字",
    "Ask.quote": "通知原话，逐字摘录",
    "Ask.plain": "本站的通俗说明",
    "Clause.how": (
        "怎样得到，照原文写：apply 写到申请，attend 是活动、讲座或培训，public 是部门的工作，"
        "ask 没有写怎样得到"
    ),
    "Clause.remark": "本站在原文旁边加的说明：存疑的地方，或词语的意思；不是译文",
    "Measure.remark": "本站在原文旁边加的说明；不是译文",
    "Remark.services": "说明里提到的服务的 id",
    "Way.needs": "原文里要有其中一个词",
    "Way.excludes": "原文里不能有其中任何一个词",
    "Clause.condition": "这一条里说明条件的原话",
    "Clause.text": "原文，一字不差；各条连起来就是任务内容",
    "Clause.title": "这一条是什么，几个字",
    "Service.id": "一经发布不再改动",
    "Service.number": "清单里的编号",
    "Service.title": "几项服务同用一个服务项目名时，用来区分的标题",
    "Service.departments": "责任部门的 id，顺序照原文",
    "Service.summary": "给家长看的一两句说明；不作承诺",
    "Reading.kind": (
        "merged 合并，shifted 移位，inferred 推定，repaired 校改，stray 多余，lost 缺失，note 存疑"
    ),
    "Reading.rows": '服务的编号，如 "7" 或 "2, 4-5"',
    "Reading.columns": "读的是哪几栏",
    "Reading.beside": '印在哪个序号旁边，如 "24" 或 "24-32, 32+2"；32+1 是 32 之后的第一行',
    "Reading.from": "印在另一栏时，写那一栏",
    "Reading.printed": "印出来的字，一字不差",
    "Reading.read": "读作",
    "Reading.maybe": "也许应是（不改动原文）",
    "Reading.sure": "把握，百分数",
    "Reading.plain": "给家长看的一句话：做了什么",
    "Reading.why": "依据",
    "Published.revision": "是哪一年的清单",
    "Published.tag": "发布时 site.yml 里的 tag",
    "Published.published_on": "发布的日子",
    "Published.source": "原文抄本的校验码",
    "Published.content": "发布时全部内容的校验码",
    "Published.services": "发布时的各项服务；不要改动",
    "Published.corrections": "发布以后的更正，旧的在前；读者看得到",
    "Correction.corrected_on": "更正的日子",
    "Correction.what": "改了什么，给读者看的一句话",
    "Correction.content": "更正以后的校验码；运行 carelist check 会告诉您该写什么",
    "Correction.services": "当初读错、现在改读的服务",
    "Correction.concerns": "改动涉及的其他服务的 id，如改了英文的服务",
    "FrozenService.official": "公文原文的校验码；运行 carelist check 会告诉您该写什么",
    "FrozenService.clauses": "各条的 id",
    "Confirmation.what": "本站的哪一种话",
    "Confirmation.of": "说的是哪一项、哪一条、哪个对象、大类或情形的 id",
    "Confirmation.digest": "核对时所对原文的校验码；由 carelist confirm 写",
    "Readings.table": "表格每一页各格是哪一栏",
}
"""By record and key: what an editor shows to a clerk, before the English."""


class _Generator(GenerateJsonSchema):
    """Leaves out what YAML of the catalog never holds: null, and defaults that say nothing."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Give the schema of the value that may be left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Give the schema of the value, without its default."""
        return self.generate_inner(schema["schema"])


def make_schema(name: str) -> dict[str, Any]:
    """Make the schema of one file, named without `.yml`."""
    explained = _explain_fields()
    schema = MODELS[name].model_json_schema(by_alias=True, schema_generator=_Generator)
    for title, record in (*schema.get("$defs", {}).items(), (schema["title"], schema)):
        properties = record.get("properties", {})
        for key, part in properties.items():
            part.pop("title", None)
            place = f"{title}.{key}"
            if hints := [told[place] for told in (HINTS_ZH, explained) if place in told]:
                properties[key] = dict(sorted({**part, "description": "\n".join(hints)}.items()))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


@cache
def _explain_fields() -> dict[str, str]:
    """Give what stands below each field of every record, by record and key.

    Pydantic would read it whenever a record is defined, and so at every start of every command.
    """
    told: dict[str, str] = {}
    for record in _list_records(Record):
        below: dict[str, str] = {}
        for one in reversed([base for base in record.__mro__ if issubclass(base, Record)]):
            below |= _read_below(one.__module__).get(one.__name__, {})
        for name, field in record.model_fields.items():
            if name in below:
                told[f"{record.__name__}.{field.alias or name}"] = below[name]
    return told


def _list_records(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for one in record.__subclasses__():
        yield from _list_records(one)


@cache
def _read_below(module: str) -> dict[str, dict[str, str]]:
    """Read the text that stands below each field of the classes of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    classes = (one for one in tree.body if isinstance(one, ast.ClassDef))
    return {one.name: dict(_pair_texts(one.body)) for one in classes}


def _pair_texts(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)


def render_schema(name: str) -> str:
    """Render the schema of one file, always in the same bytes."""
    return json.dumps(make_schema(name), ensure_ascii=False, indent=2) + "\n"


def find_stale_schemas(folder: Path) -> Iterator[Path]:
    """Yield the schema files that differ from the records or are missing."""
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        if not path.is_file() or path.read_text(encoding="utf-8") != render_schema(name):
            yield path


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas that differ from the records, and list them."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = list(find_stale_schemas(folder))
    for path in stale:
        name = path.name.removesuffix(".schema.json")
        path.write_text(render_schema(name), encoding="utf-8", newline="\n")
    return stale
