"""Addresses of what was left half-written."""

from django.urls import path

from goldthread.web.drafts import views

urlpatterns = [
    path("keep/", views.keep_words, name="draft_keep"),
    path("<uuid:number>/", views.reopen, name="draft"),
    path("<uuid:number>/throw-away/", views.throw_away, name="draft_throw_away"),
]
