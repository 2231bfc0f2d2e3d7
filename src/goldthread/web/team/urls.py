"""Addresses of the team's page and of the lists behind its numbers."""

from django.urls import path

from goldthread.web.team import views

urlpatterns = [
    path("team/", views.team, name="team"),
    path("team/all/", views.all_teams, name="all_teams"),
    path("team/children/", views.children, name="team_children"),
    path("team/duties/", views.duties, name="team_duties"),
    path("team/next-week/", views.who_is_in, name="team_away"),
    path("team/weights/", views.weights, name="team_weights"),
]
