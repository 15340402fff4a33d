"""The words of every problem, Chinese beside English: the one place to mend a message.

`{name}` is filled in from the problem's values. Lower case, no final stop, the form expected
named in the message.
"""

from __future__ import annotations

from enum import StrEnum, auto
from typing import NamedTuple


class Words(NamedTuple):
    """One message in both languages."""

    en: str
    zh: str


class Kind(StrEnum):
    """Every kind of problem there is, in stages: a file is found, read, shaped, joined, proved."""

    SITE_URL_MISSING = auto()
    NOT_A_SITE_URL = auto()
    SITE_URL_LOCAL = auto()
    NO_CATALOG = auto()
    NO_REVISION = auto()
    ONLY_DRAFTS = auto()
    NOT_A_YEAR = auto()
    EMPTY_FOLDER = auto()
    MISSING_FILE = auto()
    MISSING_SOURCE = auto()
    NOT_A_FILE = auto()
    UNREADABLE_FILE = auto()
    OUTSIDE_CATALOG = auto()
    LINK_LEAVES = auto()
    LINK_IN_CIRCLE = auto()
    LINK_NOWHERE = auto()
    UNEXPECTED_FILE = auto()
    TOO_LARGE = auto()
    EMPTY_FILE = auto()
    NOT_UTF8 = auto()
    CONTROL_CHARACTER = auto()
    YAML_SYNTAX = auto()
    ALIAS = auto()
    TAG = auto()
    TOO_DEEP = auto()
    SECOND_DOCUMENT = auto()
    COMPLEX_KEY = auto()
    DUPLICATE_KEY = auto()
    CHINESE_COMMA = auto()
    LOST_COMMENT = auto()
    YAML_TRAP = auto()

    EXPECTED_TEXT = auto()
    EXPECTED_LIST = auto()
    EXPECTED_MAPPING = auto()
    MISSING_KEY = auto()
    UNKNOWN_KEY = auto()
    NOT_ONE_OF = auto()
    EMPTY_TEXT = auto()
    EMPTY_LIST = auto()
    NOT_AN_ID = auto()
    NOT_A_FACT = auto()
    NOT_A_PROFILE = auto()
    NOT_AN_ICON = auto()
    NOT_A_NUMBER = auto()
    NOT_A_PERCENTAGE = auto()
    NOT_A_PHONE_NUMBER = auto()
    NOT_A_TELEPHONE = auto()
    NOT_A_DATE = auto()
    NOT_A_RANGE = auto()
    NOT_A_FILE_NAME = auto()
    NOT_AN_ADDRESS = auto()
    NOT_A_DIGEST = auto()
    NOT_A_TAG = auto()
    LINE_BREAK = auto()
    NOT_CHINESE = auto()
    NOT_ENGLISH = auto()

    DUPLICATE_ID = auto()
    PROVISIONAL_ID = auto()
    REPEATED_ENTRY = auto()
    NOT_CONSECUTIVE = auto()
    OUT_OF_ORDER = auto()
    UNKNOWN_PILLAR = auto()
    UNKNOWN_DEPARTMENT = auto()
    UNKNOWN_AUDIENCE = auto()
    UNKNOWN_GROUP = auto()
    UNKNOWN_SERVICE = auto()
    UNKNOWN_MEASURE = auto()
    UNKNOWN_PREDECESSOR = auto()
    REPLACES_ITSELF = auto()
    UNKNOWN_CLAUSE = auto()
    LEADS_NOWHERE = auto()
    TERM_TWICE = auto()
    TERM_EMPTY = auto()
    TERM_IGNORED = auto()
    TERM_OUTRANKS = auto()
    SYNONYM_NOWHERE = auto()
    UNUSED_AUDIENCE = auto()
    UNUSED_GROUP = auto()
    UNUSED_PILLAR = auto()
    UNKNOWN_UNTIL = auto()
    HOW_WITHOUT_WORDS = auto()
    HOW_AGAINST_WORDS = auto()
    NOT_AN_EARLIER_LIST = auto()
    TITLE_NEEDED = auto()
    TITLE_NOT_UNIQUE = auto()
    NOT_A_SPAN = auto()
    NOT_FOR_SITUATION = auto()
    NOT_IN_A_NOTICE = auto()
    OFFICE_TWICE = auto()
    OFFICE_OLD = auto()
    NOT_A_CRITERION = auto()
    CONDITION_SHAPE = auto()
    UNKNOWN_FACT = auto()
    UNKNOWN_OPTION = auto()
    UNKNOWN_CONDITION = auto()
    UNUSED_CONDITION = auto()
    QUOTE_ELSEWHERE = auto()
    ONE_ANSWER_ONLY = auto()
    UNUSED_FACT = auto()
    CLASH_OF_ONE = auto()
    CLASH_NEVER_MET = auto()
    PROFILE_CLASHES = auto()
    AGE_OUTSIDE = auto()
    RULE_NEVER_MET = auto()
    RULE_NEVER_FAILS = auto()
    RULE_SETTLES_TOO_MUCH = auto()
    RULE_TOO_WIDE = auto()
    EXAMPLE_MISSING = auto()
    EXAMPLE_FAILS = auto()
    UNCONFIRMED = auto()
    MISSING_ENGLISH = auto()
    MISSING_DIGEST = auto()
    STALE_ENGLISH = auto()

    READING_SHAPE = auto()
    READING_COUNT = auto()
    READING_TWICE = auto()
    READING_CROSSES_CELLS = auto()
    READING_UNKNOWN_ROW = auto()
    READING_UNKNOWN_PLACE = auto()
    READING_NO_COLUMN = auto()
    READING_NOT_FOUND = auto()
    READING_NOT_UNIQUE = auto()
    READING_NOT_INFERRED = auto()
    TABLE_PAGES = auto()
    TABLE_CELLS = auto()
    ROW_NOT_PRINTED = auto()
    ROW_NOT_LISTED = auto()
    ROW_ELSEWHERE = auto()
    CELL_BLANK = auto()
    CELL_DIFFERS = auto()
    TASK_DIFFERS = auto()
    CELL_UNUSED = auto()
    PARAGRAPH_NOT_FOUND = auto()
    PARAGRAPH_DIFFERS = auto()
    PARAGRAPH_UNUSED = auto()
    ISSUERS_DIFFER = auto()

    TAG_MISSING = auto()
    FROZEN_TAG = auto()
    FROZEN_ELSEWHERE = auto()
    FROZEN_UNNAMED = auto()
    FROZEN_RECORD = auto()
    FROZEN_COPY = auto()
    FROZEN_GONE = auto()
    FROZEN_ID = auto()
    FROZEN_NEW = auto()
    FROZEN_CLAUSE = auto()
    FROZEN_WORDS = auto()
    NOT_LOGGED = auto()


