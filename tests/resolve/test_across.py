from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.actor import ActorKind
from sayso.domain.ids import AttributionId, JudgementId, content_id
from sayso.domain.judgement import Judgement, Verdict
from sayso.domain.span import Span
from sayso.resolve.across import resolve_across
from sayso.resolve.records import LocalActor, LocalMention

START = datetime(2024, 1, 1, tzinfo=UTC)


def local(document, *names, kind=ActorKind.PERSON, key="0", **rest):
    mention = LocalMention(
        attribution=AttributionId(f"att-{document}-{key}"),
        span=Span(document=document, start=1, end=2),
    )
    return LocalActor(
        document=document, key=key, kind=kind, names=names, mentions=(mention,), **rest
    )


def body(document, *names, **rest):
    return local(document, *names, kind=ActorKind.ORGANIZATION, **rest)


def judge(verdict, left, right, *, day=0):
    return Judgement(
        id=JudgementId(content_id("jud", verdict.value, left.id, right.id, day)),
        verdict=verdict,
        left=left.id,
        right=right.id,
        anchors=(left.name, right.name),
        who="analyst",
        why="known",
        made=START + timedelta(days=day),
    )


def groups(resolution):
    """The documents each actor is met in, whatever its id."""
    found = {}
    for mention in resolution.mentions:
        found.setdefault(mention.actor, set()).add(mention.span.document)
    return sorted(sorted(documents) for documents in found.values())


def named(resolution, name):
    (actor,) = [a for a in resolution.actors if name in a.names]
    return actor


def test_spellings_of_one_person_merge():
    found = resolve_across(
        [local("a", "Zabihullah Mujahid"), local("b", "Zabiullah Mujahid")], []
    )
    assert groups(found) == [["a", "b"]]
    assert set(found.actors[0].names) == {"Zabihullah Mujahid", "Zabiullah Mujahid"}


def test_titles_initials_and_accents_do_not_part_a_person():
    found = resolve_across(
        [
            local("a", "Gen. José W. Ruiz Jr."),
            local("b", "Jose Ruiz"),
            local("c", "JOSE RUIZ"),
        ],
        [],
    )
    assert groups(found) == [["a", "b", "c"]]


def test_a_name_in_capitals_gives_way_to_one_with_case():
    found = resolve_across([local("a", "JOSE RUIZ"), local("b", "Jose Ruiz")], [])
    assert found.actors[0].name == "Jose Ruiz"


def test_two_people_of_one_name_stay_apart_and_are_suggested():
    found = resolve_across(
        [
            local("a", "John Grant", roles=("police chief of Leeds",), places=("GB",)),
            local("b", "John Grant", roles=("actor from Ohio",), places=("US",)),
        ],
        [],
    )
    assert groups(found) == [["a"], ["b"]]
    (suggestion,) = found.suggestions
    assert "no place in common" in suggestion.why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (local("a", "John A. Grant"), local("b", "John B. Grant")),
        (local("a", "Kim Grant", gender="m"), local("b", "Kim Grant", gender="f")),
        (local("a", "John Grant"), local("b", "Jane Grant")),
    ],
)
def test_middle_initials_gender_and_first_names_tell_people_apart(left, right):
    assert groups(resolve_across([left, right], [])) == [["a"], ["b"]]


def test_a_change_of_office_alone_parts_nobody():
    found = resolve_across(
        [
            local("a", "Anna Holm", roles=("mayor",), places=("NO",)),
            local("b", "Anna Holm", roles=("professor",), places=("NO",)),
        ],
        [],
    )
    assert groups(found) == [["a", "b"]]


def test_an_initial_fits_the_only_bearer_but_not_one_of_two():
    one = resolve_across([local("a", "John Grant"), local("b", "J. Grant")], [])
    assert groups(one) == [["a"], ["b"]]
    assert one.suggestions[0].score >= 0.5


def test_a_bare_surname_is_suggested_then_taken_once_its_bearer_is_known():
    few = [local("a", "Anna Holm"), local("z", "Holm")]
    found = resolve_across(few, [])
    assert groups(found) == [["a"], ["z"]]
    assert len(found.suggestions) == 1
    many = [local(d, "Anna Holm") for d in "abcd"] + [local("z", "Holm")]
    assert groups(resolve_across(many, [])) == [["a", "b", "c", "d", "z"]]
    rival = [*many, local("e", "Karl Holm"), local("f", "Karl Holm")]
    assert ["z"] in groups(resolve_across(rival, []))


