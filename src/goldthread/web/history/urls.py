"""Addresses of the authorities and of the history of each."""

from django.urls import path

from goldthread.web.history import adding, views

urlpatterns = [
    path("inspections/", views.index, name="inspections"),
    path("inspections/<slug:slug>/", views.history, name="history"),
    path("inspections/<slug:slug>/print/", views.printed, name="history_print"),
    path("inspections/<slug:slug>/add/", adding.add, name="claim_add"),
    path("inspections/<slug:slug>/added/<int:claim>/", adding.take_back, name="claim_take_back"),
    path("inspections/<slug:slug>/asked/<str:key>/", views.asked, name="history_asked"),
    path("inspections/<slug:slug>/asked/<str:key>/theme/", views.decide, name="history_theme"),
]
