from sayso.domain.claim import Stance
from sayso.publish.figures.rows import flat_edges, tree_row
from sayso.publish.figures.tree import origin_tree
from tests.publish.records import CATALOGUE, CONTESTED, LANTERN


def row():
    return tree_row(origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE), CATALOGUE)


def test_a_row_names_nodes_and_proves_credited_edges() -> None:
    found = row()
    assert (found["side"], found["low"], found["high"]) == ("asserts", 1, 2)
    ids = {node["id"] for node in found["nodes"]}
    for edge in found["edges"]:
        assert {edge["from"], edge["to"]} <= ids
        assert edge["inferred"] is (edge["proof"] is None)
    proofs = [e["proof"] for e in found["edges"] if e["to"] == LANTERN.id]
    assert proofs[0]["document"] == LANTERN.uri


def test_flat_edges_are_one_line_each_with_the_same_columns() -> None:
    found = row()
    lines = list(flat_edges(found))
    assert len(lines) == len(found["edges"])
    assert len({tuple(line) for line in lines}) == 1
    assert {line["inferred"] for line in lines} == {"yes", "no"}