TRANSLATION_KINDS = frozenset({Kind.MISSING_ENGLISH, Kind.MISSING_DIGEST, Kind.STALE_ENGLISH})
UNKNOWN_KINDS = frozenset(
    {
        Kind.UNKNOWN_PILLAR,
        Kind.UNKNOWN_DEPARTMENT,
        Kind.UNKNOWN_AUDIENCE,
        Kind.UNKNOWN_GROUP,
        Kind.UNKNOWN_SERVICE,
        Kind.UNKNOWN_MEASURE,
        Kind.UNKNOWN_PREDECESSOR,
        Kind.UNKNOWN_CLAUSE,
        Kind.UNKNOWN_FACT,
        Kind.UNKNOWN_OPTION,
        Kind.UNKNOWN_CONDITION,
    }
)

NEAR = Words("; did you mean '{near}'?", "；是不是“{near}”？")
"""Follows a message where a known word is close to the value."""
MORE = Words(" (so too in line {more})", "（第 {more} 行也是）")
"""Follows a message that holds for several lines."""

TRAP_READINGS = {
    "bool": Words("true or false", "是或否"),
    "null": Words("nothing at all", "空值"),
    "merge": Words("an order to merge", "合并指令"),
    "int": Words("another number", "另一个数"),
    "float": Words("a decimal number", "小数"),
}
"""What YAML takes a word without quotes for."""

FOUND = {
    "text": Words("text", "文字"),
    "list": Words("a list", "列表"),
    "mapping": Words("a set of keys", "一组“项: 值”"),
}
"""What stands where something else is expected."""

FOLLOWERS = {
    "summary": Words("the summary and title of", "概要和标题"),
    "clause": Words(
        "the title, label, remark, rule and examples of", "小标题、“怎样得到”、说明、规则和例子"
    ),
    "audience": Words("the rule and examples of", "规则和例子"),
    "words": Words("the words of the vocabulary that lead to", "检索词"),
    "situation": Words("the situation", "情形"),
    "pillar": Words("the summary of pillar", "大类的概要"),
    "ask": Words("what is said in plain words of", "白话说明"),
}
"""Words of this site's own that follow official words, by what confirmed.yml calls them."""

SYNTAX = {
    "conflict": Words(
        "git left both versions here; keep the right one and delete the lines of '<<<<<<<', '=======' and '>>>>>>>'",
        "这里留着两个版本的冲突标记；请留下对的一个，删去“<<<<<<<”“=======”“>>>>>>>”这几行",
    ),
    "wide_space": Words(
        "a wide or fixed space stands here; write ordinary spaces",
        "这里有全角空格或不间断空格；请改成普通的半角空格",
    ),
    "dash": Words(
        "'{value}' does not begin an entry of a list; write '- ', an ASCII hyphen and a space",
        "“{value}”不能用来列条目；请写成英文连字符加一个空格“- ”",
    ),
    "full_width_colon": Words(
        "a Chinese colon '：' stands after the key; write ': ', an ASCII colon and a space",
        "项目名后面是中文冒号“：”；请改成英文冒号加一个空格“: ”",
    ),
    "no_space": Words(
        "no space follows the colon; write the key, a colon and a space, as in 'number: 7'",
        "冒号后面缺一个空格；请写成“项: 值”，如“number: 7”",
    ),
    "no_colon": Words(
        "this line is neither 'key: value' nor part of a list; is a colon or '- ' missing? a text that goes on is indented further than its key",
        "这一行既不是“项: 值”，也不是列表；是不是漏了冒号或“- ”？接着上一行的文字，要比项目名缩进更多",
    ),
    "colon": Words(
        "a colon before a space or the end of the line stands in a text; put the whole text in double quotes",
        "文字里有英文冒号，后面是空格或行尾；请给整段文字加上英文双引号",
    ),
    "indent": Words(
        "the indent does not fit the lines above; keys of one entry begin in one column, entries of a list with '- '",
        "缩进与上面几行不齐；同一条里的各项应从同一列开始，列表的每一条以“- ”开头",
    ),
    "tab": Words("a tab stands here; indent with spaces", "这里有制表符（Tab）；缩进请用空格"),
    "start": Words(
        "a text cannot begin with {value} as it is; put the whole text in double quotes",
        "文字不能直接以“{value}”开头；请给整段文字加上英文双引号",
    ),
    "open_quote": Words(
        "this quotation mark is never closed; add the other one at the end of the text",
        "这个引号没有配对；请在文字末尾补上另一个",
    ),
    "after_quote": Words(
        "more words follow a closing quotation mark; is one missing above, or too many in the text?",
        "引号合上之后还有文字；是不是上面漏了一个引号，或文字里多了引号？",
    ),
    "escape": Words(
        "a backslash in double quotes has a meaning of its own here; write the sign itself",
        "双引号里的反斜杠“\\”另有含义；请直接写那个符号",
    ),
    "bracket": Words(
        "this bracket is never closed, or a comma is missing or too many; write [one, two]",
        "这个括号没有合上，或者少了、多了逗号；请写成 [one, two]",
    ),
    "inline_list": Words(
        "a list cannot begin behind a key; put '- ' on the next line",
        "列表不能接在项目名后面；“- ”请另起一行",
    ),
    "other": Words("the file cannot be read from here on", "从这里起读不下去"),
}
"""Why a file is not YAML."""

