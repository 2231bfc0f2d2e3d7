"""The questions about somebody new: what they are, their name, and who holds them."""

from typing import Any

from django import forms

from goldthread.duties.words.kinds import ADULT, CARER, HOME, WORKER
from goldthread.people.models import Team, Worker
from goldthread.people.roles import APPROVE
from goldthread.record.reach import Reach
from goldthread.web.asking import INPUT, SELECT
from goldthread.web.child.others import SAY_ABOUT

CHOICES = [(kind, f"{SAY_ABOUT[kind][:1].upper()}{SAY_ABOUT[kind][1:]}") for kind in (CARER, WORKER, ADULT, HOME)]
TWICE = "{} is in the list already, with the same name. Open that record, or tick the box below if it is somebody else."


class PersonForm(forms.Form):
    """Somebody new. `reach` is the acting person's: only what they may see is looked through for the same name.

    A worker's record is begun by those who manage.
    """

    about = forms.ChoiceField(label="What are they to us?", choices=[("", "Choose"), *CHOICES], widget=forms.Select({"class": SELECT}),
                              error_messages={"required": "Say what they are to us."})  # fmt: skip
    account = forms.ModelChoiceField(Worker.objects.none(), label="Which worker?", required=False, empty_label="Nobody who signs in",
                                     help_text="Only for a worker: so that they can read their own record", widget=forms.Select({"class": SELECT}))  # fmt: skip
    forename = forms.CharField(label="First name", required=False, max_length=200, help_text="Leave empty for a home", widget=forms.TextInput({"class": INPUT}))
    surname = forms.CharField(label="Last name, or the name of the home", required=False, max_length=200, widget=forms.TextInput({"class": INPUT}))
    team = forms.ModelChoiceField(Team.objects.none(), label="Which team holds them?", empty_label="Choose", widget=forms.Select({"class": SELECT}),
                                  error_messages={"required": "Say which team holds them, so that they belong to somebody."})  # fmt: skip
    holder = forms.ModelChoiceField(Worker.objects.none(), label="Who holds them?", required=False, empty_label="Nobody yet",
                                    widget=forms.Select({"class": SELECT}),
                                    help_text="A carer’s supervising social worker, a worker’s line manager, the designated officer, the registered manager")  # fmt: skip
    another = forms.BooleanField(label="It is somebody else of the same name", required=False)

    def __init__(self, reach: Reach, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reach = reach
        workers = Worker.objects.at_work().order_by("name")
        manages = reach.actor.may(APPROVE)
        self.fields["about"].choices = [("", "Choose"), *((kind, says) for kind, says in CHOICES if manages or kind != WORKER)]
        self.fields["account"].queryset = workers.filter(person=None)
        if not manages:
            del self.fields["account"]
        self.fields["holder"].queryset = workers
        self.fields["team"].queryset = Team.objects.order_by("name")
        self.fields["team"].initial = reach.actor.team_id

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        account: Worker | None = given.get("account")
        if account and given.get("about") != WORKER:
            self.add_error("account", "Only a worker signs in. Choose nobody here, or say that it is a worker.")
        elif account:
            given["forename"], _, given["surname"] = account.name.rpartition(" ")
        elif not given.get("forename") and not given.get("surname"):
            self.add_error("surname", "Write a name.")
        if not given.get("another") and (same := self._same_name(given)):
            self.add_error("surname", TWICE.format(same))
        return given

    def _same_name(self, given: dict[str, Any]) -> str | None:
        name = {f"{part}__iexact": given.get(part) or "" for part in ("forename", "surname")}
        found = self.reach.others().filter(about=given.get("about") or "", **name).first()
        return f"{found.forename} {found.surname}".strip() if found else None
