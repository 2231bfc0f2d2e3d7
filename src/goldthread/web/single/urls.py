"""Addresses of single sign-on."""

from django.urls import path

from goldthread.web.single import views

urlpatterns = [
    path("", views.go, name="single"),
    path("back/", views.back, name="single_back"),
    path("out/", views.out, name="single_out"),
]
