"""Long passwords that are guessed first are refused, and no other: nobody has to put a number or a sign into theirs."""

import pytest
from django.core.exceptions import ValidationError

from goldthread.people.passwords import Guessable

GUESSED = [
    "passwordpassword", "123456789012", "Password1234!", "qwertyuiop123456", "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "Goldthread2026!", "goldthread goldthread",
    "letmein12345", "0987654321098765", "1qaz2wsx3edc", "monkeymonkeymonkey", "ababababababab", "Safeguarding123", "zyxwvutsrqponm", "!!!!!!!!!!!!!!!!",
]  # fmt: skip
GOOD = ["saltmarsh kettle umbrella", "a long red scarf", "three clouds over Wrenford", "correct horse battery", "ααββγγδδεεζζηη", "vXq9-Lm2p-tR8w-Kd4s", "fishing password scarf", "my dog is called abcd"]


@pytest.mark.parametrize("password", GUESSED)
def test_what_is_guessed_first_is_refused(password):
    with pytest.raises(ValidationError, match="first that somebody would guess"):
        Guessable().validate(password)


@pytest.mark.parametrize("password", GOOD)
def test_words_that_have_nothing_to_do_with_each_other_are_enough(password):
    assert Guessable().validate(password) is None


def test_a_password_we_hand_out_passes_our_own_rules():
    from goldthread.people.accounts import new_password

    assert [Guessable().validate(new_password()) for _ in range(50)] == [None] * 50
