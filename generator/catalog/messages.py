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
    """Every kind of problem there is."""

    MISSING_FILE = auto()
    OUTSIDE_CATALOG = auto()
    NO_REVISION = auto()
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
    NOT_A_NUMBER = auto()
    NOT_A_PERCENTAGE = auto()
    NOT_A_DATE = auto()
    NOT_A_RANGE = auto()
    NOT_A_FILE_NAME = auto()
    NOT_AN_ADDRESS = auto()
    LINE_BREAK = auto()
    NOT_CHINESE = auto()
    NOT_ENGLISH = auto()
    MISSING_ENGLISH = auto()
    STALE_ENGLISH = auto()

    DUPLICATE_ID = auto()
    REPEATED_ENTRY = auto()
    NOT_CONSECUTIVE = auto()
    UNKNOWN_PILLAR = auto()
    UNKNOWN_DEPARTMENT = auto()
    UNKNOWN_AUDIENCE = auto()
    UNKNOWN_GROUP = auto()
    UNKNOWN_SERVICE = auto()
    UNKNOWN_MEASURE = auto()
    UNUSED_AUDIENCE = auto()
    UNUSED_GROUP = auto()
    UNUSED_PILLAR = auto()
    TITLE_NEEDED = auto()
    TITLE_NOT_UNIQUE = auto()
    NOT_A_SPAN = auto()

    READING_SHAPE = auto()
    READING_COUNT = auto()
    READING_TWICE = auto()
    READING_UNKNOWN_ROW = auto()
    READING_UNKNOWN_PLACE = auto()
    READING_NO_COLUMN = auto()
    READING_NOT_FOUND = auto()
    READING_NOT_UNIQUE = auto()
    READING_NOT_INFERRED = auto()
    TABLE_PAGES = auto()
    TABLE_CELLS = auto()
    ROW_NOT_PRINTED = auto()
    CELL_BLANK = auto()
    CELL_DIFFERS = auto()
    TASK_DIFFERS = auto()
    CELL_UNUSED = auto()
    PARAGRAPH_NOT_FOUND = auto()
    PARAGRAPH_UNUSED = auto()
    ISSUERS_DIFFER = auto()


TRANSLATION_KINDS = frozenset({Kind.MISSING_ENGLISH, Kind.STALE_ENGLISH})