def test_bodies_merge_under_nationalities_and_word_order():
    found = resolve_across(
        [
            body("a", "Russian Foreign Ministry"),
            body("b", "Ministry of Foreign Affairs of Russia"),
            body("c", "Russia's foreign ministry"),
            body("d", "Iranian Foreign Ministry"),
        ],
        [],
    )
    assert groups(found) == [["a", "b", "c"], ["d"]]


def test_letters_find_the_only_body_they_are_short_for():
    full = body("a", "Forces of National Unity", "FNU")
    assert groups(resolve_across([full, body("b", "FNU")], [])) == [["a", "b"]]
    other = body("c", "Farmers of the Northern Uplands", "FNU")
    found = resolve_across([full, other, body("b", "FNU")], [])
    assert groups(found) == [["a"], ["b"], ["c"]]


def test_near_names_of_bodies_are_only_suggested():
    boards = [body("a", "Northern Port Board"), body("b", "Northern Ports Board")]
    found = resolve_across(boards, [])
    assert groups(found) == [["a"], ["b"]]
    assert len(found.suggestions) == 1


def test_listed_actors_are_one_whatever_their_names():
    found = resolve_across(
        [
            body("a", "Russia", "Moscow", entry="state:RU"),
            body("b", "Russia", "the Kremlin", entry="state:RU"),
        ],
        [],
    )
    assert groups(found) == [["a", "b"]]


def test_the_unnamed_never_merge_by_themselves():
    words = {"kind": ActorKind.UNNAMED, "generic": True}
    found = resolve_across(
        [
            local("a", "two officials", **words),
            local("b", "two officials", **words),
            local("a", "two officials", key="1", **words),
        ],
        [],
    )
    assert len(found.actors) == 3
    assert {actor.scope for actor in found.actors} == {"a", "b"}
    assert found.suggestions == ()


def test_a_spokesman_keeps_his_authority():
    state = body("a", "Russia", key="1", entry="state:RU")
    found = resolve_across([local("a", "Dmitry Orlov", authority="1"), state], [])
    assert named(found, "Dmitry Orlov").authority == named(found, "Russia").id


def test_actors_without_mentions_are_kept_as_authorities_only():
    state = LocalActor(
        document="a",
        key="1",
        kind=ActorKind.ORGANIZATION,
        names=("Russia",),
        entry="state:RU",
    )
    found = resolve_across([local("a", "Dmitry Orlov", authority="1"), state], [])
    assert len(found.mentions) == 1
    assert {a.name for a in found.actors} == {"Dmitry Orlov", "Russia"}


def test_a_judgement_joins_and_keeps_the_left_id():
    actors = [local("a", "Anna Holm"), local("b", "The Fox")]
    before = resolve_across(actors, [])
    left, right = named(before, "The Fox"), named(before, "Anna Holm")
    after = resolve_across(actors, [judge(Verdict.SAME, left, right)])
    assert groups(after) == [["a", "b"]]
    assert after.actors[0].id == left.id


def test_a_judgement_parts_what_would_merge():
    actors = [local("a", "Zabihullah Mujahid"), local("b", "Zabiullah Mujahid")]
    joined = resolve_across(actors[:1], []), resolve_across(actors[1:], [])
    left, right = (found.actors[0] for found in joined)
    after = resolve_across(actors, [judge(Verdict.DIFFERENT, left, right)])
    assert groups(after) == [["a"], ["b"]]
    assert after.suggestions == ()


def test_the_later_judgement_on_a_pair_counts():
    actors = [local("a", "Anna Holm"), local("b", "The Fox")]
    one, other = resolve_across(actors, []).actors
    decided = [
        judge(Verdict.SAME, one, other, day=0),
        judge(Verdict.DIFFERENT, other, one, day=1),
    ]
    assert groups(resolve_across(actors, decided)) == [["a"], ["b"]]
    assert groups(resolve_across(actors, decided[:1])) == [["a", "b"]]


def test_a_judgement_finds_its_actors_by_name_when_ids_are_gone():
    actors = [local("a", "Anna Holm"), local("b", "The Fox")]
    one, other = resolve_across(actors, []).actors
    old = judge(Verdict.SAME, one, other)
    moved = Judgement(
        id=old.id,
        verdict=old.verdict,
        left="act-gone",
        right=old.right,
        anchors=old.anchors,
        who=old.who,
        why=old.why,
        made=old.made,
    )
    assert groups(resolve_across(actors, [moved])) == [["a", "b"]]