MESSAGES: dict[Kind, Words] = {
    # Settings of the site
    Kind.SITE_URL_MISSING: Words(
        "'site_url' is missing, to which every code and line that is printed leads; expected the address of the site, as https://list.example.org/ (SITE_URL sets it too); CARELIST_TYPESET=false builds the pages without what is printed",
        "没有设 site_url，印出的二维码和网址就没有去处；应是本站的网址，如 https://list.example.org/（也可以用 SITE_URL 设）；只要网页、不要印刷材料，可设 CARELIST_TYPESET=false",
    ),
    Kind.NOT_A_SITE_URL: Words(
        "'{value}' is not the address of a site; expected https:// or http:// and a host, without '?' or '#', as https://list.example.org/",
        "“{value}”不是网站的网址；应以 https:// 或 http:// 开头，接着是域名，不带“?”和“#”，如 https://list.example.org/",
    ),
    Kind.SITE_URL_LOCAL: Words(
        "'{value}' leads whoever scans a code back to the device in their own hand; expected the address of the site, as https://list.example.org/ (SITE_URL sets it too)",
        "“{value}”指的是打开它的那台设备自己，别人扫了码打不开；应是本站的网址，如 https://list.example.org/（也可以用 SITE_URL 设）",
    ),
    # Files
    Kind.MISSING_FILE: Words(
        "this file is missing; the catalog needs it", "缺少这个文件；清单离不开它"
    ),
    Kind.MISSING_SOURCE: Words(
        "the copy of the notice is missing; save its text here as it was published, with its table",
        "缺少通知的原文；请把公布的文字连同表格原样存在这里",
    ),
    Kind.NOT_A_FILE: Words(
        "a folder stands where a file is expected",
        "这里应是文件，却是文件夹",
    ),
    Kind.UNREADABLE_FILE: Words(
        "the file cannot be read: {value}",
        "文件读不出来：{value}",
    ),
    Kind.NO_CATALOG: Words(
        "no such folder; expected the folder of the catalog, with site.yml and revisions/",
        "没有这个文件夹；这里应是清单的文件夹，内有 site.yml 和 revisions/",
    ),
    Kind.OUTSIDE_CATALOG: Words(
        "this path leads out of the catalog to {value}; expected a file inside {folder}",
        "这个路径通向清单文件夹之外的 {value}；应是 {folder} 里面的文件",
    ),
    Kind.LINK_LEAVES: Words(
        "this link leads out of {folder} to {value}, and nothing from there may be published; expected a file or a folder inside, or a copy in its place",
        "这个链接通向 {folder} 之外的 {value}，那里的内容不能发布；只能通向里面的文件或文件夹，或者换成一份拷贝",
    ),
    Kind.LINK_IN_CIRCLE: Words(
        "this link leads to {value}, from where links lead back to it, without end; expected a file or a folder from which none does",
        "这个链接通向 {value}，从那里又绕回到它自己，没有尽头；只能通向不绕回来的文件或文件夹",
    ),
    Kind.LINK_NOWHERE: Words(
        "this link leads to {value}, where nothing is; expected a file or a folder that is there",
        "这个链接通向 {value}，那里什么也没有；应通向存在的文件或文件夹",
    ),
    Kind.NO_REVISION: Words(
        "no revision here; expected a folder named by its year, such as revisions/2025",
        "这里没有任何一版清单；应有以年份命名的文件夹，如 revisions/2025",
    ),
    Kind.ONLY_DRAFTS: Words(
        "every revision here is a draft, by its {value}; run 'carelist publish' for one in which nothing is left to do",
        "这里的各版都有 {value}，还是草稿；哪一版做完了，就运行 carelist publish",
    ),
    Kind.NOT_A_YEAR: Words(
        "'{value}' is not a year; expected folders named by their year, as 2025",
        "“{value}”不是年份；这里只放以年份命名的文件夹，如 2025",
    ),
    Kind.EMPTY_FOLDER: Words(
        "the folder is empty; expected {known}",
        "文件夹是空的；应有 {known}",
    ),
    Kind.UNEXPECTED_FILE: Words(
        "'{value}' has no place here; expected only {known}",
        "这里不应有“{value}”；只应有 {known}",
    ),
    Kind.TOO_LARGE: Words(
        "the file has {value} bytes; at most {most} are read",
        "文件有 {value} 字节；最多读取 {most} 字节",
    ),
    Kind.EMPTY_FILE: Words(
        "the file is empty; expected {keys}",
        "文件是空的；应写有：{keys_zh}",
    ),
    Kind.NOT_UTF8: Words(
        "byte 0x{value} is not UTF-8; save the file as UTF-8",
        "字节 0x{value} 不是 UTF-8；请把文件另存为 UTF-8 编码",
    ),
    Kind.CONTROL_CHARACTER: Words(
        "{value} is a character that nobody can see or read; delete it",
        "{value} 是看不见或读不出的字符；请删去",
    ),
    Kind.YAML_SYNTAX: Words(
        "{detail}",
        "{detail_zh}",
    ),
    Kind.ALIAS: Words(
        "'{value}' stands for a text written elsewhere; write the text out, or quote it if it is text",
        "“{value}”会被当作别处内容的代号；请把内容原样写出来，本来就是文字的请加引号",
    ),
    Kind.TAG: Words(
        "'{value}' is a tag, which is not used here; put the text in double quotes",
        "“{value}”是 YAML 标签，这里不用；本来就是文字的请加英文双引号",
    ),
    Kind.TOO_DEEP: Words(
        "more than {most} levels deep; look for a stray bracket or indent",
        "嵌套超过 {most} 层；请看是否多了括号或缩进",
    ),
    Kind.SECOND_DOCUMENT: Words(
        "'---' begins a second document here; delete it, a file holds one",
        "“---”会另起一份文档；请删去，一个文件只放一份",
    ),
    Kind.COMPLEX_KEY: Words(
        "a list or a set of keys stands where a key is expected; write a plain word",
        "项目名的位置上是列表或一组“项: 值”；应是一个词",
    ),
    Kind.DUPLICATE_KEY: Words(
        "'{value}' stands twice in one entry, first in line {first}; keep one",
        "同一条里“{value}”写了两次，前一次在第 {first} 行；请只留一个",
    ),
    Kind.CHINESE_COMMA: Words(
        "'{value}' holds a Chinese comma and is read as one entry; put ', ' between entries, an ASCII comma and a space",
        "“{value}”里有中文逗号或顿号，会被当作一条；条与条之间请用英文逗号加一个空格“, ”",
    ),
    Kind.LOST_COMMENT: Words(
        "everything from ' #' on is left out of the text; put the whole text in double quotes, or a remark on a line of its own",
        "空格加“#”以后的字不算在文字里；请给整段文字加上英文双引号，注释请另起一行",
    ),
    Kind.YAML_TRAP: Words(
        "{value} without quotes is read as {read} by YAML; write {form}",
        "不加引号的 {value} 会被 YAML 当作{read_zh}；请写成 {form_zh}",
    ),
    # Shapes
    Kind.EXPECTED_TEXT: Words(
        "'{key}' is {found}; expected a single value",
        "“{key}”写成了{found_zh}；应只写一个值",
    ),
    Kind.EXPECTED_LIST: Words(
        "'{key}' is {found}; expected a list, such as {form}",
        "“{key}”写成了{found_zh}；应是列表，如 {form}",
    ),
    Kind.EXPECTED_MAPPING: Words(
        "'{key}' is {found}; expected the keys {keys}, each on a line of its own",
        "“{key}”写成了{found_zh}；下面应分行写：{keys}",
    ),
    Kind.MISSING_KEY: Words(
        "'{key}' is missing; expected the keys {keys}",
        "缺少“{key}”；这里应写有：{keys}",
    ),
    Kind.UNKNOWN_KEY: Words(
        "unknown key '{value}'; expected only {keys}",
        "没有“{value}”这一项；这里只能写：{keys}",
    ),
    Kind.NOT_ONE_OF: Words(
        "'{value}' is not known for '{key}'; expected one of {choices}",
        "“{key}”不能写“{value}”；只能是：{choices}",
    ),
    Kind.EMPTY_TEXT: Words(
        "'{key}' is empty; write its value, or leave the line out if it is optional",
        "“{key}”是空的；请写上内容，可有可无的项请整行删去",
    ),
    Kind.EMPTY_LIST: Words(
        "'{key}' is empty; expected at least one entry",
        "“{key}”是空的；至少要有一条",
    ),
    Kind.NOT_AN_ID: Words(
        "'{value}' is not an id; expected small letters, digits and single hyphens, as 'basic-living'",
        "“{value}”不能用作 id；只能用小写英文字母、数字和单个连字符，如“basic-living”",
    ),
    Kind.NOT_A_FACT: Words(
        "'{value}' is not the id of a fact; expected small letters, digits and single underscores, as 'residence_permit'",
        "“{value}”不能用作问题的 id；只能用小写英文字母、数字和单个下划线，如“residence_permit”",
    ),
    Kind.NOT_A_PROFILE: Words(
        "'{value}' is not a profile; expected answers as 'age=3-5 hardship=low-income,sudden', or 'nothing'",
        "“{value}”不是一组回答；应写成“age=3-5 hardship=low-income,sudden”，什么都没答写“nothing”",
    ),
    Kind.NOT_AN_ICON: Words(
        "'{value}' is not the name of an icon; expected small letters, digits and hyphens, as 'baby-carriage'",
        "“{value}”不是图标名；只能用小写英文字母、数字和连字符，如“baby-carriage”",
    ),
    Kind.NOT_A_NUMBER: Words(
        "'{value}' is not a number; expected a whole number from 1, as 7",
        "“{value}”不是编号；应是从 1 起的整数，如 7",
    ),
    Kind.NOT_A_PERCENTAGE: Words(
        "'{value}' is not a percentage; expected a whole number from 1 to 100, as 95",
        "“{value}”不是把握的百分数；应是 1 到 100 的整数，不带 %，如 95",
    ),
    Kind.NOT_A_PHONE_NUMBER: Words(
        "'{value}' is not a telephone number; expected 3 to 12 digits in quotes, as \"12345\"",
        '“{value}”不是电话号码；应是加引号的 3 到 12 位数字，如 "12345"',
    ),
    Kind.NOT_A_TELEPHONE: Words(
        "'{value}' is not the telephone number of an office; expected digits, with hyphens behind the area code and before an extension, as \"0431-81234567\"",
        '“{value}”不是办公地点的电话；应是数字，区号后、分机前用连字符，如 "0431-81234567"',
    ),
    Kind.NOT_A_DATE: Words(
        "'{value}' is not a date; expected year, month and day, as \"2025-09-18\"",
        '“{value}”不是日期；应写年、月、日，如 "2025-09-18"',
    ),
    Kind.NOT_A_RANGE: Words(
        "'{value}' is not a list of {what}; expected {form}",
        "“{value}”不是{what_zh}；应写成 {form_zh}",
    ),
    Kind.NOT_A_FILE_NAME: Words(
        "'{value}' is not a file name; expected a file of the same folder, as source.txt",
        "“{value}”不是文件名；应是同一文件夹里的文件，如 source.txt",
    ),
    Kind.NOT_AN_ADDRESS: Words(
        "'{value}' is not an address; expected https:// or mailto: at its beginning, and no braces but {{page}} and {{revision}}",
        "“{value}”不是可用的网址；应以 https:// 或 mailto: 开头，花括号只能是 {{page}} 和 {{revision}}",
    ),
    Kind.NOT_A_DIGEST: Words(
        "'{value}' is not a digest; expected 8 digits and letters a-f in straight quotes, here \"{digest}\"",
        '“{value}”不是 digest；应是英文引号里的 8 位数字或字母 a-f，这里是 "{digest}"',
    ),
    Kind.NOT_A_TAG: Words(
        "'{value}' is not a tag; expected a domain name or an e-mail address that is yours, a day on which it was, and a word, in small letters, as \"tag:list.example.org,2026-01-31:care\"",
        '“{value}”不能用作 tag；应依次写：自己的域名或电子邮箱、确实归自己所有的某一天、一个词，都用小写字母，如 "tag:list.example.org,2026-01-31:care"',
    ),
    Kind.LINE_BREAK: Words(
        "the text has a line break; write it on one line", "文字里有换行；请写在一行里"
    ),
    Kind.NOT_CHINESE: Words(
        "'{value}' has no Chinese character; expected Chinese under 'zh'",
        "“{value}”里没有汉字；“zh”下应写中文",
    ),
    Kind.NOT_ENGLISH: Words(
        "'{value}' stands in an English text; expected English letters and punctuation under 'en'",
        "英文里有“{value}”；“en”下只能用英文字母和英文标点",
    ),
    Kind.MISSING_ENGLISH: Words(
        "the English of '{value}' is missing; add 'en' and digest: \"{digest}\"",
        '“{value}”没有英文；请补上 en，并写 digest: "{digest}"',
    ),
    Kind.MISSING_DIGEST: Words(
        "the English of '{value}' has no digest; once it is right, add digest: \"{digest}\"",
        '“{value}”的英文缺少 digest；核对英文后，请写 digest: "{digest}"',
    ),
    Kind.UNCONFIRMED: Words(
        "{name} '{of}' were last held against other official words than the list of {year} has; look at them, then run 'carelist confirm {year} {what}:{of}', or set digest: \"{digest}\" for them in confirmed.yml",
        '{name_zh}（{of}）上次核对时，对着的不是 {year} 年版现在的原文；请再看一遍，改好后运行 carelist confirm {year} {what}:{of}，或在 confirmed.yml 里把它的 digest 改为 "{digest}"',
    ),
    Kind.STALE_ENGLISH: Words(
        "the English was made from other words than '{value}'; once it is right, set digest: \"{digest}\"",
        '英文不是照现在的中文“{value}”译的；改好英文后，请把 digest 改为 "{digest}"',
    ),
    # Records
    Kind.PROVISIONAL_ID: Words(
        "'{value}' is the provisional id of a draft; choose one that can last, as 'basic-living'",
        "“{value}”是草稿里的临时 id；请换成固定的，如“basic-living”",
    ),
    Kind.DUPLICATE_ID: Words(
        "'{value}' is taken, first in line {first}; every {key} stands once",
        "“{value}”已经用过，前一次在第 {first} 行；每个 {key} 只用一次",
    ),
    Kind.REPEATED_ENTRY: Words(
        "'{value}' stands twice in '{key}'; keep one",
        "“{key}”里“{value}”写了两次；请只留一个",
    ),
    Kind.NOT_CONSECUTIVE: Words(
        "number {value} stands where {expected} is expected: services are numbered from 1 without gaps",
        "这里应是编号 {expected}，却是 {value}：各项服务从 1 起依次编号，不能跳号或重号",
    ),
    Kind.OUT_OF_ORDER: Words(
        "service {value} stands below service {before}; put the services in the order of their numbers",
        "第 {value} 项排在第 {before} 项后面；请按编号从小到大排列",
    ),
    Kind.UNKNOWN_PILLAR: Words(
        "unknown pillar '{value}'",
        "pillars.yml 里没有 id 为“{value}”的大类",
    ),
    Kind.UNKNOWN_DEPARTMENT: Words(
        "unknown department '{value}'",
        "departments.yml 里没有 id 为“{value}”的部门",
    ),
    Kind.UNKNOWN_AUDIENCE: Words(
        "unknown audience '{value}'",
        "audiences 里没有 id 为“{value}”的服务对象",
    ),
    Kind.UNKNOWN_GROUP: Words(
        "unknown group '{value}'",
        "groups 里没有 id 为“{value}”的服务项目",
    ),
    Kind.UNKNOWN_SERVICE: Words(
        "unknown service '{value}'",
        "services.yml 里没有 id 为“{value}”的服务",
    ),
    Kind.UNKNOWN_MEASURE: Words(
        "unknown measure '{value}'",
        "measures 里没有 id 为“{value}”的一条",
    ),
    Kind.UNKNOWN_PREDECESSOR: Words(
        "the revision before has no service '{value}'; 'replaces' names services of that list",
        "上一版清单里没有 id 为“{value}”的服务；“replaces”只写上一版的服务",
    ),
    Kind.REPLACES_ITSELF: Words(
        "'{value}' was in the revision before under the same id; it goes on, and replaces only others",
        "上一版已有“{value}”，沿用同一 id 就是延续；“replaces”只写别的服务",
    ),
    Kind.UNKNOWN_CLAUSE: Words(
        "'{value}' points nowhere: service '{service}' has no such clause",
        "“{value}”没有去处：服务“{service}”里没有这一条",
    ),
    Kind.LEADS_NOWHERE: Words(
        "'{value}' leads nowhere in the list of {year}, which has it no more, nor anything that replaces it; expected what that list has, or nothing (a word of earlier lists alone says until which, as until: \"{before}\")",
        '{year} 年版里没有“{value}”了，也没有接替它的服务；请写那一版里有的，或者删去（只属于以前各版的说法，写明到哪一版为止，如 until: "{before}"）',
    ),
    Kind.TERM_TWICE: Words(
        "'{value}' stands twice, first in line {first}; keep one, with all that it points at",
        "“{value}”写了两次，前一次在第 {first} 行；请只留一个，把去处写在一起",
    ),
    Kind.TERM_EMPTY: Words(
        "nothing of '{value}' can be searched for; expected words in Chinese characters, Latin letters or digits",
        "“{value}”里没有可以查的字；应有汉字、字母或数字",
    ),
    Kind.TERM_IGNORED: Words(
        "'{value}' is among the words that are ignored; it cannot have another meaning beside that",
        "“{value}”在忽略的词（ignored）里；不能又当同义词用",
    ),
    Kind.TERM_OUTRANKS: Words(
        "'{value}' puts '{above}' above the service whose own name is '{name}'; point it at '{service}' first, or say it otherwise",
        "“{value}”使“{above}”排在本名为“{name}”的服务前面；请把“{service}”写在最前，或换个说法",
    ),
    Kind.SYNONYM_NOWHERE: Words(
        "'{value}' points nowhere: no service has this word; expected a word of the list, or of a term",
        "“{value}”没有去处：没有一项服务有这个词；应是清单里的词，或下面某项服务的说法",
    ),
    Kind.UNUSED_AUDIENCE: Words(
        "audience '{value}' is used by no service; delete it or use it",
        "没有服务用到服务对象“{value}”；请删去或用上",
    ),
    Kind.UNUSED_GROUP: Words(
        "group '{value}' is used by no service; delete it or use it",
        "没有服务用到服务项目“{value}”；请删去或用上",
    ),
    Kind.UNUSED_PILLAR: Words(
        "pillar '{value}' holds no service of any revision; delete it or use it",
        "没有哪一版的服务属于大类“{value}”；请删去或用上",
    ),
    Kind.UNKNOWN_UNTIL: Words(
        "'{value}' is not the last list with a former name; expected one of {known}, the oldest"
        " name first",
        "“{value}”不能是最后用旧名称的那一版；可以写 {known}，旧的在前",
    ),
    Kind.NOT_AN_EARLIER_LIST: Words(
        "'{value}' is no list that another follows; expected one of {known}, or no 'until' for words that go on",
        "“{value}”不是后面还有新版的一版；可以写 {known}，还在用的说法不写 until",
    ),
    Kind.TITLE_NEEDED: Words(
        "service '{value}' shares the name '{group}' with others; expected a 'title' that tells it apart",
        "服务“{value}”与别的服务同用“{group}”这个名称；请加“title”以便区分",
    ),
    Kind.HOW_WITHOUT_WORDS: Words(
        "'{value}' rests on no word of this clause; expected one of {words} in it (ways.yml), or 'ask' where it does not say how",
        "“{value}”在这一条的原文里没有依据；原文应有其中一个词：{words}（见 ways.yml）；没有写怎样得到的，请写 ask",
    ),
    Kind.HOW_AGAINST_WORDS: Words(
        "'{value}' does not go with '{word}' in this clause (ways.yml); expected what its words say",
        "“{value}”与这一条原文里的“{word}”不合（见 ways.yml）；请照原文写",
    ),
    Kind.TITLE_NOT_UNIQUE: Words(
        "'{value}' already names service '{other}'; expected a title that tells them apart",
        "“{value}”已是服务“{other}”的名称；应另取一个能区分的标题",
    ),
    Kind.NOT_A_SPAN: Words(
        "'{value}' does not stand in '{whole}'; expected words of that text, character for character",
        "“{whole}”里没有“{value}”；应逐字摘自那段文字",
    ),
    Kind.NOT_FOR_SITUATION: Words(
        "'{value}' does not fit a family that answers '{profile}'; 'first' names what does",
        "按 profile“{profile}”的回答，“{value}”不适合；first 只写适合的",
    ),
    Kind.NOT_IN_A_NOTICE: Words(
        "'{value}' stands in no measure of any notice; expected its words, character for character",
        "各年的通知里都没有“{value}”；应逐字摘自通知的措施",
    ),
    Kind.OFFICE_TWICE: Words(
        "'{value}' stands twice among the offices of '{department}'; expected each office once in its district",
        "“{department}”的 offices 里“{value}”写了两次；一个区里同一个地方只写一次",
    ),
    Kind.OFFICE_OLD: Words(
        "'{value}' was last checked on {checked}, more than a year ago; hold it against its source again and renew 'checked', or take it out",
        "“{value}”上次核对是 {checked}，已经过了一年；请再对照出处核对，更新 checked，或者删去",
    ),
    # Rules
    Kind.NOT_A_CRITERION: Words(
        "this is not a criterion; expected the id of a condition, 'everyone', or one of 'all', 'any' and 'not' with criteria below it",
        "这里不是一条规则；应写一个条件的 id、“everyone”（人人符合），或者 all（都要）、any（有一即可）、not（不是）之一，下面再写规则",
    ),
    Kind.CONDITION_SHAPE: Words(
        "condition '{value}' needs either 'fact' with 'is', or 'set_by'",
        "条件“{value}”应写“fact”和“is”，或者只写“set_by”",
    ),
    Kind.UNKNOWN_FACT: Words(
        "unknown fact '{value}'",
        "questions.yml 里没有 id 为“{value}”的问题",
    ),
    Kind.UNKNOWN_OPTION: Words(
        "fact '{fact}' has no option '{value}'",
        "问题“{fact}”没有“{value}”这个选项",
    ),
    Kind.UNKNOWN_CONDITION: Words(
        "unknown condition '{value}'",
        "conditions 里没有 id 为“{value}”的条件",
    ),
    Kind.UNUSED_CONDITION: Words(
        "condition '{value}' is used by no rule; delete it or use it",
        "没有规则用到条件“{value}”；请删去或用上",
    ),
    Kind.QUOTE_ELSEWHERE: Words(
        "condition '{value}' rests on the words '{quote}', which do not stand in '{whole}'; a rule may say no more than the text",
        "条件“{value}”依据的是“{quote}”，而“{whole}”里没有这几个字；规则不能比原文多说",
    ),
    Kind.ONE_ANSWER_ONLY: Words(
        "'{fact}' has several answers here; expected a single one, as 'none' is too",
        "“{fact}”在这里写了几个答案；这个问题只能选一个，'none' 也不能和别的一起选",
    ),
    Kind.UNUSED_FACT: Words(
        "no rule depends on question '{value}'; do not ask it, or use it",
        "没有规则用到问题“{value}”；请不要问，或用上它",
    ),
    Kind.CLASH_OF_ONE: Words(
        "one answer cannot clash; expected two at least below 'all'",
        "一个回答谈不上矛盾；“all”下面至少要写两个",
    ),
    Kind.CLASH_NEVER_MET: Words(
        "'{value}' stands here twice, and takes a single answer: this clash is never met",
        "这里两次写了“{value}”，而这个问题只能选一个：这种情况不会出现",
    ),
    Kind.PROFILE_CLASHES: Words(
        "the answers '{value}' hardly stand together: {words}",
        "“{value}”这组回答很难同时成立：{words_zh}",
    ),
    Kind.AGE_OUTSIDE: Words(
        "age '{value}' lies outside '{quote}' as printed; expected ages within it",
        "“{value}”岁超出了原文的“{quote}”；只能写这个范围以内的年龄",
    ),
    Kind.RULE_NEVER_MET: Words(
        "no answers at all meet this rule within '{audience}'; is a condition too many, or should 'all' be 'any'?",
        "对“{audience}”来说，无论怎样回答都不会符合这条规则；是不是条件多了，或者“all”应为“any”？",
    ),
    Kind.RULE_NEVER_FAILS: Words(
        "whatever is answered, this rule is met; expected 'everyone' where the text sets no condition",
        "无论怎样回答都符合这条规则；原文没有设条件的，请写“everyone”",
    ),
    Kind.RULE_SETTLES_TOO_MUCH: Words(
        "the text says '符合条件' and no more; expected a condition that quotes it with 'set_by'",
        "原文只写“符合条件”；规则里要有引这几个字、写明“set_by”的条件",
    ),
    Kind.RULE_TOO_WIDE: Words(
        "the conditions of this rule, with its audience's, can be met in {value} ways or more; expected at most {most}: write one condition with several options under 'is' for several of one option each",
        "这条规则连同服务对象的条件，有至少 {value} 种符合的组合；最多 {most} 种：同一个问题的几个条件，请合成一条，选项一起写进“is”",
    ),
    Kind.EXAMPLE_MISSING: Words(
        "this rule has no example; expected at least one profile under 'examples'",
        "这条规则没有例子；请在“examples”下至少写一组回答",
    ),
    Kind.EXAMPLE_FAILS: Words(
        "'{value}' gives '{found}' and not '{expected}', because of {reasons}",
        "“{value}”得到的是“{found}”，不是“{expected}”，原因是 {reasons}",
    ),
    # Readings and the source
    Kind.READING_SHAPE: Words(
        "a reading of kind '{kind}' {fault} '{key}'",
        "kind 为“{kind}”的校读{fault_zh}“{key}”",
    ),
    Kind.READING_COUNT: Words(
        "{rows} rows are read from {places} places; expected one place for all, or one for each row",
        "{rows} 项读自 {places} 处；应只写一处，或每项写一处",
    ),
    Kind.READING_TWICE: Words(
        "the {column} of row {row} is read twice, first by '{first}'; keep one reading",
        "第 {row} 项的{column_zh}有两条校读，前一条是“{first}”；请只留一个",
    ),
    Kind.READING_CROSSES_CELLS: Words(
        "'{value}' crosses the edge of a cell or breaks a line; quote words of one cell, and read them on one line",
        "“{value}”跨了格子或换了行；printed 应摘自一格之内，read 应写在一行里",
    ),
    Kind.READING_UNKNOWN_ROW: Words(
        "no service has number {value}; the last is {last}",
        "没有编号为 {value} 的服务；最后一项是 {last}",
    ),
    Kind.READING_UNKNOWN_PLACE: Words(
        "the table in {file} has no line '{value}'; lines are cited by the number printed beside them, as 24 or 32+1",
        "{file} 的表里没有“{value}”这一行；行按旁边印的序号来说，如 24 或 32+1",
    ),
    Kind.READING_NO_COLUMN: Words(
        "the page with line {value} has no column '{column}' in 'table'",
        "按“table”所列，第 {value} 行所在的那一页没有{column_zh}一列",
    ),
    Kind.READING_NOT_FOUND: Words(
        "'{value}' is not printed {where}; expected the words exactly as printed",
        "{where_zh}没有印着“{value}”；应与印出的字一字不差",
    ),
    Kind.READING_NOT_UNIQUE: Words(
        "'{value}' is printed {count} times in {file}; quote more words around it",
        "“{value}”在 {file} 里出现 {count} 次；请多引前后几个字",
    ),
    Kind.READING_NOT_INFERRED: Words(
        "the {column} of row {row} is printed as '{value}'; only a cell that is printed nowhere can be inferred",
        "第 {row} 项的{column_zh}印着“{value}”；没有印出来的格子才能推定（inferred）",
    ),
    Kind.TABLE_PAGES: Words(
        "the table in {file} has {expected} pages, which begin in lines {starts}; expected the columns of each, found {found}",
        "{file} 里的表有 {expected} 页，从第 {starts} 行开始；应每页写一行，说明各格是哪一栏，这里却有 {found} 行",
    ),
    Kind.TABLE_CELLS: Words(
        "this line of the table has {found} cells; 'table' in readings.yml lists {expected}",
        "表的这一行有 {found} 格；readings.yml 的“table”列出 {expected} 格",
    ),
    Kind.ROW_NOT_PRINTED: Words(
        "row {row}: the table in {file} has no line numbered {row}",
        "第 {row} 项：{file} 的表里没有编号 {row} 的行",
    ),
    Kind.ROW_NOT_LISTED: Words(
        "no service has number {row}, which {file}:{line} prints; add the service",
        "{file} 第 {line} 行印着编号 {row}，这里却没有这项服务；请补上",
    ),
    Kind.ROW_ELSEWHERE: Words(
        "row {row}: the task of '{value}' is printed as row {other}, in {file}:{line}; is its number right?",
        "第 {row} 项：“{value}”的任务内容印在第 {other} 项（{file} 第 {line} 行）；编号是不是写错了？",
    ),
    Kind.CELL_BLANK: Words(
        "row {row}, {column}: '{value}' here, but the cell in {file}:{line} is blank; expected a reading that says why",
        "第 {row} 项的{column_zh}：这里是“{value}”，而 {file} 第 {line} 行这一格是空的；应在 readings.yml 里说明依据",
    ),
    Kind.CELL_DIFFERS: Words(
        "row {row}, {column}: '{value}' here; {file}:{line} prints '{printed}'",
        "第 {row} 项的{column_zh}：这里是“{value}”；{file} 第 {line} 行印的是“{printed}”",
    ),
    Kind.TASK_DIFFERS: Words(
        "row {row}, task: the clauses do not join to it; '{value}' here, '{printed}' in {file}:{line}",
        "第 {row} 项的任务内容：各条连起来与原文不同；这里是“{value}”，{file} 第 {line} 行是“{printed}”",
    ),
    Kind.CELL_UNUSED: Words(
        "the list makes no use of '{value}'; add it to the list, or declare it in readings.yml as stray",
        "清单没有用到“{value}”；请收入清单，或在 readings.yml 里声明为多余（stray）",
    ),
    Kind.PARAGRAPH_NOT_FOUND: Words(
        "no paragraph of {file} reads '{value}'; expected a paragraph of the notice, character for character",
        "{file} 里没有“{value}”这一段；应与通知原文一字不差",
    ),
    Kind.PARAGRAPH_DIFFERS: Words(
        "the paragraph differs from the notice: '{value}' here, '{printed}' in {file}:{line}",
        "这一段与通知原文不同：这里是“{value}”，{file} 第 {line} 行是“{printed}”",
    ),
    Kind.PARAGRAPH_UNUSED: Words(
        "notice.yml has no paragraph '{value}'; add it there, or declare it in readings.yml as stray",
        "notice.yml 里没有“{value}”这一段；请补上，或在 readings.yml 里声明为多余（stray）",
    ),
    Kind.ISSUERS_DIFFER: Words(
        "issuer {number} is '{value}'; the line of addressees names '{printed}' there",
        "第 {number} 个发文单位写的是“{value}”；抬头一行在这个位置上是“{printed}”",
    ),
    # What is published
    Kind.TAG_MISSING: Words(
        "'tag' is missing, with which the ids of all feeds begin for ever; expected {form}",
        "缺少“tag”，它是所有订阅源永久 id 的开头；应写成 {form}",
    ),
    Kind.FROZEN_TAG: Words(
        "'{value}' is not the tag under which the list of {year} was published; put back tag: \"{was}\", also after a move to another address: who follows the feeds would get all of it anew",
        '“{value}”不是 {year} 年版发布时的 tag；请改回 tag: "{was}"，网站换了网址也不改：改了，订阅者会把旧消息全部重新收到一遍',
    ),
    Kind.FROZEN_ELSEWHERE: Words(
        "this record is of the list of {value}, and lies in the folder of {year}; expected that of {year}: delete it here, 'carelist publish {year}' writes one",
        "这份发布记录属于 {value} 年版，却放在 {year} 年版的文件夹里；这里应是 {year} 年版自己的：请从这里删去，由 carelist publish {year} 写成",
    ),
    Kind.FROZEN_UNNAMED: Words(
        'the record does not say what it belongs to; write revision: "{revision}" and tag: "{tag}" above \'published_on\', and here seal: "{digest}"',
        '发布记录没有写明属于哪一版；请在 published_on 上面写 revision: "{revision}" 和 tag: "{tag}"，这里改成 seal: "{digest}"',
    ),
    Kind.FROZEN_RECORD: Words(
        "what was recorded when this list was published, ids and digests among it, has been edited; put it back, also where an id was replaced in every file: only 'corrections' may grow",
        "这一版发布时的记录（包括 id 和 digest）被改过；请恢复原样，用“全部替换”改过的 id 也要改回来：只有 corrections 可以增加",
    ),
    Kind.FROZEN_COPY: Words(
        "this copy is not the one published on {date}; put that one back, and say in readings.yml what is to be read otherwise",
        "这份原文与 {date} 发布时的不同；请恢复原样，要改读的地方写在 readings.yml 里",
    ),
    Kind.FROZEN_GONE: Words(
        "service '{value}', published on {date}, is missing; put it back: a service that ends is left out of the next revision, never deleted from this one",
        "少了 {date} 发布的服务“{value}”；请放回来：取消的服务不写进下一版即可，不从已发布的这一版里删",
    ),
    Kind.FROZEN_ID: Words(
        "'{value}' was published on {date} as '{was}'; put that id back, as addresses and printed codes rest on it, and change the 'title' if readers should see another name",
        "“{value}”在 {date} 发布时的 id 是“{was}”；请改回去，网址和印出的二维码都靠它；想换名称，请改“title”",
    ),
    Kind.FROZEN_NEW: Words(
        "service '{value}' is not in the list published on {date}; add it to the next revision instead ('carelist revise')",
        "{date} 发布的清单里没有服务“{value}”；请加到下一版里（carelist revise）",
    ),
    Kind.FROZEN_CLAUSE: Words(
        "clause '{value}' of '{service}', published on {date}, is missing; put its id back, as links lead to it",
        "“{service}”少了 {date} 发布的一条“{value}”；请把这个 id 放回来，有链接指向它",
    ),
    Kind.FROZEN_WORDS: Words(
        "the official words of '{value}' are not those published on {date}; put them back, or, if the copy was misread, correct readings.yml and list the service below a correction in published.yml, with official: \"{digest}\"",
        '“{value}”的公文原文与 {date} 发布的不同；请恢复原样；如果是当初读错了，请改 readings.yml，并在 published.yml 的 corrections 里列出这项服务，写 official: "{digest}"',
    ),
    Kind.NOT_LOGGED: Words(
        "readings, English or editorial words have changed since they were published on {date} or last corrected; add a line to 'corrections' that says what, with content: \"{digest}\"",
        '校读、英文或编辑文字在 {date} 发布或上次更正之后又有改动；请在 corrections 里添一行，说明改了什么，并写 content: "{digest}"',
    ),
}

