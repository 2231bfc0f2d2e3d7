"""Addresses of giving somebody the information about them."""

from django.urls import path

from goldthread.web.access import views

urlpatterns = [
    path("children/<str:reference>/access/", views.start, name="access"),
    path("access/<int:number>/", views.people, name="access_people"),
    path("access/<int:number>/lines/", views.lines, name="access_lines"),
    path("access/<int:number>/make/", views.make, name="access_make"),
    path("access/copies/<int:number>/", views.copy, name="access_copy"),
]
