"""What is asked about an account. Only these answers are read; whatever else is sent is not looked at."""

from django import forms

from goldthread.people.given import Given
from goldthread.people.models import Team, Worker
from goldthread.people.roles import INVITED, ROLES
from goldthread.web.asking import INPUT, SELECT

ROLE = "Choose their role."
TEAM = "Choose their team."


def _line(label: str, missing: str = "", most: int = 150, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=bool(missing), max_length=most, help_text=help_text, error_messages={"required": missing} if missing else None,
        widget=forms.TextInput({"class": INPUT, "autocomplete": "off"}),
    )  # fmt: skip


class AccountForm(forms.Form):
    """Name, role, team and how to reach somebody."""

    name = _line("Their name", "Enter their name, as it should stand in the record.")
    role = forms.ChoiceField(label="Role", widget=forms.Select({"class": SELECT}), error_messages=dict.fromkeys(("required", "invalid_choice"), ROLE))
    team = forms.ModelChoiceField(Team.objects.order_by("name"), label="Team", required=False, empty_label="No team",
                                  widget=forms.Select({"class": SELECT}), error_messages={"invalid_choice": TEAM})  # fmt: skip
    email = forms.EmailField(label="Work email address", required=False, widget=forms.EmailInput({"class": INPUT, "autocomplete": "off"}),
                             error_messages={"invalid": "Enter an address such as name@example.gov.uk."})  # fmt: skip
    telephone = _line("Telephone", most=40)
    registration = _line("Social Work England number", most=20)

    def __init__(self, *args: object, worker: Worker | None = None, **kwargs: object) -> None:
        if worker is not None:
            kwargs["initial"] = {name: getattr(worker, name) for name in self.base_fields if name != "username"}
        super().__init__(*args, **kwargs)
        invited = worker is not None and worker.plays.sees == INVITED
        self.fields["role"].choices = [(r.code, r.name) for r in ROLES.values() if (r.sees == INVITED) == invited]

    def given(self) -> Given:
        said = self.cleaned_data
        return Given(said["name"], said["role"], said["team"] and said["team"].pk, said["email"], said["telephone"], said["registration"])


class NewForm(AccountForm):
    """The same, and the name to sign in with."""

    username = _line("Name they sign in with", "Enter the name they will sign in with.", help_text="It cannot be changed later.")
    field_order = ("username", "name", "role", "team", "email", "telephone", "registration")
