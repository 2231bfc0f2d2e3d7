"""Addresses of people we work with, and of supervision."""

from django.urls import path

from goldthread.web.others import supervision, views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/new/", views.new, name="person_new"),
    path("supervision/", supervision.supervision, name="supervision"),
]
