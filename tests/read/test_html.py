from datetime import date

import pytest

from sayso.errors import ReadError
from sayso.read.html import read_html

HEAD = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Two boats seized | The Portmere Post</title>
<meta property="og:title" content="Two boats seized in the bay">
<meta property="og:site_name" content="The Portmere Post">
<meta name="author" content="Ana Lopes">
<meta property="article:published_time" content="2020-05-12T08:00:00+00:00">
<link rel="canonical" href="https://post.example/news/boats">
</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
"""
ARTICLE = """<article><h1>Two boats seized in the bay</h1>
<p>Harbour police said on Tuesday that they had seized two fishing boats whose papers,
they said, had been forged by a man from the other side of the bay.</p>
<p>The owner, a fish merchant who has traded there for thirty years, denied that the
boats were his and called the accusation “an old man’s revenge”.</p>
<ul><li>The first boat was built in 1998.</li><li>The second has no name.</li></ul>
</article><footer>Copyright 2023 The Portmere Post. All rights reserved.</footer>
"""


def test_article_and_metadata() -> None:
    content = read_html((HEAD + ARTICLE + "</body></html>").encode())
    assert content.title == "Two boats seized in the bay"
    assert content.publisher == "The Portmere Post"
    assert content.byline == "Ana Lopes"
    assert content.published == date(2020, 5, 12)
    assert content.url == "https://post.example/news/boats"
    assert content.text is not None
    assert content.text.startswith("Two boats seized in the bay\n\nHarbour police said")
    assert "“an old man’s revenge”" in content.text
    assert "Sport" not in content.text
    assert "rights reserved" not in content.text


def test_a_truncated_page_gives_what_is_there() -> None:
    page = (HEAD + ARTICLE).encode()
    content = read_html(page[: page.index(b"revenge")])
    assert content.text is not None
    assert "denied that the boats were his" in content.text


def test_the_declared_charset_counts() -> None:
    page = (HEAD + ARTICLE).replace("utf-8", "windows-1251").replace("Ana", "Анна")
    page = page.replace("a man from", "Иван из")
    content = read_html(page.encode("cp1251"))
    assert content.byline is not None
    assert content.byline.startswith("Анна")


def test_a_wrong_declaration_does_no_harm() -> None:
    page = (HEAD + ARTICLE).replace("utf-8", "iso-8859-1")
    content = read_html(page.encode("utf-8"))
    assert content.text is not None
    assert "“an old man’s revenge”" in content.text


def test_a_declaration_of_xml_is_no_hindrance() -> None:
    page = '<?xml version="1.0" encoding="utf-8"?>\n' + HEAD + ARTICLE
    assert read_html(page.encode()).title == "Two boats seized in the bay"


def test_a_date_in_the_footer_is_not_the_day_of_publication() -> None:
    page = f"<html><body>{ARTICLE}</body></html>".replace("1998", "May 3, 1998")
    content = read_html(page.encode())
    assert content.published is None
    assert content.dateline is None


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><script>load()</script></head><body><div id=app></div></body>",
        "<!doctype html><html></html>",
    ],
)
def test_a_page_that_a_script_fills_is_refused(page: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_html(page.encode())
    assert "holds no text" in caught.value.reason
    assert "browser" in caught.value.remedy
