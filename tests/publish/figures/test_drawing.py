import xml.etree.ElementTree as ET
from dataclasses import replace

from sayso.domain.claim import Stance
from sayso.domain.origin import Origin
from sayso.publish.figures.drawing import OriginFigure, described, draw, title
from sayso.publish.figures.tree import origin_tree
from tests.publish.records import CATALOGUE, CONTESTED, UNCONTESTED

SVG = "{http://www.w3.org/2000/svg}"


def drawn(side=Stance.ASSERTS, answer=CONTESTED):
    return draw(origin_tree(answer, side, CATALOGUE))


def test_reports_are_squares_and_origins_rings() -> None:
    root = ET.fromstring(drawn())
    signs = [e.get("class") for e in root.iter() if e.get("class")]
    assert signs.count("report") == 3
    assert signs.count("origin") == 1
    assert signs.count("unresolved") == 1


def test_inferred_edges_are_dashed_and_credited_ones_are_not() -> None:
    root = ET.fromstring(drawn())
    edges = [e for e in root.iter(f"{SVG}path") if e.get("class") == "edge"]
    dashed = [e for e in edges if e.get("stroke-dasharray")]
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    assert len(dashed) == sum(e.proof is None for e in tree.edges) > 0
    assert len(edges) > len(dashed)


def test_the_text_alternative_names_every_origin_and_who_leads_to_it() -> None:
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    assert title(tree) == "Asserted in 3 reports → 1–2 origins"
    told = described(tree)
    assert "Origin: former bookkeeper ← The Lantern, 4 March 2031." in told
    assert "Not traced further: the writer of the copy" in told
    root = ET.fromstring(draw(tree))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}desc") == told


def test_names_from_reports_cannot_become_markup() -> None:
    evil = replace(CONTESTED.asserting.origins[0], name='<script>"&')
    answer = replace(CONTESTED, asserting=replace(CONTESTED.asserting, origins=(evil,)))
    assert isinstance(evil, Origin)
    page = drawn(answer=answer)
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_nothing_in_it_needs_a_style_a_script_or_the_network() -> None:
    page = drawn()
    assert "<style" not in page
    assert " style=" not in page
    assert "href" not in page


def test_an_empty_side_is_drawn_without_fault() -> None:
    root = ET.fromstring(drawn(Stance.DENIES, UNCONTESTED))
    assert "no confirmed origin" in (root.findtext(f"{SVG}title") or "")


def test_a_notebook_shows_the_drawing() -> None:
    tree = origin_tree(CONTESTED, Stance.ASSERTS, CATALOGUE)
    assert OriginFigure(tree)._repr_svg_() == draw(tree)
