"""Every address. Each part of the site keeps its own in its folder; this joins them."""

from django.urls import include, path

from goldthread.web import errors

urlpatterns = [
    path("", include("goldthread.web.today.urls")),
    path("", include("goldthread.web.mine.urls")),
    path("", include("goldthread.web.team.urls")),
    path("", include("goldthread.web.measures.urls")),
    path("accounts/email/", errors.missing),  # accounts are given; nobody adds addresses of their own
    path("accounts/", include("allauth.account.urls")),
    path("about/", include("goldthread.web.about_urls")),
    path("drafts/", include("goldthread.web.drafts.urls")),
    path("children/", include("goldthread.web.child.urls")),
    path("", include("goldthread.web.entries.urls")),
    path("", include("goldthread.web.forms.urls")),
    path("", include("goldthread.web.finding.urls")),
    path("", include("goldthread.web.loading.urls")),
    path("", include("goldthread.web.inspector.urls")),
    path("", include("goldthread.web.reports.urls")),
    path("", include("goldthread.web.improvement.urls")),
    path("", include("goldthread.web.history.urls")),
]

handler400 = "goldthread.web.errors.bad_request"
handler403 = "goldthread.web.errors.refused"
handler404 = "goldthread.web.errors.missing"
handler500 = "goldthread.web.errors.broken"
