"""Words ready to paste or to read aloud, each within the length that its channel has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from carelist.speech.words import fill_in

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.publicity.subjects import Subject
    from carelist.publicity.voice import Voice

STOPPED = re.compile(r"(？|\?)[，：:.]")
"""A mark after that of a question, which titles may end with."""
Channel = Literal["wechat", "weibo", "sms", "speaker"]
CHANNELS: tuple[Channel, ...] = get_args(Channel)
OF_THEIR_OWN = ("service", "situation")
"""Kinds of subject that have words of their own; the others share theirs."""
FEW = 3
"""So many of the things that are offered are named where there is no room for all."""
HOTLINE = "{hotline}"
"""A form that has it is left out where the city has no number for everything."""


class Wording(NamedTuple):
    """A text for one channel."""

    channel: Channel
    text: str
    limit: int


def list_wordings(catalog: Catalog, subject: Subject, voice: Voice) -> tuple[Wording, ...]:
    """Give the texts of a subject for every channel."""
    values = _list_values(catalog, subject, voice)
    return tuple(_word(subject, voice, channel, values) for channel in CHANNELS)


def _word(subject: Subject, voice: Voice, channel: Channel, values: dict[str, str]) -> Wording:
    kind = subject.kind if subject.kind in OF_THEIR_OWN else "campaign"
    limit = getattr(voice.locale.limits, channel)
    forms = voice.locale.words("wordings")[f"{channel}_{kind}"].split("|")
    said = ""
    for form in forms:
        if values["hotline"] or HOTLINE not in form:
            said = STOPPED.sub(r"\1", fill_in(form, values))
            if len(said) <= limit:
                break
    return Wording(channel, said, limit)


def _list_values(catalog: Catalog, subject: Subject, voice: Voice) -> dict[str, str]:
    words, comma = voice.locale.words("wordings"), voice.words.list_comma
    title = subject.title.replace("\n", voice.locale.space)
    hotline = next((one.number for one in catalog.general_hotlines), "")
    ask = comma.join(subject.bodies)
    titles = [point.title for point in subject.points]
    also_call = words.fill("speaker_also_call", hotline=hotline) if hotline else ""
    return {
        "title": title,
        "summary": subject.summary,
        "audience": subject.audience,
        "points": comma.join(titles),
        "first_points": comma.join(titles[:FEW]),
        "ask": ask,
        "whom": ask and ask + also_call,
        "address": subject.address,
        "shown": subject.shown_address,
        "stamp": subject.stamp,
        "number": str(subject.number or ""),
        "hotline": hotline,
        "also_call": also_call,
        "call": words.fill("speaker_call", hotline=hotline) if hotline else "",
        "city": voice.write(catalog.site.city),
        "site": voice.write(catalog.site.name),
    }
