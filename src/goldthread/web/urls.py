"""Every address. Each part of the site keeps its own in its folder; this joins them."""

from django.urls import include, path

from goldthread.web import rulebook, rulechildren

urlpatterns = [
    path("", include("goldthread.web.today.urls")),
    path("", include("goldthread.web.mine.urls")),
    path("", include("goldthread.web.team.urls")),
    path("", include("goldthread.web.others.urls")),
    path("", include("goldthread.web.measures.urls")),
    path("accounts/", include("goldthread.web.accounts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("accounts/second-factor/", include("allauth.mfa.urls")),
    path("accounts/sessions/", include("allauth.usersessions.urls")),
    path("accounts/single/", include("goldthread.web.single.urls")),
    path("about/", include("goldthread.web.about_urls")),
    path("rules/<str:code>/", rulebook.one, name="rule"),
    path("rules/<str:code>/<str:of>/", rulechildren.children, name="rule_children"),
    path("drafts/", include("goldthread.web.drafts.urls")),
    path("", include("goldthread.web.access.urls")),
    path("", include("goldthread.web.retention.urls")),
    path("children/", include("goldthread.web.child.urls")),
    path("", include("goldthread.web.entries.urls")),
    path("", include("goldthread.web.forms.urls")),
    path("", include("goldthread.web.finding.urls")),
    path("", include("goldthread.web.closed.urls")),
    path("", include("goldthread.web.loading.urls")),
    path("", include("goldthread.web.settling.urls")),
    path("", include("goldthread.web.inspector.urls")),
    path("", include("goldthread.web.reports.urls")),
    path("", include("goldthread.web.improvement.urls")),
    path("", include("goldthread.web.history.urls")),
    path("", include("goldthread.web.integrations.urls")),
    path("api/v1/", include("goldthread.web.api.urls")),
    path("audit/", include("goldthread.web.trails.urls")),
]

handler400 = "goldthread.web.errors.bad_request"
handler403 = "goldthread.web.errors.refused"
handler404 = "goldthread.web.errors.missing"
handler500 = "goldthread.web.errors.broken"
