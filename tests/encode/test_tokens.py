from sayso.encode.tokens import pieces


def test_offsets_are_code_points_of_the_text_itself():
    text = "Zoë’s café — “naïve” 👋 said Müller."
    cut = pieces(text)
    covered = {
        i for s, e in zip(cut.starts, cut.ends, strict=True) for i in range(s, e)
    }
    words = {i for i, c in enumerate(text) if c.isalnum()}
    assert words <= covered
    assert all(text[s:e].strip() for s, e in zip(cut.starts, cut.ends, strict=True))


def test_first_marks_the_beginning_of_each_word():
    text = "interrogators denied"
    cut = pieces(text)
    begins = [text[s:] for s, f in zip(cut.starts, cut.first, strict=True) if f]
    assert begins == ["interrogators denied", "denied"]


def test_nothing_is_cut_off_or_padded():
    text = "word " * 2000
    assert len(pieces(text).ids) == 2000
    assert len(pieces("").ids) == 0
