import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.actor import ActorKind
from sayso.domain.attribution import Style
from sayso.domain.span import Span
from sayso.resolve.records import dump_local, load_local
from sayso.resolve.within import resolve_within
from tests.resolve.conftest import make_attribution, make_document, read_marked


def test_a_surname_means_the_full_name(read):
    got = read("[Anna Holm] denied it. [Holm] said no.")
    assert got.of(0) is got.of(1)
    assert got.name(1) == "Anna Holm"
    assert got.of(0).kind is ActorKind.PERSON


def test_a_surname_may_come_before_its_full_name(read):
    got = read("[Holm] denied it. Later [Anna Holm] said no.")
    assert got.of(0) is got.of(1)


def test_titles_tell_a_couple_apart(read):
    got = read(
        "Karl Holm met his wife Anna Holm. [Mr. Holm] denied it, [Mrs. Holm] did not."
    )
    assert got.name(0) == "Karl Holm"
    assert got.name(1) == "Anna Holm"


def test_a_spokesperson_speaks_for_the_state_of_a_long_time_ruler(read):
    got = read("Issuing denials through [Putin’s spokesperson Dmitry Orlov].")
    assert got.name(0) == "Dmitry Orlov"
    assert got.authority(0) == "Russia"


def test_spokesmen_speak_for_their_principal(read):
    got = read(
        "[The spokesperson of Taliban Karim Aziz] denied it. According to [him], no."
        " [Lena Berg, a spokeswoman for Acme Corp], said so, as did [an FBI official]."
    )
    assert got.name(1) == "Karim Aziz"
    assert got.authority(1) == "Taliban"
    assert got.authority(2) == "Acme Corp"
    assert got.authority(3) == "Federal Bureau of Investigation"


def test_a_captive_does_not_speak_for_his_captors(read):
    got = read("[Militants captured by the Afghan government] said so.")
    assert got.of(0).kind is ActorKind.UNNAMED
    assert got.authority(0) is None


def test_a_capital_and_its_country_are_one_source(read):
    got = read("[Russia] denied it. [Moscow] and [the Kremlin] said nothing.")
    assert {got.name(i) for i in range(3)} == {"Russia"}


def test_officials_of_a_state_stay_unnamed_and_speak_for_it(read):
    got = read("According to [the Russian top officials], it was a ruse.")
    assert got.of(0).kind is ActorKind.UNNAMED
    assert got.authority(0) == "Russia"


def test_an_acronym_defined_in_the_text(read):
    got = read("[Forces of National Unity (FNU)] denied it. [The FNU] said no.")
    assert got.of(0) is got.of(1)
    assert set(got.of(0).names) >= {"Forces of National Unity", "FNU"}


def test_an_acronym_defined_outside_a_source(read):
    got = read("The Harbour Workers League (HWL) met. [The HWL] denied it.")
    assert got.name(0) == "Harbour Workers League"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Holm met Karl Pike. [She] denied it.", "Anna Holm"),
        ("Anna Holm met Karl Pike. [He] denied it.", "Karl Pike"),
        ("[Karl Pike] said no. Otto Reed was there. “Never,” [he] said.", "Karl Pike"),
        ("Before [he] left, Karl Pike denied it.", "Karl Pike"),
        ("Karl Pike, [who] lives in Oslo, denied it.", "Karl Pike"),
        ("The Harbour League met on Monday. [It] denied the report.", "Harbour League"),
        ("The Pike Bank lost money. [The bank] denied it.", "Pike Bank"),
        ("Mayor Anna Holm came. At noon [the mayor] denied it.", "Anna Holm"),
        ("Karl Pike, 54, was held. [The 54-year-old] denied it.", "Karl Pike"),
        ("Lena Berg, a police spokeswoman, came. [The spokeswoman] left.", "Lena Berg"),
        ("The Moscow Times asked. [The Times] reported it.", "The Moscow Times"),
        ("Many voters stayed away. [They] said the lines were long.", "voters"),
    ],
)  # fmt: skip
def test_words_that_point_back(read, text, name):
    got = read(text)
    last = len(got.attributions) - 1
    assert got.name(last) == name


def test_nobody_names_himself_in_his_own_words():
    text = "Karl Pike came. Otto Reed would resign, he said."
    document = make_document(text)
    he, own = text.index("he said"), text.index("Otto")
    said = make_attribution(document, [(he, he + 2)], [(own, he - 2)])
    (actor,) = resolve_within(document, [said])
    assert actor.names[0] == "Karl Pike"


def test_i_is_the_one_who_is_quoted():
    text = "“I believe it is true,” Anna Holm told Karl Pike."
    document = make_document(text)
    holm, i = text.index("Anna"), text.index("I b")
    quote = make_attribution(document, [(holm, holm + 9)], [(0, 24)], Style.DIRECT)
    belief = make_attribution(document, [(i, i + 1)], [(11, 22)])
    (actor,) = resolve_within(document, [belief, quote])
    assert actor.names[0] == "Anna Holm"
    assert len(actor.mentions) == 2