SUMMARY = {
    "source": Words("{revision}: proved against {file}", "{revision} 年版：已与 {file} 逐字核对"),
    "services": Words(
        "  {services} services, {clauses} clauses", "  服务 {services} 项，内容 {clauses} 条"
    ),
    "cells": Words(
        "  {cells} cells: {printed} printed in place, {merged} merged, {shifted} shifted, {inferred} inferred",
        "  表格 {cells} 格：原位印出 {printed}，合并 {merged}，移位 {shifted}，推定 {inferred}",
    ),
    "readings": Words(
        "  {repaired} character repairs, {note} notes, {stray} stray, {lost} lost",
        "  校改文字 {repaired} 处，存疑 {note} 处，多余 {stray} 处，缺失 {lost} 处",
    ),
    "paragraphs": Words("  {paragraphs} paragraphs of the body", "  正文 {paragraphs} 段"),
    "texts": Words(
        "  {fresh} of {texts} texts with English of the present Chinese",
        "  {texts} 处文字中，{fresh} 处的英文与现在的中文相符",
    ),
    "city": Words(
        "city files: {fresh} of {texts} texts with English of the present Chinese",
        "城市资料：{texts} 处文字中，{fresh} 处的英文与现在的中文相符",
    ),
}
"""The lines that sum up a sound catalog."""

