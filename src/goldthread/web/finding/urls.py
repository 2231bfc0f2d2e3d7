"""The address of the search."""

from django.urls import path

from goldthread.web.finding import views

urlpatterns = [path("search/", views.find, name="search")]
