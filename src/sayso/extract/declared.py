"""Plain declarations that the encoder passed over, found by their form alone.

Forms that leave no doubt: `..., according to X`, `X denied that ...` at the start of a
sentence, `..., X shows.` at its end, `the sources of the story are X`. In news the
encoder finds nearly all of the first three; statements to the press, notes and letters
are other than what it learned from, and a denial must not be lost. The last one says on
whose word a report rests, mostly inside what somebody says of that report.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.encode.roles import LinkedRoles
from sayso.extract.clause import AUXILIARIES
from sayso.extract.inflection import tokens
from sayso.extract.ranges import overlapping, trimmed
from sayso.lexicon.loader import word_set
from sayso.text.segment import WORD, Range

_LONGEST = 1200
"""Code points of the longest sentence that is looked at; longer stretches are lists or
text without punctuation, where the rest is no one content."""
_SURE = 0.6
"""Confidence of what is found by rule: about what the encoder gives to attributions
that turn out right two times in three."""
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_SOURCE_END = re.compile(r"[,;:()\"“”—]|\s--\s|[.!?](?=\s|$)|$")
_NO_SOURCE = re.compile(
    r"(?:plan|schedule|whether|how|what|which|where|when|size|age|need|law|the law"
    r"|custom|taste|tradition|rank|his body|her body)\b",
    re.IGNORECASE,
)
_IN_PHRASES = frozenset({"the", "a", "an", "of", "by", "for", "and", "in", "from"})
_NOUN_PHRASE = r"(?P<source>(?:[\w’'.&-]+ ){1,8}?)"
_ADVERBS = r"(?:(?:has|have|had|also|later|then|again|still|\w+ly)\s+)*"
_OPENER = (
    r"(?:(?:In|On|Since|During|After|Last|This|Earlier|But|However|Meanwhile)\b"
    r"[^,.;]{0,40}, |But )?"
)
_DENIED = re.compile(
    rf"{_OPENER}{_NOUN_PHRASE}(?P<cue>{_ADVERBS}"
    r"(?:den(?:y|ies|ied)|admit(?:s|ted)?|conced(?:e|es|ed)|acknowledg(?:e|es|ed)"
    r"|confirm(?:s|ed)?|disput(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?"
    r"|(?:is|are|was|were|been)\s+(?:quite\s+|very\s+|\w+ly\s+)?open\s+about)"
    r"(?: (?:on [A-Z]\w+day|today|yesterday|again|outright|flatly))?)\s+"
    r"(?P<content>(?:that|having|any|all|being|responsibility|involvement|\w+ing"
    r"|(?:the |these |those )?(?:allegation|accusation|claim|report|charge)s?)\b"
    r".{4,}?)[.!]?$",
    re.DOTALL,
)
_SHOWN = re.compile(
    rf"(?P<content>.{{20,}}),\s+{_NOUN_PHRASE}(?P<cue>{_ADVERBS}"
    r"(?:said|says|shows?|showed|found|concluded|concludes|reported|reports|ruled"
    r"|added|announced|confirmed|alleged|claimed))[.]$",
    re.DOTALL,
)
_SILENT = re.compile(
    rf"{_NOUN_PHRASE}(?P<cue>(?:(?:did|does|do|has|have|had|could|would)\s+not"
    r"|didn['’]t|hasn['’]t|haven['’]t)\s+(?:immediately\s+|yet\s+)?"
    r"(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?))\s+"
    r"(?P<content>(?:to\s+)?(?:\w+\s+){0,3}?(?:requests?|quer(?:y|ies)|questions?|calls?"
    r"|emails?|messages?|inquir(?:y|ies)|enquir(?:y|ies))\b.*?)[.!]?$",
    re.DOTALL,
)
_LENT = re.compile(
    rf"{_NOUN_PHRASE}(?P<cue>{_ADVERBS}"
    r"(?:strengthen(?:s|ed)|reinforce[sd]|deepen(?:s|ed)|fuel(?:s|led|ed)|raise[sd]"
    r"|add(?:s|ed)\s+to|heighten(?:s|ed)|len(?:ds|t)\s+weight\s+to)\s+"
    r"(?:(?:the|long-held|widespread)\s+)?"
    r"(?:suspicions?|speculation|fears?|concerns?|impression|belief|worries))\s+"
    r"(?P<content>that\b.{8,}?)[.!]?$",
    re.DOTALL,
)
"""What a finding does for a belief: `the find has strengthened suspicions that ...`."""
_REPORT = (
    r"(?:stor(?:y|ies)|reports?|articles?|accounts?|claims?|allegations?|accusations?"
    r"|information|intelligence|rumou?rs?|news|details?|figures?|findings?|assessments?"
    r"|leaks?|tips?)"
)
_THE_REPORT = (
    rf"(?P<content>(?:the|this|these|that|those|its|his|her|their)\s+(?:[\w’'-]+\s+)"
    rf"{{0,3}}?{_REPORT})"
)
_SOURCES = r"(?:(?:the|its|their|his|her)\s+)?(?:only|main|original|chief)?\s*sources?"
_SOURCED = (
    re.compile(
        rf"\b(?P<cue>{_SOURCES}\s+(?:of|for|behind))\s+{_THE_REPORT}\s+"
        r"(?:is|are|was|were)\s+(?!not\b|no\b|un\w+)(?P<source>[^.;!?\n]{3,200})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_THE_REPORT}\s+(?P<cue>(?:is|are|was|were)\s+(?:\w+ly\s+)?based\s+"
        r"(?:\w+ly\s+)?on\s+(?:the\s+)?(?:interviews?\s+with|interrogations?\s+of"
        r"|accounts?\s+(?:of|by)|testimon(?:y|ies)\s+(?:of|by)|statements?\s+(?:of|by)"
        r"|information\s+from|the\s+word\s+of))\s+(?P<source>[^.,;!?\n]{3,120})",
        re.IGNORECASE,
    ),
)
"""Who stands behind a report: `the source of the story was a dock worker`."""


def declared(
    text: str, cut: Sequence[Range], found: Sequence[LinkedRoles]
) -> Iterator[LinkedRoles]:
    """Yield declarations that are not among `found`.

    Args:
        text: of the document.
        cut: its sentences.
        found: what the encoder saw in it.
    """
    short = [s for s in cut if s[1] - s[0] <= _LONGEST]
    marked = [r for roles in found for r in (*roles.source, *roles.cue, *roles.content)]
    cues = {cue for roles in found for cue in roles.cue}
    for sentence, inside in overlapping(short, marked):
        relays = list(_relays(text, sentence, [r for r in inside if r in cues]))
        yield from relays
        yield from _sourced(text, sentence, [r for r in inside if r in cues])
        if not inside and not relays:
            yield from _stated(text, sentence)


def _relays(text: str, sentence: Range, cues: Sequence[Range]) -> Iterator[LinkedRoles]:
    for match in _ACCORDING.finditer(text, *sentence):
        if any(s < match.end() and match.start() < e for s, e in cues):
            continue
        if not _NO_SOURCE.match(text, match.end(), sentence[1]):
            yield from _relay(text, sentence, match)


def _relay(text: str, sentence: Range, match: re.Match[str]) -> Iterator[LinkedRoles]:
    start, end = sentence
    close = _SOURCE_END.search(text, match.end(), end)
    source = trimmed(text, match.end(), close.start() if close else end)
    if match.start() - start > len("And "):
        content = trimmed(text, start, match.start())
    else:
        content = trimmed(text, source[1], end)
    if source[0] < source[1] and len(WORD.findall(text[slice(*content)])) > 1:
        cue = trimmed(text, *match.span())
        yield LinkedRoles((source,), (cue,), (content,), _SURE)


def _sourced(
    text: str, sentence: Range, cues: Sequence[Range]
) -> Iterator[LinkedRoles]:
    for form in _SOURCED:
        for match in form.finditer(text, *sentence):
            roles = ("source", "cue", "content")
            source, cue, content = (trimmed(text, *match.span(r)) for r in roles)
            busy = any(s < cue[1] and cue[0] < e for s, e in cues)
            if not busy and source[0] < source[1]:
                yield LinkedRoles((source,), (cue,), (content,), _SURE)


def _stated(text: str, sentence: Range) -> Iterator[LinkedRoles]:
    for form in (_DENIED, _SHOWN, _SILENT, _LENT):
        match = form.match(text, *sentence)
        if match and names_somebody(match["source"]):
            source = trimmed(text, *match.span("source"))
            cue = trimmed(text, *match.span("cue"))
            content = trimmed(text, *match.span("content"))
            yield LinkedRoles((source,), (cue,), (content,), _SURE)
            return


def names_somebody(words: str) -> bool:
    """Tell whether words can be a noun phrase: no clause, no adverbial."""
    phrase = tokens(words)
    first = phrase[0] if phrase else ""
    if first in word_set("grammar", "complete", "no_subjects"):
        return False
    closed = word_set("grammar", "complete", "function_words") - _IN_PHRASES
    return not any(word in AUXILIARIES | closed for word in phrase)
