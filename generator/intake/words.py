"""The words of an intake: grounds of guesses in both languages, and Chinese drafts of readings."""

from __future__ import annotations

from generator.catalog.messages import Words
from generator.intake.guesses import Why

GROUNDS: dict[Why, Words] = {
    Why.PRINTED: Words("printed in its place", "印在原位"),
    Why.MERGED_BELOW: Words(
        "blank; taken from the line of {place}, as of a merged cell",
        "空白；当作合并格，取自 {place} 那一行",
    ),
    Why.PRINTED_BELOW: Words(
        "blank; its words are closer to the name printed at {place}, further down",
        "空白；内容更接近下面 {place} 那一行的名称",
    ),
    Why.MOVED_LABELS: Words(
        "the names of this column seem to have slid; this one is printed at {place}",
        "这一栏的名称像是错了行；这个名称印在 {place} 那一行",
    ),
    Why.STRAY_LABEL: Words(
        "a name on a line of its own at {place}, taken for the label of a merged cell",
        "名称单独印在 {place} 那一行，当作合并格的名称",
    ),
    Why.NAMES_TOGETHER: Words(
        "two names ran together in one cell at {place}",
        "{place} 那一行的一格里挤着两个名称",
    ),
    Why.LINE_MOVED: Words(
        "printed in another cell of the line at {place}", "印在 {place} 那一行的别的格子里"
    ),
    Why.NAME_BROKEN: Words(
        "a space inside the name was taken for a line break", "名称中间的空格当作换行"
    ),
    Why.NUMBERS_SLID: Words(
        "as many numbers as tasks, but not side by side; numbered in printed order",
        "序号与任务一样多，但没有印在一起；按印出的次序编号",
    ),
    Why.NUMBERS_UNSOUND: Words(
        "the printed numbers do not fit the tasks; numbered in printed order",
        "印出的序号与任务对不上；按印出的次序编号",
    ),
    Why.TASK_CONTINUES: Words(
        "goes on in another line; no reading can tell that yet, so the check will object",
        "内容接在另一行；readings.yml 还说明不了这种情形，检查时会提示",
    ),
    Why.SUMMARY_FITS: Words(
        "printed nowhere; the site's own words on this pillar fit best",
        "没有印出；与本站对这一大类的说明最相符",
    ),
    Why.DEPARTMENTS_ABOVE: Words(
        "blank; taken from the row above, at {place}", "空白；取自上一项（{place}）"
    ),
    Why.NOTHING_PRINTED: Words("nothing was found", "没有找到"),
}
"""On what a guess rests, as the report says it."""

READINGS: dict[Why, tuple[str, str]] = {
    Why.MERGED_BELOW: (
        "原件里这一格是空的，我们按上面的格子读作“{text}”。",
        "“{text}”只印在序号{place}旁边，看来是几行合并的一格。",
    ),
    Why.PRINTED_BELOW: (
        "原件里这一格是空的，“{text}”印在下面的行里，我们读作从这一项开始。",
        "这一项的内容与印在序号{place}旁边的“{text}”更接近。",
    ),
    Why.MOVED_LABELS: (
        "原件里这一栏错了行，我们按内容把“{text}”移到这一项。",
        "“{text}”印在序号{place}旁边；移到这里，与这一项的内容更相符。",
    ),
    Why.STRAY_LABEL: (
        "“{text}”在原件里单独印成一行，我们读作这几项共同的名称。",
        "这一行没有自己的任务，印着的是名称，看来是合并格里的字。",
    ),
    Why.NAMES_TOGETHER: (
        "原件里“{text}”与别的字印在同一格里，我们把它分了出来。",
        "它印在序号{place}旁边的一格里，那一格里还有另一栏的字。",
    ),
    Why.LINE_MOVED: (
        "原件里这一行的格子错了位，我们按内容移回这一栏。",
        "它印在序号{place}旁边的另一格里，内容与那一栏不符，与这一栏相符。",
    ),
    Why.NAME_BROKEN: (
        "名称中间多出的空格，我们去掉了。",
        "空格看来是原来换行留下的。",
    ),
    Why.NUMBERS_SLID: (
        "原件里序号与内容错了行，我们按印出的次序，把内容移回各自的序号。",
        "任务的段数与印出的序号一样多，次序也一致，只是没有印在一起。",
    ),
    Why.NUMBERS_UNSOUND: (
        "原件里序号与内容对不上，我们只按印出的次序编号。",
        "印出的序号与任务的段数不一致，没有别的依据。",
    ),
    Why.SUMMARY_FITS: (
        "原件里没有印这一大类的名称，“{text}”是推断的。",
        "这几项的内容与本站对这一大类的说明最相符。",
    ),
    Why.DEPARTMENTS_ABOVE: (
        "原件里这一格是空的，我们读作与上一项相同。",
        "部门印在序号{place}旁边，看来是几行合并的一格。",
    ),
}
"""What a reading says to a parent, and why: a first draft in Chinese, for the clerk to mend."""

