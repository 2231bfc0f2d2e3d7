"""Every rule is specified by examples, and the engine answers each of them as it says."""

from pathlib import Path

import pytest

from goldthread.duties.examples import Example, differences, read_examples
from goldthread.duties.rules import CODES, SERVICE_CODES, STATISTIC_CODES

SPECS = Path(__file__).parent.parent / "specs"
EXAMPLES = [example for path in sorted(SPECS.glob("*.yaml")) for example in read_examples(path)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.says)
def test_the_engine_answers_as_the_example_says(example: Example) -> None:
    assert differences(example) == []


@pytest.mark.parametrize("code", (*CODES, *SERVICE_CODES, *STATISTIC_CODES))
def test_every_rule_has_an_example(code: str) -> None:
    assert any(code in example.codes for example in EXAMPLES), f"write an example for {code} in tests/specs"
