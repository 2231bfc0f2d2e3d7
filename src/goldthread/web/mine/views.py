"""My children."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldthread.oversight.owners import with_holders
from goldthread.oversight.worklist import owed_to, own
from goldthread.record.reach import Reach
from goldthread.web.mine import listing
from goldthread.web.paging import paged
from goldthread.web.reaching import with_reach
from goldthread.web.today.views import check_has_a_day


@with_reach
def mine(request: HttpRequest, reach: Reach) -> HttpResponse:
    """Everybody the acting person works with."""
    check_has_a_day(reach)
    children = with_holders(own(reach, reach.actor))
    first = listing.first_owed(owed_to(reach, children))
    some = listing.ordered(listing.of_kind(children, request.GET.get("kind", "")), request.GET.get("by", ""), first)
    shown = paged(some, request.GET, 50)
    request.counts = {"my_children": len(children)}
    context = {
        "number": len(children),
        "lines": [listing.line(c, first.get(c.person_id), reach.today) for c in shown.rows],
        "shown": shown,
        "chips": listing.kind_chips(children, request.GET),
        "orders": listing.orders(request.GET),
    }
    return render(request, "goldthread/mine/mine.html", context)
