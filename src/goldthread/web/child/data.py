"""One duty of one child as JSON: what the page says, for whoever may see the page, and looked at as the page is."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from goldthread.clock.times import day_of
from goldthread.duties.asjson import as_json, iso
from goldthread.record.reach import NotFound, Reach
from goldthread.web.child import known
from goldthread.web.child.opening import Opened, open_child
from goldthread.web.child.reasons import key as key_of
from goldthread.web.reaching import with_reach


@with_reach
def occurrence(request: HttpRequest, reach: Reach, reference: str, key: str) -> HttpResponse:
    """Everything that explains one occurrence; `known` asks as it was known on a day, and 404 where it was not there."""
    try:
        moment = known.known_on(request.GET.get("known", ""), reach.today)
    except known.NotThatDay as wrong:
        return JsonResponse({"problem": str(wrong)}, status=400)
    opened = open_child(reach, reference, "duty as data", moment)
    found = next((o for o in opened.child.owed if key_of(o) == key), None)
    if found is None:
        raise NotFound(f"Nothing is owed to this child under {key}.")
    explainer = opened.explainer
    told = as_json(found, explainer.explain(found), explainer.how(found), day_of(opened.when))
    answer = JsonResponse({**_child(opened), **told}, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Cache-Control"] = "no-store"
    return answer


def _child(opened: Opened) -> dict[str, str | None]:
    return {"child": opened.reference, "on": iso(opened.when), "known": iso(opened.child.known)}
