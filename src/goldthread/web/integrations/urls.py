"""Addresses of integrations."""

from django.urls import path

from goldthread.web.integrations import views

urlpatterns = [
    path("integrations/", views.integrations, name="integrations"),
    path("integrations/<int:number>/", views.one, name="integration"),
    path("integrations/<int:number>/agree/", views.agree, name="integration_agree"),
    path("integrations/<int:number>/end/", views.end, name="integration_end"),
    path("integrations/<int:number>/token/", views.new_token, name="integration_token"),
    path("integrations/<int:number>/tokens/<int:token>/take-back/", views.take_back, name="token_take_back"),
    path("integrations/<int:number>/webhooks/<int:hook>/end/", views.end_hook, name="hook_end"),
    path("integrations/<int:number>/deliveries/<uuid:delivery>/again/", views.again, name="delivery_again"),
]
