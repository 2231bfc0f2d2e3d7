"""Addresses of entries, and of writing a new one about a child."""

from django.urls import path

from goldthread.web.entries import allocating, answering, correcting, judging, views, writing

urlpatterns = [
    path("entries/<int:number>/", views.read, name="entry"),
    path("entries/<int:number>/print/", views.on_paper, name="entry_print"),
    path("entries/<int:number>/verdict/", judging.verdict, name="entry_verdict"),
    path("approvals/", judging.approvals, name="approvals"),
    path("entries/<int:number>/mark/", views.mark, name="entry_mark"),
    path("entries/<int:number>/withdraw/", views.withdraw, name="entry_withdraw"),
    path("entries/<int:number>/correct/", correcting.correct, name="entry_correct"),
    path("entries/<int:number>/answer/", answering.answer, name="warning_answer"),
    path("entries/<int:number>/end/", correcting.end, name="entry_end"),
    path("write/<str:reference>/allocation/", allocating.allocate, name="allocate"),
    path("write/<str:reference>/<slug:kind>/", writing.write, name="entry_write"),
]
