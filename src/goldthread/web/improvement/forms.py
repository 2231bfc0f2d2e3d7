"""The questions of the plan, its boards, the service's clocks and the self-evaluation."""

from collections.abc import Iterable
from datetime import date

from django import forms

from goldthread.duties.service import COUNTED_OUT, SERVICE_WORDS
from goldthread.inspection import plan as p
from goldthread.inspection.models import Action
from goldthread.inspection.reports import Recommendation
from goldthread.measures.shape import Measure
from goldthread.people.models import Worker
from goldthread.web.asking import AREA, INPUT, NUMBER, SELECT, a_day

ABOUT_ALL = "all"
GROUPED = {
    "An inspection": ("inspection", "statement", "inadequate", "monitoring", "focused", "joint"),
    "Who stands over the service": ("direction", "commissioner", "adviser"),
}
YEARLY = "Every year"
WHAT_BECAME = "Choose what became of it."


class NameField(forms.CharField):
    """Somebody who works here, by name; the browser offers those who own most actions."""

    def clean(self, value: str) -> Worker | None:
        written = " ".join(super().clean(value).split())
        if not written:
            return None
        found = list(Worker.objects.at_work().filter(name__iexact=written)[:2])
        if len(found) != 1:
            trouble = "Nobody here is called" if not found else "More than one person is called"
            raise forms.ValidationError(f"{trouble} “{written}”. Write the full name as it stands in the list.")
        return found[0]


def a_line(label: str, help_text: str = "", required: bool = True, most: int = 120, missing: str = "") -> forms.CharField:
    told = {"required": missing or f"{label}?"}
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=most, error_messages=told, widget=forms.TextInput({"class": INPUT}))


def an_area(label: str, help_text: str = "", required: bool = True, rows: int = 3, missing: str = "") -> forms.CharField:
    told = {"required": missing or f"{label}?"}
    return forms.CharField(label=label, help_text=help_text, required=required, error_messages=told, widget=forms.Textarea({"class": AREA, "rows": rows}))


def a_number(label: str, help_text: str = "", required: bool = False, least: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, required=required, min_value=least, max_value=100_000, widget=forms.NumberInput({"class": NUMBER}))


def a_person(label: str, required: bool = True) -> NameField:
    widget = forms.TextInput({"class": INPUT, "list": "workers", "autocomplete": "off"})
    return NameField(label=label, required=required, widget=widget, error_messages={"required": f"{label}? Write their name."})


class NameForm(forms.Form):
    """What a recommendation is called in lists."""

    words = a_line("Short name", "A few words for lists and headings. The report’s own sentence stays beside it.", missing="Write a short name.")


class ActionForm(forms.Form):
    """An action that somebody agrees to."""

    words = an_area("What will be done?", "So that somebody else can see whether it was.", rows=2, missing="Say what will be done.")
    owner = a_person("Who owns it?")
    due = a_day("By when?")
    counted_of = a_number("Done piece by piece: how many pieces?", "Only if it can be counted, such as 7 teams.", least=1)
    counted_unit = a_line("What are the pieces?", "Such as teams, plans or people.", required=False, most=60)


class StepForm(forms.Form):
    """What became of an action."""

    kind = forms.ChoiceField(label="What became of it?", widget=forms.Select({"class": SELECT}), error_messages={"required": WHAT_BECAME})
    day = a_day("On which day?")
    counted = a_number("How many are done by now?", "For an action that is done piece by piece.")
    owner = a_person("Who owns it now?", required=False)
    due = a_day("Which day was agreed?", required=False)
    words = an_area("In words", "Why, where it is not done or something else was agreed; what shows it, where it is done.", required=False, rows=2)

    def __init__(self, action: Action, **given: object) -> None:
        super().__init__(**given)
        counts = action.counted_of is not None
        self.fields["kind"].choices = [("", WHAT_BECAME.rstrip(".")), *((kind, words) for kind, words in p.STEPS.items() if counts or kind != p.COUNTED)]
        if not counts:
            del self.fields["counted"]
        for name, kind in (("counted", p.COUNTED), ("owner", p.OWNER), ("due", p.DUE)):
            if name in self.fields:
                self.fields[name].only_if = f"kind={kind}"


