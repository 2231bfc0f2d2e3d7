"""Addresses of Today."""

from django.urls import path

from goldthread.web.today import raising, views

urlpatterns = [
    path("", views.home, name="home"),
    path("today/", views.today, name="today"),
    path("warnings/new/", raising.raise_warning, name="warning_new"),
    path("today/list/", views.listed, name="today_list"),
    path("today/done/", views.did, name="today_done"),
]
