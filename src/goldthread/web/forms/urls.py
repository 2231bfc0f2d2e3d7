"""Addresses of the forms made by hand."""

from django.urls import path

from goldthread.web.forms import visit_views

urlpatterns = [
    path("visits/new/", visit_views.new, name="visit_new"),
    path("visits/preview/", visit_views.preview, name="visit_preview"),
]
