"""Addresses of local promises."""

from django.urls import path

from goldthread.web.settling import views

urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("settings/<int:number>/take-back/", views.back, name="setting_take_back"),
    path("settings/runs/<int:number>/go-on/", views.go_on, name="settings_go_on"),
    path("settings/<slug:what>/<slug:slug>/", views.setting, name="setting"),
]
