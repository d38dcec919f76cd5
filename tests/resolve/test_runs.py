from sayso.resolve.page import Page
from sayso.resolve.runs import listed, listed_prefix, name_runs


def runs(text):
    page = Page(text)
    return [" ".join(t.text for t in run) for run in name_runs(page, page.tokens)]


def test_runs_keep_small_words_inside_names():
    assert runs("He led the Ministry of Water in Oslo.") == [
        "Ministry of Water",
        "Oslo",
    ]
    assert runs("They met Ana de la Cruz there.") == ["Ana de la Cruz"]


def test_runs_drop_days_and_function_words_at_their_ends():
    assert runs("He saw But Holm Monday.") == ["Holm"]


def test_headings_hold_no_runs_when_all_is_read():
    assert runs("Army Chief Quits Over Bribes\n\nThey met Karl Pike.") == ["Karl Pike"]


def test_listed_names_at_the_front_of_a_run():
    page = Page("FBI Director Pike")
    assert listed_prefix(page, page.tokens) == 1
    assert listed(page, page.tokens[:1]).id == "body:Federal Bureau of Investigation"
    assert listed(page, page.tokens[2:]) is None