REFUSALS = {
    "no_revision": Words(
        "no revision '{value}'; there are {known}", "没有 {value} 年版；现有 {known}"
    ),
    "published": Words(
        "revision {value} was published on {date}; log what is mended since in {file}, below 'corrections'",
        "{value} 年版已在 {date} 发布；以后改了什么，请记在 {file} 的 corrections 里",
    ),
    "two_revisions": Words(
        "name two revisions, as 'changes 2025 2026', or --base DIR",
        "请写两个年份，如 changes 2025 2026，或者用 --base DIR",
    ),
    "not_an_answer": Words(
        "'{value}' is not an answer; expected a fact and options, as age=3-5",
        "“{value}”不是回答；应写“问题=选项”，如 age=3-5",
    ),
    "unknown_fact": Words("unknown fact '{value}'{guess}", "没有“{value}”这个问题{guess_zh}"),
    "answered_twice": Words(
        "'{value}' is answered twice; write age=3-5 once", "“{value}”答了两次；请只写一次"
    ),
    "unknown_option": Words(
        "fact '{fact}' has no option '{value}'{guess}",
        "问题“{fact}”没有“{value}”这个选项{guess_zh}",
    ),
    "single_answer": Words(
        "'{fact}' takes a single answer here, not '{value}'",
        "“{fact}”在这里只能选一个，不能写“{value}”",
    ),
    "workers_ended": Words(
        "the system ended a process that was making pages, most likely for want of memory; the site stays as it was: close other programs, or give the machine more memory, and build again",
        "生成网页的一个进程被系统中止了，多半是内存不够；网站保持原样：请关掉别的程序，或增加内存，再生成一次",
    ),
    "no_words": Words(
        "nothing is called '{value}'; expected a name as summary:housing",
        "没有叫“{value}”的；应写成 summary:housing 这样",
    ),
    "no_campaign": Words(
        "there is no '{value}'; expected list, or a kind and an id as pillar:health",
        "没有“{value}”；应写 list，或者“种类:id”，如 pillar:health",
    ),
}
"""Why a command does not do what it was asked for."""