BREAK = (
    "这句话在换页处断成了两截，我们把它接上。",
    "前一段没有标点就停住了，后一段接着往下说。",
)
SPACE = ("这里多出一个空格，我们去掉了。", "中文字之间不应有空格，看来是换行留下的。")
STRAY_PARAGRAPH = (
    "“{text}”单独成段，我们没有放进正文。",
    "看不出它属于通知的哪一部分。",
)
STRAY_CELL = (
    "“{text}”印在序号{place}旁边，清单没有用到。",
    "那一行没有任务，或者这些字属于别的格子。",
)
LOST_COLUMN = ("表格的这一页没有“{column}”一栏。", "这一页的各格里没有这一栏的字。")

COLUMN_NAMES = {
    "pillar": Words("pillar", "大类"),
    "number": Words("number", "序号"),
    "audience": Words("audience", "服务对象"),
    "group": Words("service", "服务项目"),
    "task": Words("task", "任务内容"),
    "departments": Words("departments", "责任部门"),
}

REPORT = {
    "title": Words(
        "{file}: {pages} pages of the table, {rows} services, {cells} cells",
        "{file}：表格 {pages} 页，服务 {rows} 项，共 {cells} 格",
    ),
    "page": Words("  page {page}: {columns}", "  第 {page} 页：{columns}"),
    "certain": Words(
        "certain: {count} cells, printed whole in their own places",
        "有把握：{count} 格，完整地印在原位",
    ),
    "guessed": Words(
        "guessed: {count} cells, {doubtful} of them doubtful; the least sure first",
        "推测：{count} 格，其中存疑 {doubtful} 格；最没把握的在前",
    ),
    "guess": Words(
        "  {sure:>3}%  row {rows}, {columns}: {words}; {ground}",
        "  {sure:>3}%  第 {rows} 项，{columns}：{words}；{ground}",
    ),
    "missing": Words(
        "    0%  row {rows}, {columns}: nothing was found",
        "    0%  第 {rows} 项，{columns}：没有找到",
    ),
    "strange": Words(
        "row {row}: '{words}' is no department of departments.yml",
        "第 {row} 项：departments.yml 里没有部门“{words}”",
    ),
    "unused": Words("not used, declared as stray: {words}", "没有用到，记作多余（stray）：{words}"),
    "uneven": Words(
        "line {line} of the table has {found} cells, expected {expected} as in its page; not read: {words}",
        "表的第 {line} 行有 {found} 格，这一页应有 {expected} 格；没有读到的：{words}",
    ),
    "wide": Words(
        "line {line} of the table has {found} cells, expected at most {most}; those behind are not read",
        "表的第 {line} 行有 {found} 格，最多读 {most} 格；后面的没有读",
    ),
    "broken": Words(
        "a paragraph seems to be cut in two: {words} read as {read}",
        "一段话像是断成了两截：{words}读作{read}",
    ),
    "space": Words(
        "a space among Chinese words: {words} read as {read}", "汉字之间有空格：{words}读作{read}"
    ),
    "body": Words(
        "body: {measures} measures; not recognised: {missing}",
        "正文：措施 {measures} 条；没有认出：{missing}",
    ),
    "nothing": Words("nothing", "无"),
    "suspicions": Words(
        "characters that look wrong; nothing was changed:", "可能印错的字；没有改动："
    ),
    "double": Words(
        "  line {line}: one character twice in '{words}'", "  第 {line} 行：“{words}”里有叠字"
    ),
    "near": Words(
        "  line {line}: '{words}'; elsewhere '{maybe}'",
        "  第 {line} 行：“{words}”；别处是“{maybe}”",
    ),
    "unclosed": Words(
        "  line {line}: {words} do not come in pairs", "  第 {line} 行：{words} 不成对"
    ),
    "matched": Words(
        "held against {year}: {kept} services continued, {new} new, {withdrawn} withdrawn{names}",
        "与 {year} 年版相比：延续 {kept} 项，新增 {new} 项，取消 {withdrawn} 项{names}",
    ),
    "match": Words(
        "  {sure:>3}%  row {row} taken for '{service}'{rival}",
        "  {sure:>3}%  第 {row} 项当作“{service}”{rival}",
    ),
    "rival": Words(", and also like '{nearest}'", "，也像“{nearest}”"),
    "new": Words(
        "  row {row} is new (nearest: '{nearest}')", "  第 {row} 项是新的（最接近“{nearest}”）"
    ),
    "reworded": Words(
        "reworded clauses, their English now stale: {names}", "措辞有变、英文待更新：{names}"
    ),
    "losses": Words(
        "lost or given to others since {year}, as far as the table was read ({count}):",
        "和 {year} 年版相比，按读出的表格，少了或改了这 {count} 处：",
    ),
    "clauses": Words(
        "{count} clauses: last year's where they stand, all others cut at full stops and semicolons, a guess: look whether each is one promise",
        "共 {count} 条内容：去年的条文还在的照旧，其余按句号和分号推测分出，请看每条是不是一件事",
    ),
    "written": Words("written: {files}", "已写出：{files}"),
    "next": Words(
        "next: read the guesses against the notice, then run 'carelist check' until nothing is left of {year}",
        "接下来：对照通知核对以上推测，再运行 carelist check，直到 {year} 年版没有遗留",
    ),
    "begun": Words(
        "begun from {old}: ids, English and digests are kept",
        "从 {old} 年版开始：保留 id、英文和 digest",
    ),
    "source": Words(
        "next: save the text of the new notice as {file}, then run 'carelist check'",
        "接下来：把新通知的文字存为 {file}，再运行 carelist check",
    ),
    "score": Words(
        "compared with {year}: {right} of {total} cells right; {as_printed} more as printed, with characters that its readings repair; {wrong} wrong, {doubted} of them marked doubtful",
        "与 {year} 年版逐格相比：{total} 格中 {right} 格相同；另有 {as_printed} 格照印出的字，只差校改；{wrong} 格不同，其中 {doubted} 格已标为存疑",
    ),
    "wrong": Words(
        "  row {row}, {column}: '{found}' here, '{expected}' there",
        "  第 {row} 项，{column}：这里是“{found}”，那里是“{expected}”",
    ),
    "not_a_year": Words(
        "'{year}' is not a year; expected four digits, as 2026",
        "“{year}”不是年份；应是四位数字，如 2026",
    ),
    "exists": Words(
        "{files}: already there, and nothing is ever written over; delete what nobody has worked on, or choose another folder with --into",
        "{files}：已经有了，程序从不覆盖；没有人改过的可以先删去，或用 --into 另选文件夹",
    ),
    "no_earlier": Words(
        "no list before {year} is published; draft the first one with 'carelist intake'",
        "{year} 年以前没有发布过清单；第一版请用 carelist intake 起草",
    ),
    "no_table": Words(
        "{file}: no table found; expected rows with bars ('| 1 | … |') or tabs between the cells",
        "{file}：没有找到表格；各格之间应有竖线（“| 1 | … |”）或制表符",
    ),
}
"""The lines of the report, and why an intake is refused."""
