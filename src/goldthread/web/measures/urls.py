"""Addresses of the service's page, of measures, of the monthly report and of what others publish."""

from django.urls import path

from goldthread.web.measures import report_views, service, views

urlpatterns = [
    path("service/", service.page, name="service"),
    path("measures/", views.measures, name="measures"),
    path("measures/report/", report_views.report, name="monthly_report"),
    path("measures/report/<int:number>/", report_views.printed_report, name="printed_report"),
    path("measures/report/<int:number>/paper.pdf", report_views.printed_file, name="printed_file"),
    path("measures/others/", report_views.others, name="others"),
    path("measures/<slug:code>/", views.measure, name="measure"),
    path("measures/<slug:code>/children/", views.children, name="measure_children"),
    path("measures/<slug:code>/figures.csv", views.figures, name="measure_figures"),
    path("measures/<slug:code>/beside/", report_views.liken, name="measure_beside"),
]