COMMANDS = {
    "published": Words(
        "{file}: the list of {year} is published, and frozen from now on",
        "{file}：{year} 年版已经发布，公文原文和 id 从此不再变",
    ),
    "unread": Words(
        "{file}: the settings cannot be read: {reason}", "{file}：设置读不出来：{reason}"
    ),
    "schema_written": Words("{file}: written", "{file}：已重写"),
    "schema_stale": Words("{file}: out of step", "{file}：与程序不一致"),
    "schema_next": Words("run 'carelist schema --write'", "请运行 carelist schema --write"),
    "unrecorded": Words(
        "{file}: the list of {year} is neither a draft nor published; run 'carelist publish {year}'",
        "{file}：{year} 年版既不是草稿，也没有发布；请运行 carelist publish {year}",
    ),
    "record_gone": Words(
        "{file}: the list of {year} was published and its record is gone; put it back",
        "{file}：{year} 年版发布过，发布记录却不见了；请放回来",
    ),
    "address_lost": Words(
        "{file}: /{address} was published and no longer answers",
        "{file}：/{address} 发布过，现在打不开了",
    ),
    "address_added": Words("{file}: /{address} is added", "{file}：已登记 /{address}"),
    "address_new": Words("{file}: /{address} is new", "{file}：/{address} 是新的，还没登记"),
    "ledger_next": Words("run 'carelist ledger --write'", "请运行 carelist ledger --write"),
    "to_confirm": Words("to be confirmed: {count}", "待核对：{count}"),
    "to_translate": Words("stale or missing: {count}", "待更新：{count}"),
    "stale": Words("stale", "英文未更新"),
    "missing": Words("missing", "缺英文"),
    "before": Words("zh before", "原来的中文"),
    "after": Words("zh now", "现在的中文"),
    "english": Words("en", "英文"),
    "not_stale": Words(
        "no English is stale at '{value}'; expected FILE:LINE as listed",
        "“{value}”处没有未更新的英文；请照列出的写 文件:行",
    ),
}
"""What commands say of what they did."""

