from dataclasses import replace

from sayso.domain.claim import Stance
from sayso.domain.origin import CreditKind
from sayso.publish.figures.tree import NodeKind, OriginTree, origin_tree
from tests.publish.records import (
    CATALOGUE,
    CONTESTED,
    COPY,
    CREDIT,
    ECHO,
    LANTERN,
    UNCONTESTED,
)


def edges(tree: OriginTree) -> dict[tuple[str, str], bool]:
    names = {node.key: node.label for node in tree.nodes}
    return {
        (names[e.upstream], names[e.child]): e.proof is not None for e in tree.edges
    }


def kinds(tree: OriginTree) -> dict[str, list[NodeKind]]:
    found: dict[str, list[NodeKind]] = {}
    for node in tree.nodes:
        found.setdefault(node.label, []).append(node.kind)
    return found


def test_a_report_is_joined_to_its_source_by_the_words_that_name_it() -> None:
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    (edge,) = [e for e in tree.edges if e.child == LANTERN.id]
    assert edge.proof == CONTESTED.asserting.origins[0].evidence[0]


def test_a_report_that_came_through_another_hangs_below_it() -> None:
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    assert edges(tree)["The Lantern", "Coast Echo"]
    assert ("former bookkeeper", "Coast Echo") not in edges(tree)


def test_shared_wording_without_credit_is_inferred() -> None:
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    assert edges(tree)["Coast Echo", "copy.txt"] is False


def test_an_outlet_that_is_not_in_the_case_is_a_node_of_its_own() -> None:
    credit = replace(CREDIT, via="Daily Tide")
    traces = [
        replace(t, credits=(credit,)) if t.document == ECHO.id else t
        for t in CONTESTED.documents
    ]
    answer = replace(CONTESTED, documents=tuple(traces))
    tree = origin_tree(answer, Stance.ASSERTS, CATALOGUE)
    assert kinds(tree)["Daily Tide"] == [NodeKind.ABSENT]
    assert edges(tree)["Daily Tide", "Coast Echo"]


def test_what_is_not_traced_further_is_no_origin() -> None:
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    assert kinds(tree)["the writer of the copy"] == [NodeKind.UNRESOLVED]
    assert kinds(tree)["former bookkeeper"] == [NodeKind.ORIGIN]


def test_credits_of_the_other_side_do_not_show() -> None:
    credit = replace(CREDIT, kind=CreditKind.OUTLET, name="Daily Tide", via=None)
    traces = [
        replace(t, credits=(credit,)) if t.document == ECHO.id else t
        for t in CONTESTED.documents
    ]
    answer = replace(CONTESTED, documents=tuple(traces))
    assert "Daily Tide" not in kinds(origin_tree(answer, Stance.DENIES, CATALOGUE))
    assert "Daily Tide" in kinds(origin_tree(answer, Stance.ASSERTS, CATALOGUE))


def test_the_number_of_reports_is_that_of_the_side() -> None:
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    assert tree.reports == len({LANTERN.id, ECHO.id, COPY.id})


def test_a_side_that_nobody_takes_is_an_empty_tree() -> None:
    tree = origin_tree(UNCONTESTED, Stance.DENIES, CATALOGUE)
    assert (tree.nodes, tree.edges, tree.reports) == ((), (), 0)
