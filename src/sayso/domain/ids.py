"""Identifiers: hashes of content, so that building twice gives the same case."""

import hashlib
import json
from typing import NewType

DocumentId = NewType("DocumentId", str)
AttributionId = NewType("AttributionId", str)
ActorId = NewType("ActorId", str)
MentionId = NewType("MentionId", str)
ClaimId = NewType("ClaimId", str)
JudgementId = NewType("JudgementId", str)

HASH_DIGITS = 16
"""64 bits: at a million records the chance of one collision is about 3 in 10^8."""


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and the hash of `parts`.

    The parts are hashed as a JSON array, never as joined text, so that
    `("ab", "c")` and `("a", "bc")` differ.

    Args:
        prefix: kind of record, such as `att`.
        parts: anything JSON can write; tuples count as lists.
    """
    raw = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(raw.encode("utf-8")).hexdigest()
    return f"{prefix}-{digest[:HASH_DIGITS]}"