MESSAGES: dict[Kind, Words] = {
    # Files
    Kind.MISSING_FILE: Words(
        "this file is missing; the catalog needs it", "缺少这个文件；清单离不开它"
    ),
    Kind.OUTSIDE_CATALOG: Words(
        "this path leads out of the catalog to {value}; expected a file inside {folder}",
        "这个路径通向清单文件夹之外的 {value}；应是 {folder} 里面的文件",
    ),
    Kind.NO_REVISION: Words(
        "no revision here; expected a folder named by its year, such as revisions/2025",
        "这里没有任何一版清单；应有以年份命名的文件夹，如 revisions/2025",
    ),
    Kind.UNEXPECTED_FILE: Words(
        "unexpected file '{value}'; expected only {known}",
        "多出文件“{value}”；这里只应有 {known}",
    ),
    Kind.TOO_LARGE: Words(
        "the file has {value} bytes; at most {most} are read",
        "文件有 {value} 字节；最多读取 {most} 字节",
    ),
    Kind.EMPTY_FILE: Words(
        "the file is empty; expected a mapping with the keys {keys}",
        "文件是空的；应写有这些项：{keys}",
    ),
    Kind.NOT_UTF8: Words(
        "byte 0x{value} is not UTF-8; save the file as UTF-8",
        "字节 0x{value} 不是 UTF-8；请把文件另存为 UTF-8 编码",
    ),
    Kind.CONTROL_CHARACTER: Words(
        "invisible character {value}; delete it", "有看不见的字符 {value}；请删去"
    ),
    Kind.YAML_SYNTAX: Words("not YAML: {detail}", "不合 YAML 写法：{detail_zh}"),
    Kind.ALIAS: Words(
        "'{value}' is an anchor or alias; write the text out",
        "“{value}”是锚点或别名；请把内容原样写出来",
    ),
    Kind.TAG: Words(
        "tag '{value}'; tags are not used, put the text in quotes",
        "标签“{value}”；这里不用标签，请把文字放进引号",
    ),
    Kind.TOO_DEEP: Words(
        "nested more than {most} levels deep; look for a stray bracket or indent",
        "嵌套超过 {most} 层；请看是否多了括号或缩进",
    ),
    Kind.SECOND_DOCUMENT: Words(
        "a second document begins with '---'; a file holds one",
        "这里以“---”开始了第二份文档；一个文件只放一份",
    ),
    Kind.COMPLEX_KEY: Words(
        "a key is a list or a mapping; expected a plain word", "键是列表或映射；应是一个词"
    ),
    Kind.DUPLICATE_KEY: Words(
        "key '{value}' stands twice here, first in line {first}; keep one",
        "键“{value}”在这里写了两次，第一次在第 {first} 行；请只留一个",
    ),
    Kind.YAML_TRAP: Words(
        "{value} without quotes is read as {read} by YAML; write {form}",
        "不加引号的 {value} 会被 YAML 读成 {read_zh}；请写成 {form}",
    ),
    # Shapes
    Kind.EXPECTED_TEXT: Words(
        "'{key}' is a {found}; expected text", "“{key}”是{found_zh}；应是文字"
    ),
    Kind.EXPECTED_LIST: Words(
        "'{key}' is a {found}; expected a list, one '- ' a line",
        "“{key}”是{found_zh}；应是列表，每行以“- ”开头",
    ),
    Kind.EXPECTED_MAPPING: Words(
        "'{key}' is a {found}; expected the keys {keys}", "“{key}”是{found_zh}；应写有这些项：{keys}"
    ),
    Kind.MISSING_KEY: Words("'{key}' is missing", "缺少“{key}”这一项"),
    Kind.UNKNOWN_KEY: Words(
        "unknown key '{value}'; expected one of {keys}", "没有“{value}”这一项；可用的有：{keys}"
    ),
    Kind.NOT_ONE_OF: Words(
        "'{value}' is not known for '{key}'; expected one of {choices}",
        "“{key}”不能是“{value}”；应是其中之一：{choices}",
    ),
    Kind.EMPTY_TEXT: Words("'{key}' is empty; expected text", "“{key}”是空的；应写文字"),
    Kind.EMPTY_LIST: Words(
        "'{key}' is empty; expected at least one entry", "“{key}”是空的；至少要有一条"
    ),
    Kind.NOT_AN_ID: Words(
        "'{value}' is not an id; expected small letters, digits and single hyphens, as 'basic-living'",
        "“{value}”不能作标识；只用小写字母、数字和单个连字符，如“basic-living”",
    ),
    Kind.NOT_A_NUMBER: Words(
        "'{value}' is not a number; expected a whole number from 1, as 7",
        "“{value}”不是编号；应是从 1 起的整数，如 7",
    ),
    Kind.NOT_A_PERCENTAGE: Words(
        "'{value}' is not a percentage; expected a whole number from 1 to 100, as 95",
        "“{value}”不是百分数；应是 1 到 100 的整数，如 95",
    ),
    Kind.NOT_A_DATE: Words(
        "'{value}' is not a date; expected year, month and day, as 2025-09-18",
        "“{value}”不是日期；应写年、月、日，如 2025-09-18",
    ),
    Kind.NOT_A_RANGE: Words(
        "'{value}' is not a list of {what}; expected {form}",
        "“{value}”不是{what_zh}；应写成 {form}",
    ),
    Kind.NOT_A_FILE_NAME: Words(
        "'{value}' is not a file name; expected a file of the same folder, as source.txt",
        "“{value}”不是文件名；应是同一文件夹里的文件，如 source.txt",
    ),
    Kind.NOT_AN_ADDRESS: Words(
        "'{value}' is not an address; expected one beginning with https:// or mailto:",
        "“{value}”不是网址；应以 https:// 或 mailto: 开头",
    ),
    Kind.LINE_BREAK: Words(
        "the text has a line break; write it on one line", "文字里有换行；请写在一行里"
    ),
    Kind.NOT_CHINESE: Words(
        "'{value}' has no Chinese character; expected Chinese under 'zh'",
        "“{value}”里没有汉字；“zh”下应写中文",
    ),
    Kind.NOT_ENGLISH: Words(
        "'{value}' stands in an English text; expected no Chinese characters or punctuation under 'en'",
        "英文里有“{value}”；“en”下不应有汉字或中文标点",
    ),
    Kind.MISSING_ENGLISH: Words(
        "the English of '{value}' is missing; add 'en' and digest: \"{digest}\"",
        "“{value}”没有英文；请补上 en，并写 digest: \"{digest}\"",
    ),
    Kind.STALE_ENGLISH: Words(
        "the English was made from other Chinese than '{value}'; once it is right, set digest: \"{digest}\"",
        "英文不是照现在的中文“{value}”译的；改好英文后，请写 digest: \"{digest}\"",
    ),
    # Records
    Kind.DUPLICATE_ID: Words(
        "id '{value}' is taken, first in line {first}; every id stands once",
        "标识“{value}”已经用过，第一次在第 {first} 行；每个标识只用一次",
    ),
    Kind.REPEATED_ENTRY: Words(
        "'{value}' stands twice in '{key}'; keep one", "“{key}”里“{value}”写了两次；请只留一个"
    ),
    Kind.NOT_CONSECUTIVE: Words(
        "number {value} follows {before}; expected {expected}: rows are numbered from 1 without gaps",
        "编号 {value} 接在 {before} 之后；应是 {expected}：各行从 1 起依次编号",
    ),
    Kind.UNKNOWN_PILLAR: Words("unknown pillar '{value}'", "没有名为“{value}”的大类"),
    Kind.UNKNOWN_DEPARTMENT: Words("unknown department '{value}'", "没有名为“{value}”的部门"),
    Kind.UNKNOWN_AUDIENCE: Words("unknown audience '{value}'", "没有名为“{value}”的服务对象"),
    Kind.UNKNOWN_GROUP: Words("unknown group '{value}'", "没有名为“{value}”的服务项目"),
    Kind.UNKNOWN_SERVICE: Words("unknown service '{value}'", "没有名为“{value}”的服务"),
    Kind.UNKNOWN_MEASURE: Words("unknown measure '{value}'", "通知里没有名为“{value}”的一条"),
    Kind.UNUSED_AUDIENCE: Words(
        "audience '{value}' is used by no service; delete it or use it",
        "没有服务用到服务对象“{value}”；请删去或用上",
    ),
    Kind.UNUSED_GROUP: Words(
        "group '{value}' is used by no service; delete it or use it",
        "没有服务用到服务项目“{value}”；请删去或用上",
    ),
    Kind.UNUSED_PILLAR: Words(
        "pillar '{value}' holds no service of revision {revision}; delete it or use it",
        "{revision} 年版没有服务属于大类“{value}”；请删去或用上",
    ),
    Kind.TITLE_NEEDED: Words(
        "service '{value}' shares the name '{group}' with others; expected a 'title' of its own",
        "服务“{value}”与别的服务同名“{group}”；应有自己的“title”",
    ),
    Kind.TITLE_NOT_UNIQUE: Words(
        "'{value}' already names service '{other}'; expected a title that tells them apart",
        "“{value}”已是服务“{other}”的名称；应另取一个能区分的标题",
    ),
    Kind.NOT_A_SPAN: Words(
        "'{value}' does not stand in '{whole}'; expected words of that text, character for character",
        "“{whole}”里没有“{value}”；应逐字摘自那段文字",
    ),
    # Readings and the source
    Kind.READING_SHAPE: Words(
        "a reading of kind '{kind}' {fault} '{key}'", "“{kind}”类的读法{fault_zh}“{key}”"
    ),
    Kind.READING_COUNT: Words(
        "{rows} rows are read from {places} places; expected one place, or one for each row",
        "{rows} 行读自 {places} 处；应只写一处，或每行一处",
    ),
    Kind.READING_TWICE: Words(
        "the {column} of row {row} is read twice, first by '{first}'; keep one reading",
        "第 {row} 行的{column_zh}有两个读法，前一个是“{first}”；请只留一个",
    ),
    Kind.READING_UNKNOWN_ROW: Words(
        "no service has number {value}; rows are 1 to {last}",
        "没有编号为 {value} 的服务；编号是 1 到 {last}",
    ),
    Kind.READING_UNKNOWN_PLACE: Words(
        "no line of {file} is numbered {value}", "{file} 里没有编号为 {value} 的行"
    ),
    Kind.READING_NO_COLUMN: Words(
        "the line beside {value} has no column {column}", "{value} 那一行没有{column_zh}这一列"
    ),
    Kind.READING_NOT_FOUND: Words(
        "'{value}' is not printed {where}; expected the words exactly as printed",
        "{where_zh}没有印着“{value}”；应与印出的字逐字相同",
    ),
    Kind.READING_NOT_UNIQUE: Words(
        "'{value}' is printed {count} times in {file}; quote more words around it",
        "“{value}”在 {file} 里出现 {count} 次；请多引前后几个字",
    ),
    Kind.READING_NOT_INFERRED: Words(
        "the {column} of row {row} is printed as '{value}'; an inferred cell is printed nowhere",
        "第 {row} 行的{column_zh}印着“{value}”；推定的格子应是没有印出的",
    ),
    Kind.TABLE_PAGES: Words(
        "{found} pages of columns; {file} has a table on {expected} pages",
        "列出了 {found} 页的列；{file} 里的表有 {expected} 页",
    ),
    Kind.TABLE_CELLS: Words(
        "this line of the table has {found} cells; expected {expected}",
        "表的这一行有 {found} 格；应有 {expected} 格",
    ),
    Kind.ROW_NOT_PRINTED: Words(
        "row {row}: no line of {file} is numbered {row}", "第 {row} 行：{file} 里没有编号 {row} 的行"
    ),
    Kind.CELL_BLANK: Words(
        "row {row}: the {column} is '{value}', and the cell of {file} is blank; expected a reading",
        "第 {row} 行：{column_zh}是“{value}”，而 {file} 里这一格空着；应有一条读法",
    ),
    Kind.CELL_DIFFERS: Words(
        "row {row}: the {column} is '{value}'; {file}:{line} prints '{printed}'",
        "第 {row} 行：{column_zh}是“{value}”；{file} 第 {line} 行印的是“{printed}”",
    ),
    Kind.TASK_DIFFERS: Words(
        "row {row}: the clauses do not join to the task: '{value}' here, '{printed}' in {file}:{line}",
        "第 {row} 行：各条拼不成任务内容：这里是“{value}”，{file} 第 {line} 行是“{printed}”",
    ),
    Kind.CELL_UNUSED: Words(
        "'{value}' is used by no service; add it to the list or declare it stray",
        "没有服务用到“{value}”；请收入清单，或声明为多余（stray）",
    ),
    Kind.PARAGRAPH_NOT_FOUND: Words(
        "'{value}' is no paragraph of {file}; the nearest prints '{printed}'",
        "{file} 里没有“{value}”这一段；最接近的印的是“{printed}”",
    ),
    Kind.PARAGRAPH_UNUSED: Words(
        "the paragraph '{value}' is not in the notice; add it or declare it stray",
        "通知里没有“{value}”这一段；请补上，或声明为多余（stray）",
    ),
    Kind.ISSUERS_DIFFER: Words(
        "the issuers are {value}; the addressee line prints {printed}",
        "发文单位是{value}；抬头一行印的是{printed}",
    ),
}
