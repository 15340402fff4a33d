"""Words of the lists as the search over all places looks them up.

Chinese runs are cut into pairs of characters; words in Latin letters stay whole, and their
beginnings find them. Mirrored by theme/scripts/portal/terms.mjs.
"""

from __future__ import annotations

import re
import unicodedata

from lunr.stop_word_filter import WORDS

from carelist.search.analysis import pair

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_ACCENT = re.compile(r"[\u0300-\u036f]")


def list_terms(text: str) -> list[str]:
    """List the terms of a text, each once.

    >>> list_terms("为儿童接种 Vaccines for café")
    ['为儿', '儿童', '童接', '接种', 'vaccines', 'cafe']
    """
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    runs = _RUN.findall(unicodedata.normalize("NFC", _ACCENT.sub("", folded)))
    terms = (term for run in runs for term in (pair(run) if run[0] > "z" else [run]))
    return list(dict.fromkeys(term for term in terms if term not in WORDS))
