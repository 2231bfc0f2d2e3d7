"""The questions asked before something is settled."""

from django import forms

from goldthread.record.local.checks import Choice
from goldthread.record.local.models import KEPT, NUMBER, POLICY, SCHOOL
from goldthread.record.local.words import NOT_YET, NUMBERS, POLICIES, YES
from goldthread.web.asking import AREA, INPUT, SELECT, SHORT, a_day
from goldthread.web.settling.things import Thing

WHY = "Say why, in a sentence that somebody will still understand in a year."


class SettleForm(forms.Form):
    """A value, the first day it holds where it has one, and why."""

    value = forms.CharField()
    since = a_day("First day it holds", "What opened before that day keeps the number of its own day.")
    why = forms.CharField(label="Why", max_length=600, widget=forms.TextInput({"class": INPUT}), error_messages={"required": WHY})

    def __init__(self, thing: Thing, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.thing = thing
        self.fields["value"] = _VALUE[thing.what](thing)
        if thing.what in (POLICY, SCHOOL):
            del self.fields["since"]
        if thing.what == KEPT:
            self.fields["since"].required = False
            self.fields["since"].help_text = "Only where it is kept: from which day. Earlier openings count for nothing."

    def choice(self) -> Choice:
        """What was asked for, once the form is valid."""
        said = self.cleaned_data
        return Choice(self.thing.what, self.thing.name, said["value"], said.get("since"), said["why"])


def _number(thing: Thing) -> forms.Field:
    usual = NUMBERS[thing.name].usual
    return forms.CharField(label="New value", help_text=f"In words, such as ‘{usual}’, which is usual.", max_length=80, widget=forms.TextInput({"class": SHORT}),
                           error_messages={"required": f"Enter a length of time, such as ‘{usual}’."})  # fmt: skip


def _kept(thing: Thing) -> forms.Field:
    choices = [("", ""), (YES, "Kept here"), (NOT_YET, "Not kept here")]
    return forms.ChoiceField(label="Is it kept here?", choices=choices, widget=forms.Select({"class": SELECT}), error_messages={"required": "Choose whether it is kept here."})


def _policy(thing: Thing) -> forms.Field:
    choices = [("", ""), *((str(one.value), str(one.value).capitalize()) for one in POLICIES[thing.name])]
    return forms.ChoiceField(label="What holds here", choices=choices, widget=forms.Select({"class": SELECT}), error_messages={"required": "Choose one."})


def _school(thing: Thing) -> forms.Field:
    return forms.CharField(label="Terms", help_text="A line each, as ‘2 September 2026 to 23 October 2026’. They take the place of all terms given before.",
                           max_length=4000, widget=forms.Textarea({"class": AREA, "rows": 8}), error_messages={"required": "Write the terms, a line each."})  # fmt: skip


_VALUE = {NUMBER: _number, KEPT: _kept, POLICY: _policy, SCHOOL: _school}
