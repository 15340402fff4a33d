"""What search counts by: numbers, patterns and names that the program and its scripts share.

They stand here alone. The file that a search loads first holds their values in this order
(compact.py), and theme/scripts/search/constants.mjs gives them the same names again. Patterns are
such as Python (`re.ASCII`) and JavaScript read alike.
"""

from __future__ import annotations

from lunr import stop_word_filter

# ---- Text as terms: analysis.py ----

PIECE = (
    "[\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\U00020000-\U000323af"
    "\\u0370-\\u1dff\\u3040-\\u30ff\\uac00-\\ud7a3]+"
    "|[a-z0-9]+(?:'[a-z]+)*"
)
"""A run of Chinese characters, or of another script that is not Latin; or an English word."""
UMLAUTS = "[üǖǘǚǜ]"
"""All are `v`, as a keyboard for pinyin has it."""
QUOTES = "[‘’]"
"""All are `'`."""
ACCENTS = "[\\u0300-\\u036f]"
NOT = "[a-z]+n't|cannot|(do|does|did|ca|wo)nt"
"""Words of a phrase that say `not`."""
STOP_WORDS = "|".join(sorted(stop_word_filter.WORDS))
"""English words that tell nothing, those of lunr."""
SPELLING = (
    (r"(.{3})is(e[sdr]?|ing|ation|ations)$", "$1iz$2"),
    (r"(.{2})our(s|ed|ing|able|al|hood|ful|less)?$", "$1or$2"),
    (r"(.{3})tre(s?)$", "$1ter$2"),
    (r"(.{3})mme(s?)$", "$1m$2"),
    (r"(lic|def|off)ence(s?)$", "$1ense$2"),
    (r"(.{2})ll(s|ed|ing|ors?|ers?|ments?)?$", "$1l$2"),
    (r"(.)ae(d|m)", "$1e$2"),
    (r"oea$", "ea"),
)
"""British spelling to American, as far as endings tell."""
APART = ("aids", "allowance", "attendance", "living", "outing")
"""Words that are no form of the word whose stem they would have; a test finds such pairs."""
LONGEST_PHRASE = 5
"""Words of a phrase that is one thing."""

# ---- What a list is found by: documents.py, engine.py ----

BOOSTS = {
    "title": 5,
    "name": 4,
    "audience": 2,
    "text": 2,
    "words": 1.9,
    "further": 1,
    "department": 0.9,
    "other": 2,
    "foreign": 1.9,
    "numbers": 2,
}
"""What a term counts in each field; decision 14 says how they were found."""
SAID = ("words", "further", "foreign")
"""Fields of the vocabulary: a pair of characters counts once, an English word as it is said."""
MOST_TIMES = 5
"""How often a word of the vocabulary counts at most, however many phrases of a service have it."""
K1 = 1.2
"""Of Okapi BM25, as lunr has it: how much it counts that a field has a term often."""
B = 0.75
"""Of Okapi BM25, as lunr has it: how much it counts that a field is short."""
WEIGHT_DIGITS = 3
"""Behind the point, of the weight of a term: lunr rounds so."""

# ---- How hits are ranked: engine.py ----

FALL = 1.5
"""How fast a match loses worth with what it leaves unanswered."""
CHARACTER = 0.05
"""What a character of a query counts where nothing answers most of it."""
STRONG_SHARE = 0.5
"""A match of no more of the query is called weak."""
STRONG_SCORE = 0.3
"""The least share of the best score of a match that is not called weak."""
LEAST_SCORE = 0.08
"""The share of the best score below which a match of little of the query is noise."""
ALWAYS = 3
"""So many of the first matches are never noise."""
DIGITS = 6
"""Behind the point, of a score."""
LEAST_TOLD = 6
"""Bytes of UTF-8 of a query, two Chinese characters or six letters, from which words in
reserve may be asked."""
SENTENCE = 8
"""Parts between spaces from which a query is a sentence, whose small words fit by chance."""
MOSTLY = 0.8
"""The share of a sentence from which it is answered without words in reserve."""

