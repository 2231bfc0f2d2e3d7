"""The forms of integrations."""

from datetime import date, datetime, timedelta

from django import forms

from goldthread.clock.times import end_of
from goldthread.people.models import Team, Worker
from goldthread.web.api.scopes import SCOPES
from goldthread.web.api.tokens import MOST, MOST_OF_ALL
from goldthread.web.asking import INPUT, NUMBER, SELECT, a_day

SO_MANY = f"Enter how many calls it may make in a minute: a whole number from 1 to {MOST_OF_ALL}."


class SetUpForm(forms.Form):
    """What the other system is, whose records it reads and writes, and who answers for it."""

    name = forms.CharField(label="What the other system is called", help_text="This name stands beside everything it reads and writes.", max_length=150,
                           widget=forms.TextInput({"class": INPUT}), error_messages={"required": "Enter the name of the other system."})  # fmt: skip
    what_for = forms.CharField(label="What it is for", max_length=400, widget=forms.TextInput({"class": INPUT}),
                               error_messages={"required": "Say what it is for, in a sentence."})  # fmt: skip
    team = forms.ModelChoiceField(Team.objects.none(), label="Whose records it reads and writes", required=False, empty_label="The whole service",
                                  widget=forms.Select({"class": SELECT}))  # fmt: skip
    owner = forms.ModelChoiceField(Worker.objects.none(), label="Who answers for it", empty_label="Choose somebody",
                                   help_text="They agree before any token works, and its tokens end when they leave.", widget=forms.Select({"class": SELECT}),
                                   error_messages={"required": "Choose who answers for it."})  # fmt: skip

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = Team.objects.order_by("name")
        self.fields["owner"].queryset = Worker.objects.at_work().order_by("name")


class TokenForm(forms.Form):
    """A new token: what it is for, until when, and how often it may call."""

    name = forms.CharField(label="Where the token will be used", max_length=80, widget=forms.TextInput({"class": INPUT}),
                           error_messages={"required": "Say where the token will be used, such as “nightly load”."})  # fmt: skip
    scopes = forms.MultipleChoiceField(label="What it may do", choices=[(code, words.capitalize()) for code, words in SCOPES.items()],
                                       widget=forms.CheckboxSelectMultiple({"class": "gt-checks"}),
                                       error_messages={"required": "Choose at least one thing that the token is for."})  # fmt: skip
    expires = a_day("Its last day", "A year from today at most.")
    most = forms.IntegerField(label="Calls in a minute", min_value=1, max_value=MOST_OF_ALL, initial=MOST, widget=forms.NumberInput({"class": NUMBER}),
                              error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), SO_MANY))  # fmt: skip

    def until(self) -> datetime:
        """The end of its last day."""
        return end_of(self.cleaned_data["expires"])


def usual_last_day(today: date) -> date:
    return today + timedelta(days=90)
