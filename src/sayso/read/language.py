"""Tell which language a text is in."""

import re

SAMPLE = 4000
"""Characters looked at; longer samples give the same answer and take longer."""

LEAST_LETTERS = 60
"""Below about ten words even a good guesser is wrong for one text in five."""

_ENGLISH = frozenset(
    {"the", "of", "and", "that", "was", "with", "said", "from", "has", "by", "which"}
)
"""Frequent words that no other language shares, but for `was` in German, which
stays far under the share below."""

_ENGLISH_SHARE = 0.08
"""In English news these words make 12 to 20 percent of all; in other languages under
2. At this share the answer is sure without loading the model, which takes 0.7 s."""

_WORD = re.compile(r"[^\W\d_]+")
_NOT_LANGUAGE = "zxx"


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of the language, or None when there is too little."""
    sample = " ".join(_WORD.findall(text[: SAMPLE * 2]))[:SAMPLE].lower()
    letters = len(sample) - sample.count(" ")
    if letters < LEAST_LETTERS and letters < _least(sample):
        return None
    words = sample.split()
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return "en"
    # Loaded only here: English, the most of a pile, is settled without the model.
    from py3langid import classify

    code: str = classify(sample)[0]
    return None if code == _NOT_LANGUAGE else code


def _least(sample: str) -> int:
    """Ideographs say more each: a third of the letters is enough."""
    ideographs = sum("\u3040" <= char <= "\ud7a3" for char in sample)
    return LEAST_LETTERS // 3 if ideographs > len(sample) // 2 else LEAST_LETTERS
