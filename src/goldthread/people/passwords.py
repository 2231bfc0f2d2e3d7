"""Which long passwords are guessed all the same: a common one made longer, something repeated, a row of keys, or our own name."""

import re

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p")
OURS = ("goldthread", "socialcare", "socialworker", "safeguarding", "childrensservices")
LONG = 4  # letters in a row that make a piece of it a row of keys
ENOUGH = 6  # different letters that have to be left when what is guessed first is taken out
SENTENCE = "This is one of the first that somebody would guess: a common password made longer, a row of keys, or our own name. Choose three or four words that have nothing to do with each other."


class Guessable:
    """A validator of Django's kind. A password is weighed by what is left when everything that is tried first is taken out."""

    def __init__(self) -> None:
        self._common = CommonPasswordValidator().passwords

    def validate(self, password: str, user: object = None) -> None:
        if len(set(self._left(password.casefold()))) < ENOUGH:
            raise ValidationError(SENTENCE, code="password_guessable")

    def get_help_text(self) -> str:
        return "Three or four words that have nothing to do with each other are good."

    def _left(self, password: str) -> str:
        words = re.sub(r"[^a-z0-9 ]", lambda sign: sign[0] if sign[0].isalpha() else "", password)
        words = _once(_without_rows(words))
        for ours in OURS:
            words = words.replace(ours, "")
        bare = re.sub(r"[\d\s]+", "", words)
        return "" if bare in self._common else re.sub(r"\s+", "", words)


def _once(words: str) -> str:
    """'passwordpassword' is 'password'."""
    found = re.fullmatch(r"(.+?)\1+", words)
    return found[1] if found else words


def _without_rows(words: str) -> str:
    """Without the pieces of four and more that lie beside each other on the keyboard or in the alphabet, forwards or backwards."""
    for row in (*ROWS, *(row[::-1] for row in ROWS)):
        for length in range(len(row), LONG - 1, -1):
            for first in range(len(row) - length + 1):
                words = words.replace(row[first : first + length], "")
    return words
