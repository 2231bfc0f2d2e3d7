"""Addresses of the audit."""

from django.urls import path

from goldthread.web.trails import views

urlpatterns = [
    path("", views.audit, name="audit"),
    path("lines.csv", views.as_file, name="audit_file"),
]
