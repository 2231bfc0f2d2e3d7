"""Keeping, reopening and throwing away what was left half-written."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from goldthread.web import wording
from goldthread.web.drafts.models import Draft
from goldthread.web.drafts.sheets import FIELD, Sheet, keep, read_token
from goldthread.web.drafts.waiting import device_of

NOT_OURS = (
    "The page these words came from is not one of ours, or is very old. Copy what you wrote before you leave the page."
)


# What proves that the words come from a page made for this worker is the signed number, not the token of a session,
# which may have ended while somebody was writing.
@csrf_exempt
@require_POST
def keep_words(request: HttpRequest) -> HttpResponse:
    """Keep what a page sends as it is being written. Only for the worker it was made for."""
    form = read_token(request.POST.get(FIELD, ""))
    if form is None or form.worker != request.user.pk:
        return JsonResponse({"trouble": NOT_OURS}, status=403)
    return JsonResponse({"kept": kept_words(request, form)})


def kept_words(request: HttpRequest, form: Sheet) -> str:
    """Keep the words posted and say at what time. Nothing else is changed by what was sent."""
    request.trail.unchanged = True
    draft = keep(form, request.POST, request.now, device_of(request.headers.get("User-Agent", "")))
    return wording.clock_time(draft.kept_at, seconds=True)


def leave(request: HttpRequest, form: Sheet, waits: str = "today") -> HttpResponse:
    """Keep the words and go to Today, or to another page named by `waits`, where they wait."""
    time = kept_words(request, form)
    messages.success(request, f"Kept at {time}, finished or not. It waits here: {form.title}.")
    return redirect(waits)


def reopen(request: HttpRequest, number: UUID) -> HttpResponse:
    """Back to the form, as it was left. Whether the child may still be seen is asked by the form's own page."""
    draft = get_object_or_404(Draft, pk=number, worker=request.user.pk)
    if draft.saved_at:
        messages.success(request, "This has been saved already.")
        return redirect(draft.outcome or "today")
    return redirect(f"{draft.page}?draft={draft.pk}")


def throw_away(request: HttpRequest, number: UUID) -> HttpResponse:
    """Ask first; a draft is nobody's record, and may be thrown away by whoever wrote it."""
    draft = get_object_or_404(Draft, pk=number, worker=request.user.pk, saved_at=None)
    if request.method == "POST":
        draft.delete()
        messages.success(request, "Thrown away. Nothing of it was in the record.")
        return redirect("today")
    return render(
        request, "goldthread/drafts/throw_away.html", {"draft": draft, "back": reverse("draft", args=[number])}
    )
