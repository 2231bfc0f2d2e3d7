"""The register of interests: declaring one's own, registering one for somebody, and taking one back."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from goldthread.people.models import Interest, Worker
from goldthread.record import interests as register
from goldthread.record.interests import SayMore
from goldthread.record.openings import reference_of
from goldthread.record.reach import NotFound, Reach
from goldthread.web import wording
from goldthread.web.asking import INPUT, SELECT, SHORT
from goldthread.web.reaching import with_reach

HIDDEN = "A record that somebody registered for you"


class InterestForm(forms.Form):
    """Whose interest, in which record, and what it is."""

    worker = forms.ModelChoiceField(label="Whose interest", queryset=Worker.objects.none(), widget=forms.Select({"class": SELECT}),
                                    error_messages={"required": "Choose whose interest it is.", "invalid_choice": "Choose whose interest it is."})  # fmt: skip
    reference = forms.CharField(label="Reference of the record", max_length=24, widget=forms.TextInput({"class": SHORT}),
                                error_messages={"required": "Enter the reference, such as WR-20418. Whoever told you of the record knows it."})  # fmt: skip
    why = forms.CharField(label="What the interest is", help_text="Such as: my brother’s children. Managers who look after the register read it.", max_length=400,
                          widget=forms.TextInput({"class": INPUT}), error_messages={"required": "Say what the interest is."})  # fmt: skip

    def __init__(self, *args: object, reach: Reach, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["worker"].queryset = register.may_name(reach.actor)
        self.fields["worker"].initial = reach.actor.pk


@dataclass(frozen=True, slots=True)
class Line:
    """One interest as its reader may know it."""

    number: int
    whose: str
    record: str
    why: str
    registered: str
    ended: str
    may_end: bool


@with_reach
def interests(request: HttpRequest, reach: Reach) -> HttpResponse:
    """What is registered, and the form."""
    form = InterestForm(request.POST or None, reach=reach)
    if request.method == "POST" and form.is_valid() and _declared(form, reach):
        return redirect("interests")
    return _page(request, reach, form, status=422 if form.errors else 200)


def _declared(form: InterestForm, reach: Reach) -> bool:
    given = form.cleaned_data
    try:
        register.declare(reach, given["worker"], given["reference"], given["why"])
    except NotFound as problem:
        form.add_error("reference", str(problem))
    except SayMore as problem:
        form.add_error(None, str(problem))
    return not form.errors


@require_POST
@with_reach
def end(request: HttpRequest, reach: Reach, number: int) -> HttpResponse:
    """Take an interest back, with the reason."""
    try:
        register.end(reach, number, request.POST.get("why", "")[:400])
    except SayMore as problem:
        return _page(request, reach, InterestForm(reach=reach), (number, str(problem)), 422)
    return redirect("interests")


def _page(request: HttpRequest, reach: Reach, form: InterestForm, problem: tuple[int, str] = (0, ""), status: int = 200) -> HttpResponse:
    context = {"form": form, "lines": [_line(one, reach) for one in register.standing(reach)], "not_ended": problem[0], "problem": problem[1],
               "for_others": len(form.fields["worker"].queryset) > 1}  # fmt: skip
    return render(request, "goldthread/closed/interests.html", context, status=status)


def _line(one: Interest, reach: Reach) -> Line:
    """What somebody else registered for the reader stays closed to the reader, what it is and whom it is about."""
    mine = one.worker == reach.actor
    hidden = mine and one.by != reach.actor
    ended = f"{one.ended_by.name}, {wording.moment_words(one.ended_at)}: {one.ended_why}" if one.ended_by and one.ended_at else ""
    return Line(
        one.pk, one.worker.name, HIDDEN if hidden else reference_of(one.person_id), "" if hidden else one.why,
        f"{one.by.name}, {wording.moment_words(one.at)}", ended, not ended and not mine,
    )  # fmt: skip
