import re

from sayso.domain.document import Document, document_id
from sayso.encode.roles import LinkedRoles


def document(text):
    sha256 = f"{len(text):064x}"
    return Document(
        id=document_id(sha256),
        uri="report.txt",
        uris=("report.txt",),
        sha256=sha256,
        size=len(text),
        media_type="text/plain",
        text=text,
    )


class FakeEncoder:
    """Gives the attributions a test wrote down, found in the text by their words."""

    def __init__(self, *attributions):
        self.attributions = attributions

    def annotate(self, text):
        return [
            LinkedRoles(*(spans(text, role) for role in roles), confidence)
            for *roles, confidence in self.attributions
        ]


def spans(text, words):
    pieces = [piece.strip() for piece in words.split("…") if piece.strip()]
    return tuple(re.search(re.escape(piece), text).span() for piece in pieces)
