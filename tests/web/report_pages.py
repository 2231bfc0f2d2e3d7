"""A report as its page is read and answered."""


from goldthread.inspection import reports
from tests.web.desk import ask


def page_of(worker, report):
    return ask(worker, f"/reports/{report.pk}/")


def at(fact):
    return f"/reports/facts/{fact.pk}/"


def state(report, kind, place=0):
    return [one for one in reports.held(report) if one.fact.kind == kind][place]


def fields(client, address):
    """What a browser would send of the form at an address."""
    sheet = client.get(address).context["sheet"]
    return {"sheet": sheet.token}
