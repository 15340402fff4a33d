"""The words in which changes are told, Chinese beside English: the one place to mend a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.messages import Words
from generator.revisions.kinds import Kind

if TYPE_CHECKING:
    from generator.catalog.problems import Language

LABELS = {
    Kind.SERVICE_ADDED: Words("New service", "新增"),
    Kind.SERVICE_WITHDRAWN: Words("Service withdrawn", "撤销"),
    Kind.SERVICE_SPLIT: Words("Service split", "拆分"),
    Kind.SERVICES_MERGED: Words("Services merged", "合并"),
    Kind.SERVICES_REPLACED: Words("Service replaced", "接替"),
    Kind.AUDIENCE_CHANGED: Words("Audience changed", "对象改变"),
    Kind.CRITERION_RELAXED: Words("Conditions relaxed", "条件放宽"),
    Kind.CRITERION_TIGHTENED: Words("Conditions tightened", "条件收紧"),
    Kind.CRITERION_CHANGED: Words("Conditions changed", "条件改变"),
    Kind.CLAUSE_ADDED: Words("Added", "增加内容"),
    Kind.CLAUSE_WITHDRAWN: Words("Dropped", "取消内容"),
    Kind.CLAUSE_REWORDED: Words("Reworded", "改写"),
    Kind.HOW_CHANGED: Words("How to get it", "得到的办法"),
    Kind.DEPARTMENT_ADDED: Words("Department added", "增加部门"),
    Kind.DEPARTMENT_REMOVED: Words("Department dropped", "减少部门"),
    Kind.RENAMED: Words("Renamed", "改名"),
    Kind.MOVED: Words("Moved", "换大类"),
    Kind.RENUMBERED: Words("Renumbered", "换序号"),
    Kind.REORDERED: Words("Reordered", "换次序"),
    Kind.MEASURE_ADDED: Words("Notice: new paragraph", "通知增加一条"),
    Kind.MEASURE_WITHDRAWN: Words("Notice: paragraph dropped", "通知减少一条"),
    Kind.MEASURE_REWORDED: Words("Notice: paragraph reworded", "通知改写一条"),
    Kind.ISSUER_ADDED: Words("Issuing body added", "增加印发单位"),
    Kind.ISSUER_REMOVED: Words("Issuing body dropped", "减少印发单位"),
    Kind.NOTICE_ISSUED: Words("New notice", "新的通知"),
    Kind.NOTICE_REWORDED: Words("Notice reworded", "通知改写"),
    Kind.READING_CORRECTED: Words("Reading corrected", "校读更正"),
    Kind.EDITORIAL_ONLY: Words("This site's words", "本站文字"),
    Kind.ENGLISH_ONLY: Words("English only", "只改英文"),
    Kind.COPY_REPLACED: Words("Another copy", "另一份扫描件"),
    Kind.BOOKKEEPING: Words("Records only", "内部记录"),
}

SENTENCES = {
    Kind.SERVICE_ADDED: Words(
        "{after_name} is new. For: {audience}. Ask: {departments}.",
        "新增{after_name}。对象：{audience}；责任部门：{departments}。",
    ),
    Kind.SERVICE_WITHDRAWN: Words(
        "{before_name} is no longer on the list, and no service is named in its place.",
        "{before_name}不再列入清单，也没有指明由哪一项接替。",
    ),
    Kind.SERVICE_SPLIT: Words(
        "{before_names} was split into {after_names}.", "{before_names}拆分为{after_names}。"
    ),
    Kind.SERVICES_MERGED: Words(
        "{before_names} were merged into {after_names}.", "{before_names}合并为{after_names}。"
    ),
    Kind.SERVICES_REPLACED: Words(
        "{after_names} took the place of {before_names}.", "{before_names}由{after_names}接替。"
    ),
    Kind.AUDIENCE_CHANGED: Words(
        "It was for: {before}. Now it is for: {after}.", "对象由“{before}”改为“{after}”。"
    ),
    Kind.CRITERION_RELAXED: Words("More families can have “{clause}”.", "“{clause}”的条件放宽了。"),
    Kind.CRITERION_TIGHTENED: Words(
        "Fewer families can have “{clause}”.", "“{clause}”的条件收紧了。"
    ),
    Kind.CRITERION_CHANGED: Words(
        "Other families can have “{clause}” than before.",
        "“{clause}”的条件变了：有的家庭更容易，有的更难。",
    ),
    Kind.CLAUSE_ADDED: Words("“{clause}” was added.", "增加了“{clause}”。"),
    Kind.CLAUSE_WITHDRAWN: Words("“{clause}” was dropped.", "取消了“{clause}”。"),
    Kind.CLAUSE_REWORDED: Words("“{clause}” was reworded.", "“{clause}”的文字改了。"),
    Kind.HOW_CHANGED: Words(
        "“{clause}”: {before} became {after}.", "“{clause}”由“{before}”改为“{after}”。"
    ),
    Kind.DEPARTMENT_ADDED: Words(
        "{department} answers for it too.", "责任部门增加了{department}。"
    ),
    Kind.DEPARTMENT_REMOVED: Words(
        "{department} no longer answers for it.", "责任部门不再有{department}。"
    ),
    Kind.RENAMED: Words(
        "It is now called “{after}”, and was “{before}”.", "名称由“{before}”改为“{after}”。"
    ),
    Kind.MOVED: Words("It moved from “{before}” to “{after}”.", "从“{before}”移到“{after}”。"),
    Kind.RENUMBERED: Words(
        "Item {before} is now item {after}.", "由第 {before} 项改为第 {after} 项。"
    ),
    Kind.REORDERED: Words(
        "The same {what} stand in another order.", "{what}的先后次序变了，内容没有变。"
    ),
    Kind.MEASURE_ADDED: Words(
        "The notice has a new paragraph, “{measure}”.", "通知增加了“{measure}”一条。"
    ),
    Kind.MEASURE_WITHDRAWN: Words(
        "The notice no longer has the paragraph “{measure}”.", "通知不再有“{measure}”一条。"
    ),
    Kind.MEASURE_REWORDED: Words(
        "The paragraph “{measure}” of the notice was reworded.", "通知的“{measure}”一条改了文字。"
    ),
    Kind.ISSUER_ADDED: Words(
        "{department} joined in issuing the list.", "联合印发的单位增加了{department}。"
    ),
    Kind.ISSUER_REMOVED: Words(
        "{department} no longer issues the list with the others.",
        "联合印发的单位不再有{department}。",
    ),
    Kind.NOTICE_ISSUED: Words(
        "The list now rests on {after}; it rested on {before}.",
        "清单依据由{before}改为{after}。",
    ),
    Kind.NOTICE_REWORDED: Words("The notice was reworded: {what}.", "通知改了文字：{what}。"),
    Kind.READING_CORRECTED: Words(
        "A place in the copy is read otherwise: {what}", "扫描件的一处改了读法：{what}"
    ),
    Kind.EDITORIAL_ONLY: Words(
        "This site words it otherwise: {what}.", "本站的说明文字改了：{what}。"
    ),
    Kind.ENGLISH_ONLY: Words("The English alone was mended: {what}.", "只改了英文：{what}。"),
    Kind.COPY_REPLACED: Words(
        "The copy is another one, and is read on its own.", "依据的是另一份扫描件，另行校读。"
    ),
    Kind.BOOKKEEPING: Words("Nothing that readers see: {what}.", "读者看不到的改动：{what}。"),
}

PARTS = {
    "title": Words("title", "标题"),
    "summary": Words("summary", "白话说明"),
    "condition": Words("condition", "条件"),
    "text": Words("text", "原文"),
    "name": Words("name", "名称"),
    "words": Words("words", "说法"),
    "clauses": Words("parts", "各条"),
    "departments": Words("departments", "责任部门"),
    "measures": Words("paragraphs", "各条"),
    "issuers": Words("issuing bodies", "印发单位"),
    "heading": Words("heading", "标题"),
    "number": Words("the number of the document", "文号"),
    "colophon": Words("the line of issue", "印发日期"),
    "addressees": Words("the line of addressees", "抬头"),
    "opening": Words("the opening paragraph", "第一段"),
    "disclosure": Words("the line on disclosure", "公开方式"),
    "signatory": Words("the signature", "落款"),
    "table_title": Words("the title of the list", "清单的名称"),
    "asks": Words("what is asked of people outside government", "请社会参与的内容"),
    "not_stated": Words("what the notice does not state", "通知没有写的内容"),
    "readings": Words("readings", "校读"),
    "order_of_readings": Words("the order of the readings", "校读的先后次序"),
    "pillars": Words("pillars", "大类"),
    "hotlines": Words("telephone numbers", "公共电话"),
    "questions": Words("questions", "问题"),
    "situations": Words("situations", "情形"),
    "site": Words("the site", "网站"),
    "other": Words("other words", "其他文字"),
}
"""What parts are called; a part that is not here goes by its name in the files."""

HOWS = {
    "apply": Words("“the list speaks of applying”", "清单写到申请"),
    "attend": Words("“activity, talk or course”", "活动、讲座或培训"),
    "public": Words("“work of departments”", "部门的工作"),
    "ask": Words("“the list does not say how: ask”", "清单没写怎样办，要问"),
}
VERDICTS = {
    "yes": Words("fits", "符合"),
    "depends": Words("it depends", "看情况"),
    "no": Words("does not fit", "不符合"),
}

NUMBERS = {
    "turned": Words(" “{before}” became “{after}”.", "“{before}”改为“{after}”。"),
    "new": Words(" “{after}” was added.", "增加了“{after}”。"),
    "gone": Words(" “{before}” was dropped.", "去掉了“{before}”。"),
}
"""Behind the sentence of a rewording: the numbers that were others."""
IN_CHINESE = Words(" In the Chinese text:{told}", "{told}")
ITEM = Words("“{title}” ({revision}, item {number})", "“{title}”（{revision} 年版第 {number} 项）")
FAMILY = Words(
    "for example {family} (was: {before}; now: {after})",
    "例如 {family}（原来{before}，现在{after}）",
)
ANY_FAMILY = Words("any family", "无论哪个家庭")
ANSWER = Words("{fact}: {options}", "{fact}：{options}")
AUDIENCE_WITH = Words("{audience}: {condition}", "{audience}：{condition}")
COLON = Words(": ", "：")
COMMA = Words(", ", "、")
COMMA_OF_CLAUSES = Words("; ", "，")
SENTENCE = Words(" {listed}.", "{listed}。")
SEMICOLON = Words("; ", "；")
AND = Words(" and ", "和")
AND_OF_TWO = Words(", and ", "，")
AND_OF_CLAUSES = Words("; and ", "，")
TITLE = Words("“{title}”", "“{title}”")

SUMMARY = {
    "title": Words(
        "What changed from the {before} list to the {after} list",
        "{after} 年版清单和 {before} 年版比，改了什么",
    ),
    "size": Words(
        "The {after} list has {now} services; the {before} list had {then}.",
        "{after} 年版清单有 {now} 项服务，{before} 年版有 {then} 项。",
    ),
    "size_of": Words(
        "{scope} has {now} on the {after} list; it had {then} on the {before} list.",
        "{scope}：{after} 年版清单有 {now}，{before} 年版有 {then}。",
    ),
    "new": Words(" New: {titles}.", "新增的是{titles}。"),
    "gone": Words(" No longer on the list: {titles}.", "撤销的是{titles}。"),
    "notice_reworded": Words(" The text of the notice itself changed.", "通知的正文有改动。"),
    "major": Words("Changes that matter to families", "影响家庭的变化"),
    "minor": Words("Smaller changes", "小的变化"),
    "notice": Words("The notice and the site", "通知和网站"),
    "gains": Words("Who gains", "谁受益"),
    "loses": Words("Who loses", "谁受影响"),
    "state": Words(
        "What readers of the {after} list would see changed", "{after} 年版清单，读者会看到的改动"
    ),
    "city": Words("Pages that all years share", "各年共用的内容"),
}


FIGURES = {
    "added": (
        Words("{count} is new", "新增 {count} 项"),
        Words("{count} are new", "新增 {count} 项"),
    ),
    "withdrawn": (
        Words("{count} was withdrawn", "撤销 {count} 项"),
        Words("{count} were withdrawn", "撤销 {count} 项"),
    ),
    "split": (
        Words("{count} was split into {after}", "{count} 项拆分为 {after} 项"),
        Words("{count} were split into {after}", "{count} 项拆分为 {after} 项"),
    ),
    "merged": (
        Words("{count} was merged into {after}", "{count} 项合并为 {after} 项"),
        Words("{count} were merged into {after}", "{count} 项合并为 {after} 项"),
    ),
    "replaced": (
        Words("{count} was replaced by {after} {other}", "{count} 项由另 {after} 项接替"),
        Words("{count} were replaced by {after} {other}", "{count} 项由另 {after} 项接替"),
    ),
    "came": (
        Words("{count} came in from elsewhere on the list", "从别处划入 {count} 项"),
        Words("{count} came in from elsewhere on the list", "从别处划入 {count} 项"),
    ),
    "left": (
        Words("{count} went elsewhere on the list", "划到别处 {count} 项"),
        Words("{count} went elsewhere on the list", "划到别处 {count} 项"),
    ),
    "changed": (
        Words(
            "{count} changed in what it offers, for whom, or whom to ask",
            "内容、对象或责任部门有变 {count} 项",
        ),
        Words(
            "{count} changed in what they offer, for whom, or whom to ask",
            "内容、对象或责任部门有变 {count} 项",
        ),
    ),
    "renamed": (
        Words("{count} has another name", "只改名称 {count} 项"),
        Words("{count} have other names", "只改名称 {count} 项"),
    ),
    "same": (
        Words("{count} is essentially as before", "没有实质变化 {count} 项"),
        Words("{count} are essentially as before", "没有实质变化 {count} 项"),
    ),
}
"""Of one service, and of several."""
SERVICES = (Words("{count} service", "{count} 项服务"), Words("{count} services", "{count} 项服务"))
"""One, and any other number."""
COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""English writes these out; Chinese and larger ones stand as figures."""


def say(words: Words, language: Language, **values: object) -> str:
    """Give words in a language, filled in."""
    return (words.zh if language == "zh" else words.en).format(**values)
