"""Addresses of the forms made by hand."""

from django.urls import path

from goldthread.web.forms import contact_views, note_views, visit_views

urlpatterns = [
    path("visits/new/", visit_views.new, name="visit_new"),
    path("visits/preview/", visit_views.preview, name="visit_preview"),
    path("notes/new/", note_views.new, name="note_new"),
    path("contacts/new/", contact_views.new, name="contact_new"),
    path("contacts/known/", contact_views.known, name="contact_known"),
    path("contacts/preview/", contact_views.preview, name="contact_preview"),
]
