"""lunr as the search fetches it: a module, and no more of it than the search calls."""

from __future__ import annotations

import re

NAME = "scripts/search/lunr.mjs"
"""The name by which modules import lunr; the build makes it."""

_LICENCE = "/**\n * lunr - http"
_BEGIN, _PARSER = ";(function(){\n", "lunr.QueryParseError = "
_UNUSED = (
    "Builder.prototype.b",
    "Builder.prototype.build",
    "Builder.prototype.createTokenSet",
    "Builder.prototype.k1",
    "Builder.prototype.ref",
    "Builder.prototype.use",
    "Index",
    "Index.load",
    "Index.prototype.query",
    "Index.prototype.search",
    "Index.prototype.toJSON",
    "Pipeline",
    "Pipeline.load",
    "Pipeline.prototype.add",
    "Pipeline.prototype.after",
    "Pipeline.prototype.before",
    "Pipeline.prototype.remove",
    "Pipeline.prototype.reset",
    "Pipeline.prototype.run",
    "Pipeline.prototype.runString",
    "Pipeline.prototype.toJSON",
    "Pipeline.registerFunction",
    "Pipeline.warnIfFunctionNotRegistered",
    "MatchData",
    "MatchData.prototype.add",
    "MatchData.prototype.combine",
    "Query",
    "Query.prototype.clause",
    "Query.prototype.isNegated",
    "Query.prototype.term",
    "Set",
    "Set.prototype.contains",
    "Set.prototype.intersect",
    "Set.prototype.union",
    "Token",
    "Token.prototype.clone",
    "Token.prototype.toString",
    "Token.prototype.update",
    "Vector.prototype.toArray",
    "Vector.prototype.toJSON",
    "TokenSet",
    "TokenSet.Builder",
    "TokenSet.Builder.prototype.finish",
    "TokenSet.Builder.prototype.insert",
    "TokenSet.Builder.prototype.minimize",
    "TokenSet.fromArray",
    "TokenSet.fromClause",
    "TokenSet.fromFuzzyString",
    "TokenSet.fromString",
    "TokenSet.prototype.intersect",
    "TokenSet.prototype.toArray",
    "TokenSet.prototype.toString",
    "Vector.prototype.dot",
    "Vector.prototype.magnitude",
    "Vector.prototype.similarity",
    "tokenizer",
    "trimmer",
    "utils.asString",
    "utils.clone",
)
"""Functions that the search never calls: it makes its own terms, and stores no index."""
_FUNCTION = re.compile(
    rf"^lunr\.(?:{'|'.join(map(re.escape, _UNUSED))}) = function .*?^\}}\n",
    re.DOTALL | re.MULTILINE,
)
_CALLS = re.compile(
    r"^lunr\.(?:Pipeline\.registerFunction\(|tokenizer\.separator = |TokenSet\._nextId = "
    r"|Query\.wildcard)[^\n]*\n"
    r"|^lunr\.(?:Query\.presence|Set\.complete|Set\.empty) = \{.*?^\}\n",
    re.MULTILINE | re.DOTALL,
)
_CONVENIENCE = re.compile(r"^var lunr = function .*?^\}\n", re.DOTALL | re.MULTILINE)
_WARNING = re.compile(r"^lunr\.utils\.warn = .*?^\}\)\(this\)\n", re.DOTALL | re.MULTILINE)
_GUARD = re.compile(
    r"^  if \((?:n === -1|/\\//\.test\(fieldName\))\) \{.*?^  \}\n", re.DOTALL | re.MULTILINE
)
"""What speaks of a misuse of which there is none here."""
_METADATA = re.compile(
    r"^ +for \(var l = 0; l < this\.metadataWhitelist.*?^      \}\n"
    r"|^  this\.(?:metadataWhitelist|pipeline|searchPipeline|tokenizer) = [^\n]*\n"
    r"|^lunr\.(?:Pipeline\.registeredFunctions|utils|version) = [^\n]*\n",
    re.DOTALL | re.MULTILINE,
)
"""What keeps of a term where it stands, and what reads queries: the search has its own."""
_ENDINGS = re.compile(r"(re_(\d) = )/\^\(\.\+\?\)\((?:ational|icate)\|[^/]*/")
_SAME = re.compile(r'(re3_5 = )new RegExp\("\^" \+ C \+ v \+ "\[\^aeiouwxy\]\$"\)')
"""Of the stemmer: endings that stand in its tables too, and a pattern that stands there twice."""
_STOP_WORDS = re.compile(r"(?<=generateStopWordFilter\()\[([^]]*)\]")
"""A list of words: as one text that is split it takes less room."""


def wrap_lunr(lunr: str) -> str:
    """Give lunr as a module, without the parser of its query language and all that follows.

    Raises:
        ValueError: If its parts are not where those of lunr 2.3 are.
    """
    begin, start = lunr.index(_BEGIN), lunr.index(_PARSER)
    licence = lunr[:begin].replace(_LICENCE, _LICENCE.replace("/**", "/*!"), 1)
    kept = lunr[begin + len(_BEGIN) : start].replace("/*!", "/*")
    for idle in (_FUNCTION, _CALLS, _WARNING, _GUARD, _METADATA):
        kept = idle.sub("", kept)
    kept = _ENDINGS.sub(r"\1new RegExp(`^(.+?)(${Object.keys(step\2list).join('|')})$`)", kept)
    kept = _STOP_WORDS.sub(_join_words, kept)
    kept = _SAME.sub(r"\1re4_1b_2", kept)
    kept = _CONVENIENCE.sub("var lunr = {}\n", kept)
    return f"{licence}export const lunr = (() => {{\n{kept}\nreturn lunr;\n}})();\n"


def _join_words(listed: re.Match[str]) -> str:
    """Write a list of words as one text, and what splits it."""
    return f"'{' '.join(re.findall(r'[a-z]+', listed[1]))}'.split(' ')"
