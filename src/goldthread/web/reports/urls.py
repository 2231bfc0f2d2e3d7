"""Addresses of reports, their pages and facts, of kept files, and of evidence."""

from django.urls import path

from goldthread.web.reports import evidence_views, fact_views, file_views, sending, views

urlpatterns = [
    path("reports/", views.every, name="reports"),
    path("reports/add/", sending.send, name="report_add"),
    path("reports/<int:number>/", views.report, name="report"),
    path("reports/<int:number>/confirm/", views.confirm, name="report_confirm"),
    path("reports/<int:number>/missed/", fact_views.missed, name="report_missed"),
    path("reports/<int:number>/pages/<int:page>.png", file_views.page_picture, name="report_page_picture"),
    path("reports/facts/<int:number>/", fact_views.fact, name="report_fact"),
    path("files/<int:number>/", file_views.file, name="file"),
    path("evidence/<int:number>/", evidence_views.every, name="evidence"),
    path("evidence/<int:number>/add/", evidence_views.add, name="evidence_add"),
    path("evidence/withdraw/<int:number>/", evidence_views.withdraw, name="evidence_withdraw"),
]
