import pytest

from sayso.domain.attribution import Act, Polarity
from sayso.extract.commitment import commit

CASES = """
-  certain  deny     denied | that the channel exists
+  certain  deny     denied | that it had never happened
u  none     decline  did not deny | that he met the envoy
u  none     decline  never said | the money was missing
-  certain  deny     called | the report a hoax
-  certain  deny     called | the allegations "baseless and absurd"
-  certain  deny     declared | it a fake and ridiculous story
-  certain  deny     described as untrue | the reports
-  certain  deny     dismissed | the story as fake news
-  certain  deny     rejected | the accusation
-  certain  decline  rejected | an offer of talks
-  certain  opine    are confident | that no such programme existed
-  certain  deny     denies | having any knowledge of the transfers
-  certain  deny     was unaware | that the shells were live
-  certain  deny     disputed | the figures
+  certain  assert   does not dispute | the figures
-  certain  assert   was cleared of | taking bribes
-  certain  assert   found no evidence | that the vote was rigged
-  certain  assert   found | no evidence that the vote was rigged
-  certain  assert   according to | the crew was not on board
-  certain  assert   concluded | that the crash was not an accident
-  certain  deny     said | reports of a coup were false
-  certain  deny     said | "No, we never received any money"
-  certain  deny     said | "We deny these lies"
-  probable opine    doubted | that the letter was genuine
-  probable opine    expressed | doubt that the talks would resume
-  probable opine    is not convinced | that the crew is alive
-  probable opine    doesn't believe | the boat sank
-  probable opine    said he did not believe | the boat sank
u  none     decline  neither confirmed nor denied | the raid
u  none     decline  refused to comment | on the arrest
u  none     decline  declined to say | whether he had paid
u  none     decline  stopped short of saying | the army was to blame
u  none     decline  failed to mention | the debt
u  none     decline  could not confirm | that three people died
u  none     urge     urged | residents to leave
u  none     urge     told | him to stop
u  none     urge     said | the government should resign
u  none     ask      asked | whether the bridge was safe
u  none     ask      wondered | who had signed the order
u  none     ask      said | "Where did the money go?"
u  none     promise  vowed | to rebuild
u  none     other    hopes | the talks will resume
u  none     other    is not sure | that the dam will hold
u  none     other    it is unclear | whether the boat sank
+  possible opine    did not rule out | a ceasefire
+  possible opine    could not rule out | that more bodies would be found
-  certain  deny     ruled out | a ceasefire
+  possible predict  feared | that the dam might burst
+  possible assert   said | the boat may have sunk
+  possible predict  warned | that the dam could burst
+  probable predict  expects | the river to rise
+  probable opine    suspect | that a rival gang set the fire
+  probable opine    likely | the fire was set on purpose
+  probable assert   determined | the transfers were likely part of it
+  certain  assert   does not doubt | that the letter was genuine
+  certain  opine    has no doubt | that the letter is genuine
+  certain  predict  are sure of the fact | that the dam will hold
+  certain  admit    has admitted | that it has had talks with the group
+  certain  admit    claimed responsibility for | the attack
+  certain  accuse   alleged | that the ministry paid the gang
+  certain  accuse   accused | the army of looting homes
+  certain  predict  said | the museum will open in May
+  certain  assert   reportedly | the minister resigned
+  certain  assert   said in an interview | the bridge was closed on Monday
+  certain  assert   said | only two people died
+  certain  assert   said | the man who did not vote was seen in the hall
+  certain  assert   said | not only the bridge but the road was closed
"""


def rows():
    for line in CASES.strip().splitlines():
        labels, content = line.split(" | ")
        polarity, certainty, act, cue = labels.split(maxsplit=3)
        yield pytest.param(
            polarity, certainty, act, cue, content, id=f"{cue}|{content}"
        )


@pytest.mark.parametrize(
    ("polarity", "certainty", "act", "cue", "content"), list(rows())
)
def test_what_the_source_commits_to(polarity, certainty, act, cue, content):
    got = commit(cue, content)
    assert (got.polarity, got.certainty, got.act) == (polarity, certainty, act)


def test_a_negative_source_negates_the_cue():
    assert (
        commit("believe", "the bridge is safe", source="Few engineers").polarity == "-"
    )
    said = commit("wanted to comment", "the story", source="Neither firm")
    assert (said.polarity, said.act) == ("u", "decline")


def test_a_negation_left_outside_the_cue_counts():
    assert commit("believe", "the bridge is safe", before="do not ").polarity == "-"
    assert commit("say", "who paid", before="did not ").polarity == "u"


def test_upper_case_and_curly_apostrophes_change_nothing():
    assert commit("HAS DENIED", "THAT THE ARMY FIRED").polarity == "-"
    assert commit("doesn’t believe", "the boat sank").polarity == "-"


@pytest.mark.parametrize("cue", ["", ":", "—", "zzgrfl", "of the"])
@pytest.mark.parametrize("content", ["", "…", "?", "it", "no"])
def test_scraps_do_no_harm(cue, content):
    assert commit(cue, content).polarity in {"+", "-", "u"}


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "the ferry could sink in a storm", Act.PREDICT),
        ("said", "the ferry may have sunk", Act.ASSERT),
        ("said", "we expect to open in May", Act.PREDICT),
        ("said", "the loss should boost rents", Act.PREDICT),
        ("said", "the timing was no fraud", Act.DENY),
        ("said", "the ferry left at nine. It was a terrible day", Act.ASSERT),
    ],
)
def test_the_first_sentence_shows_the_act(cue, content, act):
    assert commit(cue, content).act is act


def test_a_label_is_held_whatever_it_says_of_its_bearer():
    got = commit("called", "the owner “a man who cannot sing”")
    assert got.polarity is Polarity.HOLDS


def test_a_topic_states_nothing():
    got = commit("spoke", "about how the ferry was sold")
    assert (got.polarity, got.act) == (Polarity.UNCOMMITTED, Act.OTHER)


def test_a_number_after_about_is_no_topic():
    assert commit("said", "about 50 people left").polarity is Polarity.HOLDS


def test_blame_for_an_omission_rejects_the_deed():
    assert commit("accused", "the yard of not paying").polarity is Polarity.REJECTS
    assert commit("accused", "the yard of paying").polarity is Polarity.HOLDS
