"""Addresses of one's own account and of everybody's, and what of django-allauth's is closed here."""

from django.urls import path, re_path

from goldthread.web import errors
from goldthread.web.accounts import acts, mine, views

# Accounts are given: nobody makes one, adds addresses to it, or is sent a password by post.
CLOSED = r"^(email|signup|confirm-email|password/reset|password/set|login/code)/"

urlpatterns = [
    re_path(CLOSED, errors.missing),
    path("mine/", mine.mine, name="your_account"),
    path("mine/second-factor/", mine.second_factor, name="second_factor"),
    path("mine/sign-out-everywhere/", mine.sign_out_everywhere, name="sign_out_everywhere"),
    path("workers/", views.workers, name="workers"),
    path("workers/new/", views.new, name="worker_new"),
    path("workers/leaving/", views.leaving_whom, name="leaving_whom"),
    path("workers/<int:number>/", views.one, name="worker"),
    path("workers/<int:number>/leaving/", views.leaving, name="leaving"),
    path("workers/<int:number>/<slug:act>/", acts.do, name="worker_act"),
]
