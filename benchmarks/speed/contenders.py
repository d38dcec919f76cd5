"""One contender over one corpus, in a process of its own; prints a line of JSON.

    python contenders.py sayso|spacy|textacy|gendergap CORPUS.jsonl [--gendergap FOLDER]

Reports processor seconds to load and to read everything, and peak resident memory.
Each contender gets the same texts, one after the other, and its own usual calls.
"""

import argparse
import json
import os
import resource
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path

Reader = Callable[[str], int]
"""Takes a text, returns how many quotes or attributions it found."""
SPACY_MODEL = os.environ.get("SPACY_MODEL", "en_core_web_sm")


def load_sayso() -> Reader:
    """Attributions as a build makes them: encoder, repairs, commitment, own voice."""
    import hashlib

    from sayso.domain.document import Document
    from sayso.domain.ids import DocumentId
    from sayso.encode.roles import RoleEncoder
    from sayso.extract.attributions import extract

    encoder = RoleEncoder.load()

    def read(text: str) -> int:
        digest = hashlib.sha256(text.encode()).hexdigest()
        document = Document(
            id=DocumentId(digest),
            uri="x.txt",
            uris=("x.txt",),
            sha256=digest,
            size=len(text),
            media_type="text/plain",
            text=text,
        )
        return len(extract(document, encoder))

    return read


def load_spacy() -> Reader:
    """The small pipeline alone: what every spaCy-based extractor pays first."""
    nlp = _pipeline()
    return lambda text: len(list(nlp(text).sents))


def load_textacy() -> Reader:
    """Direct quotations by textacy."""
    from textacy.extract import triples

    nlp = _pipeline()

    def read(text: str) -> int:
        document = nlp(text)
        try:
            return len(list(triples.direct_quotations(document)))
        except ValueError:  # it refuses texts whose quotation marks do not pair
            return 0

    return read


def load_gendergap(folder: Path) -> Reader:
    """The English rules of the Gender Gap Tracker, from a checkout of it.

    Its module also talks to a database; that half is left out.
    """
    import logging

    sys.modules["bson"] = types.ModuleType("bson")
    sys.modules["bson"].ObjectId = str
    sys.modules["utils"] = types.ModuleType("utils")
    sys.modules["utils"].create_logger = lambda *_, **__: logging.getLogger("peer")
    sys.path.insert(0, str(folder / "nlp/english"))
    from quote_extractor import QuoteExtractor

    verbs = str(folder / "nlp/english/rules/quote_verb_list.txt")
    nlp = _pipeline()
    extractor = QuoteExtractor({"spacy_lang": nlp, "NLP": {"QUOTE_VERBS": verbs}})
    return lambda text: len(extractor.extract_quotes(nlp(text)))


def _pipeline() -> Callable[[str], object]:
    import spacy

    return spacy.load(SPACY_MODEL)


def main() -> None:
    """Load, read, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("name", choices=["sayso", "spacy", "textacy", "gendergap"])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gendergap", type=Path)
    args = parser.parse_args()
    with args.corpus.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    begun = time.process_time()
    if args.name == "gendergap":
        read = load_gendergap(args.gendergap)
    else:
        read = globals()[f"load_{args.name}"]()
    loaded = time.process_time()
    found = sum(read(text) for text in texts)
    done = time.process_time()
    words = sum(len(text.split()) for text in texts)
    figures = {
        "contender": args.name,
        "words": words,
        "found": found,
        "load_seconds": round(loaded - begun, 2),
        "words_a_second": round(words / (done - loaded)),
        "words_a_second_with_load": round(words / (done - begun)),
        "peak_megabytes": round(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        ),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
