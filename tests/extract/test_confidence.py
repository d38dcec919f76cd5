import json
from dataclasses import replace

import pytest

from sayso.domain.attribution import Style
from sayso.encode.roles import LinkedRoles
from sayso.errors import ModelError
from sayso.extract import confidence as module
from sayso.extract.confidence import NAMES, confidence, features

ROLES = LinkedRoles(((0, 3),), ((4, 8),), ((9, 60),), 0.9, (0.95, 0.95, 0.9))


def test_what_the_encoder_is_surer_of_is_likelier_right():
    unsure = replace(ROLES, parts=(0.5, 0.5, 0.4))
    assert 0 < confidence(unsure, Style.INDIRECT) < confidence(ROLES, Style.INDIRECT)
    assert confidence(ROLES, Style.INDIRECT) < 1


def test_certain_parts_leave_a_doubt():
    sure = replace(ROLES, parts=(1.0, 1.0, 1.0))
    assert confidence(sure, Style.INDIRECT) < 1


def test_what_a_rule_found_keeps_its_own_figure():
    assert confidence(replace(ROLES, parts=None), Style.DIRECT) == 0.9


def test_every_feature_has_a_name():
    assert len(features(ROLES, Style.DIRECT)) == len(NAMES)


@pytest.mark.parametrize("content", ["{", json.dumps({"weights": {"constant": 1}})])
def test_a_damaged_table_is_refused(tmp_path, monkeypatch, content):
    (tmp_path / "confidence.json").write_text(content, "utf-8")
    monkeypatch.setattr(module.resources, "files", lambda _: tmp_path)
    module._weights.cache_clear()
    try:
        with pytest.raises(ModelError, match="install sayso again"):
            confidence(ROLES, Style.DIRECT)
    finally:
        monkeypatch.undo()
        module._weights.cache_clear()