# ---- The clause that answers: excerpt.mjs ----

TITLE_WORTH = 1.5
"""What a term counts in the title of a clause, beside 1 in its text."""
AROUND = {"han": 18, "latin": 60}
"""Characters before the first match, where a text is cut."""
LONGEST = {"han": 72, "latin": 200}
"""Characters of a text that is not cut."""

# ---- What is near to a word: lexicon.py ----

SHORT = 4
"""Letters of a word in which no slip is forgiven; one less is enough for a beginning."""
LONG = 8
"""Letters from which two are."""
LONGEST_WORD = 24
"""Of more letters none."""

# ---- Queries: queries.py ----

MOST_CHARACTERS = 120
"""What follows in a query is passed over."""
INFIXES = "个点了着过些下"
"""Characters that speech puts between two of one word: 借点书."""
POINTING = "[这那一几]个"
"""What speech puts there too, and is read as the last of its characters: 打那个针."""
UNKNOWN = 0.3
"""The weight of a unit that no service has."""
LOST = 1.5
"""That of a number that no service has: what is asked for is something else."""
SYNONYM = 0.8
"""What another word of the list counts."""
SLIP = 0.6
"""What a word counts that a slip was made in."""
BEGINNING = 0.6
"""What a word counts that was typed in part."""
SOUND = 0.9
"""What a word counts that was typed by its sound."""

# ---- Pinyin: pinyin.py ----

INITIALS = "zh ch sh b p m f d t n l g k h j q x r z c s y w"
SYLLABLE_COST = 1
INITIAL_COST = 3
LONGEST_SYLLABLE = 6
"""Letters."""
MOST_LETTERS = 48
"""More letters are not read as pinyin."""
MOST_INITIALS = 8
"""More initials are no word that anybody types, and fit too much."""
HELD = r"(.)\1\1"
"""Letters that no word has: a key that was held down."""
SPEAKABLE = "(?:(?:[zcs]h?|[bpmfdtnlgkhjqxrwy])?[aeiouv]{1,3}(?:ng?)?)+"
"""Letters that could be syllables of pinyin."""

# ---- Numbers: numbers.py, signs.py ----

