"""Addresses of the inspector's room, and of inviting somebody into it."""

from django.urls import path

from goldthread.web.inspector import invitations, views

urlpatterns = [
    path("inspector/", views.room, name="inspector_room"),
    path("inspector/lists/<int:number>/", views.one_list, name="inspector_list"),
    path("inspector/annex-a.xlsx", views.workbook, name="inspector_workbook"),
    path("inspector/sample/", views.sample, name="inspector_sample"),
    path("inspector/samples/<int:number>/", views.sampled, name="inspector_sampled"),
    path("inspector/notes/", views.note, name="inspector_note"),
    path("inspections/invitations/", invitations.invitations, name="inspector_invitations"),
    path("inspections/invitations/<int:number>/", invitations.one, name="inspector_invitation"),
    path("inspections/invitations/<int:number>/take-back/", invitations.take_back, name="inspector_take_back"),
]
