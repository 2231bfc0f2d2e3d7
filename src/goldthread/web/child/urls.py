"""Addresses of the child's page."""

from django.urls import path

from goldthread.web.child import data, views

urlpatterns = [
    path("<str:reference>/", views.child, name="child"),
    path("<str:reference>/chronology/", views.chronology, name="chronology"),
    path("<str:reference>/duties/<str:key>.json", data.occurrence, name="occurrence"),
    path("<str:reference>/<slug:part>/", views.part, name="child_part"),
]