MEASURES = "岁级项号"
"""What numbers count: ages, grades, items, documents; by itself such a character tells nothing."""
NUMERALS = (
    "零 一 二 三 四 五 六 七 八 九 十",
    "〇 幺 两",
    (
        "_ one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen"
    ),
    "_ first second third _ fifth _ _ eighth ninth _ _ twelfth",
    "_ yi er san si wu liu qi ba jiu shi",
)
"""Those of one value stand at the same place in each row; `_`: none."""
TENS = "twen|thir|for|fif|six|seven|eigh|nine"
"""How English tens begin, from twenty on."""
NUMBER = r"(\d{1,5}|[〇零幺一二三四五六七八九两十百]{1,5}|L)(?:st|nd|rd|th)?"
"""`L` is a numeral in Latin letters."""
SPELT = "[〇零幺一二三四五六七八九]{3,}(?![〇零幺一二三四五六七八九岁周个月项]|年级)"
"""A number of which every figure is said."""
WITH_TENS = r"\b(T)t(?:y|ieth)(?:[- ]N)?\b"
"""`T` is how tens begin, `N` a number."""
MONTHS = 12
"""Of a year."""
OLDEST = 99
"""Years that a span of ages ends with at most."""
GRADES = 12
"""Of all schools."""
LAST_GRADE = 3
"""The last of one school after primary school."""
BEGUN = 6
"""The age at which a child begins the first grade: Compulsory Education Law, article 11."""
SCHOOLS = {"初": 6, "ch": 6, "ju": 6, "高": 9, "职": 9, "中": 9, "技": 9, "ga": 9, "se": 9}
"""The grades before the first one of a school, by how its name begins."""
MEANT = {
    "year": "年",
    "age": "岁",
    "grade": "级",
    "form": "级",
    "item": "项",
    "document": "号",
    "numbered": "项号",
}
"""What may be counted, by the kind of rule; where none is named, years of age."""
AGED = r"(?: ?周?岁半?| ?sui\b|[- ]*(?:year|yr)s?[- ]*(?:old|of age)s?\b| ?yo\b| ?y/o\b)"
RULES = (
    ("year", r"\b(20\d\d)(?:年度?|\b)"),
    ("range", r"NA? ?(?:[-–—~、到至]|to) ?NA"),
    ("range", r"\b(?:age[sd]?|between) N ?(?:[-–—~]|to|and) ?N\b"),
    ("below", r"NA以[下内]|[未不][满到足]NA|\bunder[ -](?:the age of )?N(?:A|s?\b)"),
    ("time", r"\bfor N months?\b"),
    ("months", r"N(?:个月|月龄|[- ]*months?(?:[- ]*olds?)?\b)"),
    (
        "age",
        (
            r"(半)岁|NA|\b(?:age[sd]?|is|over|turn(?:s|ed|ing)?|(?:girl|boy|child) of) N\b"
            "|[子女娃儿孙年]N了"
        ),
    ),
    ("grade", r"(小学|初中?|高中?|职高|中[专职]|技校)?N(?: ?年级| ?nian ?ji\b|[- ]*grade[rs]*\b)"),
    ("grade", r"\b(grade|g|primary|junior|senior)(?: high)?(?: school)? ?(?:grade |year )?N\b"),
    ("grade", r"(初|高|\bchu|\bgao) ?([一二三]|[1-3](?!\d)|(?:yi|er|san)\b)(?![点项])"),
    ("form", r"\byear N\b"),
    (
        "item",
        (
            r"第 ?N ?[项条]|(\d{1,5}|[〇零幺一二三四五六七八九两十百]{2,5})项|[序编]号 ?N"
            r"|\b(?:item|service|row) ?(?:no\.? ?|number )?N\b|#N|\bN item\b"
        ),
    ),
    ("document", r"N号|\bdocument (?:no\.? ?)?N\b"),
    ("numbered", r"\b(?:no|number)\.? ?N\b"),
)
"""By what stands with a number, what it counts, in this order; `N` is a number, `A` is AGED."""

YEAR = r"20\d\d"
"""A number that is one."""

# ---- How files are written in few bytes: characters.py, compact.py, postings.py ----

FIRST_ROW = 0xB0
"""The byte of the first row of the common characters of GB 2312."""
FIRST_CELL = 0xA1
"""The byte of the first character of a row."""
CELLS = 94
"""Characters of a row."""
COMMON_COUNT = 3755
"""Common characters: the first level of GB 2312."""
BIG5_FIRST_ROW = 0xA4
"""The byte of the first row of the common characters of Big5."""
BIG5_CELLS = 157
"""Characters of a row."""
BIG5_LOW_CELLS = 63
"""Those of them whose codes are in the lower half."""
BIG5_LOW = 0x40
"""The byte of the first character of the lower half."""
BIG5_HIGH = 0xA1
"""The byte of the first character of the upper half."""
TRADITIONAL_COUNT = 5401
"""Common traditional characters: the first level of Big5."""
SEPARATORS = ',|"\\~'
"""ASCII signs that stand for no number: they part things, or JSON would escape them."""
SINGLE = 75
"""Signs that stand for one of the most frequent characters; the others begin a pair of signs."""
FILES = 1024
"""Of the index of a long list."""
FACTOR = 31
"""By which the file of a term is found: of the terms that begin alike, the same."""
ALIKE = 3
"""English words that begin with as many letters alike are kept together."""
CARDS = 4
"""Services of a long list in one file."""


def list_constants() -> list[object]:
    """List the values of all constants in their order."""
    return [value for name, value in globals().items() if name.isupper()]