LOSSES = {
    "service": Words("service '{service}' is withdrawn", "取消了服务“{service}”"),
    "replaced": Words(
        "service '{service}' is withdrawn, and {heirs} replaces it",
        "取消了服务“{service}”，由 {heirs} 接替",
    ),
    "clause": Words(
        "'{service}' no longer has '{clause}': '{text}'", "“{service}”不再有“{clause}”：“{text}”"
    ),
    "moved": Words(
        "'{service}' no longer has '{clause}', whose words stand at '{now}' now",
        "“{service}”不再有“{clause}”，它的话现在在“{now}”",
    ),
    "audience": Words(
        "'{service}' was for '{before}', and is for '{after}' now",
        "“{service}”的服务对象原来是“{before}”，现在是“{after}”",
    ),
    "departments": Words(
        "'{service}' no longer names {names}", "“{service}”的责任部门不再有 {names}"
    ),
    "department": Words(
        "no service names the department {name} any more", "没有一项服务的责任部门再有 {name}"
    ),
}
"""What a list no longer says that the list before it said."""

COUNTS = {
    "none": Words("no problems", "没有问题"),
    "one": Words("1 problem", "共 1 个问题"),
    "many": Words("{problems} problems in {files} files", "{files} 个文件里共 {problems} 个问题"),
    "draft": Words(
        "{year} is a draft and is not published; left to do: {problems}",
        "{year} 年版是草稿，没有发布；还有 {problems} 处要做",
    ),
    "draft_done": Words(
        "{year} is a draft with nothing left to do; 'carelist publish {year}' publishes it",
        "{year} 年版的草稿已经做完；运行 carelist publish {year} 就发布",
    ),
    "against": Words(
        "against the list of {before}, {year} has lost {count}; is all of it meant?",
        "和 {before} 年版相比，{year} 年版少了或改了 {count} 处；请看是不是都该这样",
    ),
    "allowed": Words(
        "translations to renew: {problems}, allowed", "有 {problems} 处英文待更新，已允许"
    ),
}
"""The last line of a check."""
