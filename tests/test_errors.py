import inspect

from sayso import errors


def test_every_error_is_in_the_tree_that_is_drawn() -> None:
    assert errors.__doc__ is not None
    for name, value in inspect.getmembers(errors, inspect.isclass):
        assert issubclass(value, errors.SaysoError)
        assert name in errors.__doc__


def test_a_read_error_keeps_its_halves_apart() -> None:
    error = errors.ReadError("is empty", "get it again")
    assert str(error) == "is empty; get it again"
    assert (error.reason, error.remedy) == ("is empty", "get it again")


def test_a_read_error_with_nothing_to_mend_has_no_loose_end() -> None:
    assert str(errors.ReadError("is a table", "")) == "is a table"
