"""Addresses of improvement: the recommendations, the plan and its boards, the service's clocks, and what is given out."""

from django.urls import path

from goldthread.web.improvement import boards, clocks, evaluation, pack, planning, views

urlpatterns = [
    path("improvement/", views.improvement, name="improvement"),
    path("improvement/<int:number>/", views.recommendation, name="recommendation"),
    path("improvement/children/<int:number>/", views.children, name="recommendation_children"),
    path("improvement/<int:number>/name/", planning.name, name="recommendation_name"),
    path("improvement/<int:number>/tie/", planning.tie_add, name="tie_add"),
    path("improvement/<int:number>/action/", planning.action_add, name="action_add"),
    path("improvement/tie/<int:number>/end/", planning.tie_end, name="tie_end"),
    path("improvement/action/<int:number>/", planning.action, name="action"),
    path("improvement/plan/<int:number>/", planning.plan, name="plan"),
    path("improvement/plan/<int:number>/begin/", planning.begin, name="plan_begin"),
    path("improvement/board/", boards.board, name="board"),
    path("improvement/board/new/", boards.meeting_add, name="meeting_add"),
    path("improvement/board/<int:number>/", boards.as_read, name="board_read"),
    path("improvement/clocks/", clocks.milestones, name="milestones"),
    path("improvement/clocks/new/", clocks.milestone_add, name="milestone_add"),
    path("improvement/clocks/<int:number>/withdraw/", clocks.milestone_withdraw, name="milestone_withdraw"),
    path("improvement/self-evaluation/", evaluation.self_evaluation, name="self_evaluation"),
    path("improvement/self-evaluation/paper/", evaluation.paper, name="self_evaluation_paper"),
    path("improvement/self-evaluation/issue/", evaluation.issue, name="self_evaluation_issue"),
    path("improvement/self-evaluation/<slug:key>/", evaluation.section, name="self_evaluation_section"),
    path("improvement/pack/", pack.pack, name="pack"),
    path("improvement/pack/paper/", pack.paper, name="pack_paper"),
    path("improvement/pack/issue/", pack.issue, name="pack_issue"),
    path("improvement/issued/<int:number>/", evaluation.issued, name="issued"),
]