def test_a_judgement_on_nobody_here_changes_nothing():
    actors = [local("a", "Anna Holm"), local("b", "The Fox")]
    found = resolve_across(actors, [])
    gone = resolve_across([local("x", "Otto Reed"), local("y", "Lena Berg")], [])
    decided = [judge(Verdict.SAME, *gone.actors)]
    assert resolve_across(actors, decided) == found


def test_an_unnamed_source_can_be_named_by_judgement():
    words = {"kind": ActorKind.UNNAMED, "generic": True}
    actors = [local("a", "a senior aide", **words), local("b", "Anna Holm")]
    before = resolve_across(actors, [])
    aide, holm = named(before, "a senior aide"), named(before, "Anna Holm")
    (actor,) = resolve_across(actors, [judge(Verdict.SAME, aide, holm)]).actors
    assert actor.id == aide.id
    assert (actor.kind, actor.name, actor.scope) == (
        ActorKind.PERSON,
        "Anna Holm",
        None,
    )


def test_more_documents_rename_nobody_else():
    few = [local("a", "Anna Holm"), body("b", "Port League"), local("c", "Karl Pike")]
    more = [*few, local("d", "Otto Reed"), local("e", "Anna Holm"), body("f", "A Bank")]
    ids = {actor.id for actor in resolve_across(few, []).actors}
    assert ids <= {actor.id for actor in resolve_across(more, []).actors}


def test_the_first_named_of_two_sources_is_the_attributions_actor():
    attribution = AttributionId("att-1")
    actors = [
        LocalActor(
            document="a",
            key=str(at),
            kind=ActorKind.PERSON,
            names=(name,),
            mentions=(
                LocalMention(
                    attribution=attribution,
                    span=Span(document="a", start=9 - at, end=10),
                ),
            ),
        )
        for at, name in enumerate(("Anna Holm", "Karl Pike"))
    ]
    found = resolve_across(actors, [])
    assert found.actor_of()[attribution] == named(found, "Karl Pike").id


FORMS = """Anna Holm/A. Holm/Holm/Ana Holm/Anna M. Holm/Karl Holm/ANNA HOLM
/Mohammed Aziz/Muhammad Aziz/Aziz/Bill Grant/William Grant/Grant"""
NAMES = st.sampled_from([form.strip() for form in FORMS.split("/")])
ROLES = st.sampled_from([(), ("mayor of Oslo",), ("actor from Ohio",), ("chief",)])


@st.composite
def cases(draw):
    """A case of people and bodies in several documents."""
    found = []
    for at in range(draw(st.integers(1, 9))):
        document = f"d{at % 5}"
        if draw(st.booleans()):
            names, kind, roles = (draw(NAMES),), ActorKind.PERSON, draw(ROLES)
        else:
            text = draw(st.sampled_from(["FNU", "Pike Bank", "Bank of Pike"]))
            names, kind, roles = (text,), ActorKind.ORGANIZATION, ()
        found.append(local(document, *names, kind=kind, key=str(at), roles=roles))
    return found


@given(cases(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_input_never_matters(actors, random):
    shuffled = list(actors)
    random.shuffle(shuffled)
    assert resolve_across(shuffled, []) == resolve_across(actors, [])


@given(cases())
@settings(max_examples=60, deadline=None)
def test_every_mention_has_exactly_one_actor(actors):
    found = resolve_across(actors, [])
    ids = [actor.id for actor in found.actors]
    assert len(ids) == len(set(ids))
    assert len(found.mentions) == len(actors)
    assert {m.actor for m in found.mentions} <= set(ids)


@given(cases(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_judged_pair_is_as_judged(actors, data):
    found = resolve_across(actors, [])
    if len(found.actors) < 2:
        return
    left, right = data.draw(
        st.lists(st.sampled_from(found.actors), min_size=2, max_size=2, unique=True)
    )
    joined = resolve_across(actors, [judge(Verdict.SAME, left, right)])
    assert left.id in {actor.id for actor in joined.actors}
    assert right.id not in {actor.id for actor in joined.actors}
    parted = resolve_across(actors, [judge(Verdict.DIFFERENT, left, right)])
    assert {left.id, right.id} <= {actor.id for actor in parted.actors}