A_NUMBER = {
    "invalid": "Enter a number, such as 95.", "min_value": "Enter a number from 0 upwards.",
    **dict.fromkeys(("max_digits", "max_decimal_places", "max_whole_digits"), "Enter a number below 100,000, with two places after the point at most."),
}  # fmt: skip


class TieForm(forms.Form):
    """Which measure should move, how far, and how far on the way."""

    measure = forms.ChoiceField(label="Which measure should move?", widget=forms.Select({"class": SELECT}))
    target = forms.DecimalField(label="To which figure?", help_text="In per cent, or in the unit of the measure.", max_digits=7, decimal_places=2,
                                min_value=0, error_messages={**A_NUMBER, "required": "Say which figure it should reach."}, widget=forms.NumberInput({"class": NUMBER, "step": "any"}))  # fmt: skip
    first_day = a_day("On the way, by this day", required=False)
    first_number = forms.DecimalField(label="On the way, the figure to be reached by then", required=False, min_value=0, max_digits=7, decimal_places=2, error_messages=A_NUMBER,
                                      widget=forms.NumberInput({"class": NUMBER, "step": "any"}))  # fmt: skip
    last_day = a_day("The target should be reached by", required=False)
    why = an_area("Why does this measure show it?", required=False, rows=2)

    def __init__(self, measures: Iterable[Measure], **given: object) -> None:
        super().__init__(**given)
        self.fields["measure"].choices = [("", "Choose a measure"), *((m.code, m.title) for m in measures)]

    def trajectory(self) -> list[tuple[date, float]]:
        said = self.cleaned_data
        pairs = [(said["first_day"], said["first_number"]), (said["last_day"], said["target"])]
        return [(on, float(value)) for on, value in pairs if on and value is not None]


class EndForm(forms.Form):
    """Why something no longer stands."""

    why = an_area("Why?", "Whoever reads the plan later will ask.", missing="Say why.")


class MeetingForm(forms.Form):
    """A board that met, and what it decided."""

    name = a_line("Which board?", most=120, missing="Say which board met.")
    day = a_day("When did it meet?")
    chaired_by = a_line("Who chaired it?", required=False)
    present = an_area("Who was there?", required=False, rows=2)

    def __init__(self, recommendations: Iterable[Recommendation], names: dict[int, str], **given: object) -> None:
        super().__init__(**given)
        self.fields[ABOUT_ALL] = an_area("What did it decide about all of them?", required=False, rows=3)
        for one in recommendations:
            title = names.get(one.fact.pk, one.text)
            self.fields[f"about-{one.fact.pk}"] = an_area(f"About {one.number}. {title}", required=False, rows=2)

    def decisions(self) -> list[tuple[int | None, str]]:
        """(recommendation or None, words) of each decision that was written."""
        said = [(name, words) for name, words in self.cleaned_data.items() if name == ABOUT_ALL or name.startswith("about-")]
        return [(None if name == ABOUT_ALL else int(name.removeprefix("about-")), words) for name, words in said if words]


class MilestoneForm(forms.Form):
    """Something in the life of an inspection."""

    word = forms.ChoiceField(label="What happened, or is booked?", widget=forms.Select({"class": SELECT}), error_messages={"required": "Choose what happened."})
    day = a_day("On which day?", "A day to come means that it is booked.")
    words = an_area("In words", "Such as who came, or what the letter asks.", required=False, rows=2)
    letter = forms.FileField(label="The letter", help_text="A PDF, or leave it out.", required=False, widget=forms.ClearableFileInput({"class": "govuk-file-upload"}))

    def __init__(self, **given: object) -> None:
        super().__init__(**given)
        self.fields["word"].choices = [("", "Choose what happened"), *_happenings()]


def _happenings() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a person can write down of the service, under headings."""
    found: dict[str, list[tuple[str, str]]] = {heading: [] for heading in (*GROUPED, YEARLY)}
    for name, word in SERVICE_WORDS.items():
        if name not in COUNTED_OUT:
            heading = next((heading for heading, firsts in GROUPED.items() if name.split(".")[0] in firsts), YEARLY)
            found[heading].append((name, word.says[:1].upper() + word.says[1:].replace("'", "’")))
    return list(found.items())


class SectionForm(forms.Form):
    """Somebody's words in one section of the self-evaluation."""

    words = an_area("What we say of ourselves", rows=10, missing="There is nothing written yet.")
