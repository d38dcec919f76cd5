from sayso.extract.transcript import with_turns
from tests.extract.fake import FakeEncoder


def turns(text, *attributions):
    found = FakeEncoder(*attributions).annotate(text)
    return [
        tuple(text[slice(*role[0])] for role in (r.source, r.cue, r.content))
        for r in with_turns(text, found)
    ]


def test_speakers_before_colons():
    text = "MR. ORLE: We sold nothing at all.\n\nJUDGE: Then who did?"
    assert turns(text) == [
        ("MR. ORLE", ":", "We sold nothing at all"),
        ("JUDGE", ":", "Then who did?"),
    ]


def test_a_speaker_in_brackets_where_all_is_in_capitals():
    text = (
        "[MODERATOR] DID THE DAM HOLD?\n[VELL] IT DID NOT.\n"
        "[MODERATOR] SINCE WHEN?\n[VELL] SINCE NOON."
    )
    assert [(s, c) for s, _, c in turns(text)] == [
        ("MODERATOR", "DID THE DAM HOLD?"),
        ("VELL", "IT DID NOT"),
        ("MODERATOR", "SINCE WHEN?"),
        ("VELL", "SINCE NOON"),
    ]


def test_a_single_label_is_a_heading():
    assert turns("UPDATE ON THE DAM: It holds for now.\n\nNobody was hurt.") == []


def test_names_in_lower_case_count_when_they_come_again():
    text = "Ann Vell: We left early.\n\nPrice: 40 crowns.\n\nAnn Vell: Nobody stayed."
    assert [s for s, _, _ in turns(text)] == ["Ann Vell", "Ann Vell"]


def test_what_was_made_of_a_label_gives_way():
    text = "ORLE: We sold nothing at all.\n\nJUDGE: Then who did?"
    known = ("ORLE", ":", "nothing", 0.9)
    assert turns(text, known)[0] == ("ORLE", ":", "We sold nothing at all")
    assert len(turns(text, known)) == 2


def test_what_is_told_within_a_speech_stays():
    text = "ORLE: My clerk said that it sank.\n\nJUDGE: Then who did?"
    assert ("My clerk", "said", "it sank") in turns(
        text, ("My clerk", "said", "it sank", 0.9)
    )
