"""Add what a source says about an authority, and take back what was added by mistake. Nothing is ever changed."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from goldthread.inspection.history.adding import NotAdded, NotTaken, Wanted, add_claim, take_claim_back
from goldthread.inspection.history.gathering import standing
from goldthread.inspection.history.names import slug_of
from goldthread.inspection.history.reading import when_of
from goldthread.inspection.history.scales import SCALES
from goldthread.inspection.history.values import EVENT, JUDGEMENT, MEASURES, RAN, SINCE, UNREAD, When
from goldthread.inspection.models import Claim
from goldthread.people.roles import IMPROVE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.web.history import ways
from goldthread.web.history.views import named

KINDS = {
    JUDGEMENT: "A grade that inspectors gave",
    SINCE: "A grade it is said to have had since some year",
    EVENT: "Something that happened or was done",
    RAN: "Who ran the service from then on",
    MEASURES: "Special measures, a direction, a commissioner",
}
INPUT = {"class": "govuk-input gt-input", "autocomplete": "off"}


def _grades() -> list[tuple[str, str]]:
    """Every grade of every scale, each under its scale: none stands for another."""
    graded = [(scale.name.capitalize(), [(f"{scale.code}:{code}", words) for code, words in scale.grades]) for scale in SCALES.values() if scale.grades]
    return [("", "Choose a grade"), *graded, ("Not graded", [("words:", "said in words only"), (f":{UNREAD}", "listed, but its report cannot be read")])]


def _areas() -> list[tuple[str, str]]:
    areas = {code: words for scale in SCALES.values() for code, words in scale.areas}
    return [("", "The whole, or not said"), *areas.items()]


class ExactDay(forms.CharField):
    """A day, a month or a year, as exactly as the source says it."""

    def __init__(self, **more: object) -> None:
        super().__init__(max_length=40, widget=forms.TextInput(attrs=INPUT), **more)

    def clean(self, value: str) -> When | None:
        words = super().clean(value)
        if not words:
            return None
        when = when_of(words)
        if when is None:
            raise forms.ValidationError(f"“{words}” cannot be read as a day. Write 23 May 2014, May 2014 or 2014.")
        return when


class ClaimForm(forms.Form):
    """What a source says, when it was so, and who says it."""

    kind = forms.ChoiceField(label="What does the source say?", choices=list(KINDS.items()), widget=forms.Select(attrs={"class": "govuk-select gt-select"}))
    grade = forms.ChoiceField(label="Which grade?", choices=_grades, required=False, widget=forms.Select(attrs={"class": "govuk-select gt-select"}),
                              help_text="Only for a grade. Each scale has its own; none is translated.")  # fmt: skip
    area = forms.ChoiceField(label="Of what?", choices=_areas, required=False, widget=forms.Select(attrs={"class": "govuk-select gt-select"}))
    when = ExactDay(label="When was it?", help_text="As exactly as the source says it: 23 May 2014, May 2014 or 2014. Of an inspection, its last day.",
                    error_messages={"required": "Say when it was, if only the year."})  # fmt: skip
    until = ExactDay(label="Until when?", required=False, help_text="Only if the source says so.")
    words = forms.CharField(label="What happened, in your own words", required=False, max_length=600, help_text="No child’s name.",
                            widget=forms.Textarea(attrs={"class": "govuk-textarea gt-area", "rows": 3}))  # fmt: skip
    source = forms.CharField(label="Who says so?", max_length=300, widget=forms.TextInput(attrs=INPUT),
                             help_text="The source by name, so that somebody else finds it: “Ofsted letter”, “BBC”, “council minutes, item 7”.",
                             error_messages={"required": "Name the source. Without one it cannot stand beside what others say."})  # fmt: skip
    source_day = ExactDay(label="When did they say it?", required=False, help_text="The day the source was published. Of a report: the day printed on it.")

    def wanted(self, authority: str) -> Wanted:
        said = self.cleaned_data
        scale, _, grade = said["grade"].rpartition(":")
        return Wanted(authority, said["kind"], said["when"], said["until"], scale, said["area"], grade, said["words"], said["source"], said["source_day"])


@login_required
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add what a source says."""
    request.here = "inspections"
    name = named(slug)
    _check(request)
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_claim(form.wanted(name), now=request.now, by=request.user)
        except NotAdded as wrong:
            form.add_error(wrong.field, str(wrong))
        else:
            messages.success(request, "It is added, with its source. What other sources say stands beside it.")
            return redirect("history", slug=slug)
    context = {"name": name, "slug": slug, "form": form, "report_add": ways.address("report_add")}
    return render(request, "goldthread/history/add.html", context, status=422 if form.errors else 200)


@login_required
def take_back(request: HttpRequest, slug: str, claim: int) -> HttpResponse:
    """Show one claim that was added; on POST take it back with a reason."""
    request.here = "inspections"
    found = get_object_or_404(Claim.objects.select_related("by"), pk=claim, withdraws=None)
    if slug_of(found.authority) != slug:
        raise Http404
    name = named(slug)
    wrong = ""
    if request.method == "POST":
        _check(request)
        try:
            take_claim_back(found, request.POST.get("why", ""), now=request.now, by=request.user)
        except NotTaken as refusal:
            wrong = str(refusal)
        else:
            messages.success(request, "It is taken back. It stays in the record with your reason, and is no longer shown.")
            return redirect("history", slug=slug)
    context = {
        "name": name, "slug": slug, "claim": found, "says": KINDS[found.kind], "when": When(found.day, found.until, found.exact).words,
        "others": standing(Claim.objects.filter(authority=found.authority, source=found.source).exclude(pk=found.pk)), "wrong": wrong, "may": request.user.may(IMPROVE), "gone": Claim.objects.filter(withdraws=found).select_related("by").first(),
    }  # fmt: skip
    return render(request, "goldthread/history/added.html", context, status=422 if wrong else 200)


def _check(request: HttpRequest) -> None:
    try:
        check_may(request.user, IMPROVE)
    except NotAllowed as refusal:
        raise PermissionDenied(str(refusal)) from refusal
