"""The forms of the inspector's room."""

from collections.abc import Sequence
from datetime import datetime

from django import forms

from goldthread.clock.times import end_of
from goldthread.web.asking import INPUT, NUMBER, SELECT, SHORT, a_day

MOST_DRAWN = 100
SO_MANY = f"Enter how many children to draw: a whole number from 1 to {MOST_DRAWN}."
WHICH_LIST = "Choose the list to draw from."
A_SEED = "Enter a seed: any word or number of at most 40 letters."


class InviteForm(forms.Form):
    """Who is invited, for which days, and which lists they find."""

    name = forms.CharField(label="The inspector’s name", max_length=150, widget=forms.TextInput({"class": INPUT}),
                           error_messages={"required": "Enter the inspector’s name, as it should stand beside every look they take."})  # fmt: skip
    email = forms.CharField(label="Their work email address", help_text="They sign in with it.", max_length=150, widget=forms.EmailInput({"class": INPUT}),
                            error_messages={"required": "Enter the inspector’s work email address."})  # fmt: skip
    day = a_day("First day they may read")
    until = a_day("Last day they may read", "They read on both days and the days between. Sixty days at most.")
    lists_on = a_day("Inspection day of the child-level lists", "Annex A counts its six and twelve months back from this day.")
    lists_known = a_day("The lists as known at the end of", "Left empty: as known now. What is written down later does not change them.", required=False)
    why = forms.CharField(label="What the inspection is", max_length=400, required=False, widget=forms.TextInput({"class": INPUT}))

    def known(self, now: datetime) -> datetime:
        """The moment the lists are drawn as known at: the end of the day that was given, and not after now."""
        given = self.cleaned_data["lists_known"]
        return min(now, end_of(given)) if given else now


class SampleForm(forms.Form):
    """Which children to draw from, how many, and the seed by which the same draw can be made again."""

    list = forms.TypedChoiceField(label="Draw from list", coerce=int, widget=forms.Select({"class": SELECT}),
                                  error_messages=dict.fromkeys(("required", "invalid_choice"), WHICH_LIST))  # fmt: skip
    column = forms.CharField(label="Only rows whose column", help_text="As the list heads it, such as Allocated Team. Left empty: every row.",
                             required=False, max_length=120, widget=forms.TextInput({"class": INPUT}))  # fmt: skip
    says = forms.CharField(label="says", required=False, max_length=120, widget=forms.TextInput({"class": INPUT}))
    number = forms.IntegerField(label="How many children", min_value=1, max_value=MOST_DRAWN, initial=6, widget=forms.NumberInput({"class": NUMBER}),
                                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), SO_MANY))  # fmt: skip
    seed = forms.CharField(label="Seed", help_text="Any word or number. The same seed draws the same children again.", max_length=40, widget=forms.TextInput({"class": SHORT}),
                           error_messages=dict.fromkeys(("required", "max_length"), A_SEED))  # fmt: skip
    name = forms.CharField(label="What the sample is for", required=False, max_length=160, widget=forms.TextInput({"class": INPUT}))

    def __init__(self, *args: object, lists: Sequence[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["list"].choices = lists
