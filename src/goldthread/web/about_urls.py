"""Addresses of the pages that are about nobody."""

from django.urls import path

from goldthread.web import about, rulebook

urlpatterns = [
    path("marks/", about.marks, name="marks"),
    path("counted/", rulebook.counted, name="counted"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("who-sees/", about.who_sees, name="who_sees"),
]