def test_he_inside_a_quote_is_not_the_speaker():
    text = "Karl Pike had met Otto Reed. “He says it is true,” Pike said."
    document = make_document(text)
    he, pike = text.index("He says"), text.index("Pike said")
    quote = make_attribution(document, [(pike, pike + 4)], [(he - 1, pike - 1)])
    inner = make_attribution(document, [(he, he + 2)], [(he + 8, he + 18)])
    actors = resolve_within(document, [quote, inner])
    names = {m.attribution: a.names[0] for a in actors for m in a.mentions}
    assert names == {quote.id: "Karl Pike", inner.id: "Otto Reed"}


def test_a_list_of_sources_has_a_mention_each(read):
    got = read("[Anna Holm and Karl Pike] denied it. [They] said so twice.")
    for attribution in got.attributions:
        holders = [
            a.names[0]
            for a in got.actors
            if any(m.attribution == attribution.id for m in a.mentions)
        ]
        assert sorted(holders) == ["Anna Holm", "Karl Pike"]


def test_unnamed_sources_stay_in_their_document(read):
    got = read("[A military analyst] said so. Later [the analyst] said more.")
    assert got.of(0) is got.of(1)
    assert got.of(0).kind is ActorKind.UNNAMED
    assert got.of(0).generic


def test_two_sources_are_two_and_a_crowd_is_one(read):
    got = read("[A source] spoke. [Another source] did. [Critics] left. [Critics] ran.")
    assert got.of(0) is not got.of(1)
    assert got.of(2) is got.of(3)


def test_an_article_speaks_for_its_outlet(read):
    got = read("[A Washington Post report] said so.")
    assert got.name(0) == "The Washington Post"


def test_the_times_may_be_the_publisher():
    got = read_marked("[The Times] learned of it.", publisher="nytimes.com")
    assert got.name(0) == "The New York Times"


def test_an_outlet_that_nothing_tells_apart_stays_local(read):
    got = read("[The Post] reported it.")
    assert got.of(0).kind is ActorKind.OUTLET
    assert got.of(0).generic


def test_own_voice_is_the_publishers():
    text = "The town is quiet."
    for publisher, name in (("Reuters", "Reuters"), ("Plovdiv Eye", "Plovdiv Eye")):
        document = make_document(text, publisher=publisher)
        own = make_attribution(document, [], [(0, 17)], Style.OWN_VOICE)
        (actor,) = resolve_within(document, [own])
        assert (actor.names[0], actor.kind) == (name, ActorKind.OUTLET)
        assert actor.mentions[0].span == Span(document=document.id, start=0, end=17)


def test_own_voice_of_nobody_known_and_implicit_sources_have_no_actor():
    document = make_document("The town is quiet. It was alleged that he left.")
    own = make_attribution(document, [], [(0, 17)], Style.OWN_VOICE)
    implicit = make_attribution(document, [], [(35, 46)])
    assert resolve_within(document, [own, implicit]) == []


def test_upper_case_wire_text(read):
    got = read(
        "BOGOTA, 3 MAY -- [PRESIDENT ALFREDO RUIZ] SAID THE REBELS FLED. [HE] SAID THAT"
        " [THE FMLN] LIED. [MAJOR DIEGO PAZ] DENIED IT. [THE US] SAID NOTHING."
    )
    assert got.name(0) == "ALFREDO RUIZ"
    assert got.of(1) is got.of(0)
    assert got.name(2) == "FMLN"
    assert got.name(3) == "DIEGO PAZ"
    assert got.name(4) == "United States"


def test_mentions_cover_the_words_of_the_source(read):
    got = read("[Gen. Karl Pike, the head of US forces], said so.")
    (mention,) = got.of(0).mentions
    text = got.document.text[mention.span.start : mention.span.end]
    assert text == "Gen. Karl Pike, the head of US forces"
    assert got.authority(0) == "United States"


def test_order_of_attributions_does_not_matter():
    text = "Anna Holm spoke. She said no. Karl Pike spoke. He said yes. They agreed."
    document = make_document(text)
    words = ("She", "He", "They")
    said = [
        make_attribution(document, [(at, at + len(word))], [(0, n + 1)])
        for n, word in enumerate(words)
        for at in [text.index(word)]
    ]
    assert resolve_within(document, said) == resolve_within(document, said[::-1])


@given(st.text(alphabet="AaBb Mr. he said “”’,\n-(X)", max_size=120), st.data())
def test_any_text_and_any_span_are_survived(text, data):
    document = make_document(text)
    ends = st.integers(0, len(text))
    said = []
    for _ in range(3):
        start, end = sorted((data.draw(ends), data.draw(ends)))
        if start < end:
            said.append(make_attribution(document, [(start, end)]))
    actors = resolve_within(document, list({a.id: a for a in said}.values()))
    keys = {a.key for a in actors}
    assert len(keys) == len(actors)
    assert all(a.authority is None or a.authority in keys for a in actors)
    assert load_local(dump_local(actors)) == actors


def test_both_of_them_are_two(read):
    got = read(
        "Russia and the Taliban have built a bond. It suits the general."
        " [Both of them] deny it."
    )
    own = {a.names[0] for a in got.actors if a.mentions}
    assert own == {"Russia", "Taliban"}


def test_we_is_who_publishes(read):
    got = read("[We] regret the error.", publisher="The Sarn Tribune")
    assert got.name(0) == "The Sarn Tribune"
    assert read("“Here [we] stay.”", publisher="The Sarn Tribune").of(0) is None
