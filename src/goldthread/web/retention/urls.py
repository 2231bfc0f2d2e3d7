"""Addresses of keeping and erasing."""

from django.urls import path

from goldthread.web.retention import views

urlpatterns = [
    path("retention/", views.retention, name="retention"),
    path("retention/hold/", views.hold_all, name="retention_hold_all"),
    path("retention/holds/<int:number>/lift/", views.lift, name="retention_lift"),
    path("retention/proposals/<int:number>/", views.answer, name="retention_answer"),
    path("children/<str:reference>/retention/", views.one, name="retained"),
]
