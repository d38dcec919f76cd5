"""An origin tree as plain dictionaries, for other programs."""

from collections.abc import Iterator

from sayso.publish.figures.tree import OriginTree
from sayso.publish.rows import Catalogue, Row


def tree_row(tree: OriginTree, catalogue: Catalogue) -> Row:
    """Return one line of `sayso origins`."""
    return {
        "claim": tree.proposition,
        "side": tree.side.value,
        "reports": tree.reports,
        "low": tree.found.low,
        "high": tree.found.high,
        "nodes": [
            {
                "id": node.key,
                "kind": node.kind.value,
                "name": node.label,
                "published": node.published.isoformat() if node.published else None,
            }
            for node in tree.nodes
        ],
        "edges": [
            {
                "from": edge.upstream,
                "to": edge.child,
                "inferred": edge.proof is None,
                "proof": edge.proof
                and {
                    "document": catalogue.documents[edge.proof.document].uri,
                    "start": edge.proof.start,
                    "end": edge.proof.end,
                },
            }
            for edge in tree.edges
        ],
    }


def flat_edges(row: Row) -> Iterator[Row]:
    """Yield one line for each edge of a tree, its ends by name."""
    names = {node["id"]: node for node in row["nodes"]}
    for edge in row["edges"]:
        ends = {
            f"{end}_{key}": names[edge[end]][key]
            for end in ("from", "to")
            for key in ("kind", "name", "published")
        }
        proof = edge["proof"] or {"document": None, "start": None, "end": None}
        yield {
            "claim": row["claim"],
            "side": row["side"],
            **ends,
            "inferred": "yes" if edge["inferred"] else "no",
            **{f"proof_{key}": value for key, value in proof.items()},
        }
