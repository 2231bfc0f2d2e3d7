"""Addresses of loads."""

from django.urls import path

from goldthread.web.loading import views

urlpatterns = [
    path("load/", views.send, name="load"),
    path("load/<int:number>/", views.run, name="load_run"),
    path("load/<int:number>/report.json", views.report, name="load_report"),
]
