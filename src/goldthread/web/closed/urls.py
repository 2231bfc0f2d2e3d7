"""Addresses of closed records and interests."""

from django.urls import path

from goldthread.web.closed import interests, views

urlpatterns = [
    path("records/<str:reference>/open/", views.open_beyond, name="record_open"),
    path("records/<str:reference>/why/", views.say_why, name="record_why"),
    path("opened/", views.opened, name="opened"),
    path("opened/<int:number>/seen/", views.seen, name="opened_seen"),
    path("interests/", interests.interests, name="interests"),
    path("interests/<int:number>/end/", interests.end, name="interest_end"),
]
