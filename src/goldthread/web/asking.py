"""A day in a form, asked for and read in one way everywhere; and the classes that questions wear."""

from datetime import date

from django import forms

from goldthread.clock.reading import NotADay, read_day

INPUT, AREA, SELECT = "govuk-input gt-input", "govuk-textarea gt-area", "govuk-select gt-select"
SHORT, NUMBER = f"{INPUT} govuk-input--width-10", f"{INPUT} govuk-input--width-4"
HOW = "Write it as 12/11/2026."


class DayField(forms.CharField):
    """A day, written as people write it."""

    def clean(self, value: str) -> date | None:
        written = super().clean(value)
        if not written:
            return None
        try:
            return read_day(written)
        except NotADay:
            raise forms.ValidationError(f"“{written}” is not a day we can read. {HOW}") from None


def a_day(label: str, help_text: str = "", required: bool = True) -> DayField:
    """The question for a day; left empty where it is required, it says which day and how to write it."""
    missing = {"required": f"{label} {HOW}" if label.endswith("?") else f"{label}: which day? {HOW}"}
    return DayField(label=label, help_text=help_text, required=required, error_messages=missing, widget=forms.TextInput({"class": SHORT, "autocomplete": "off"}))
