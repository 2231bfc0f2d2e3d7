"""The address of My children."""

from django.urls import path

from goldthread.web.mine import views

urlpatterns = [path("my-children/", views.mine, name="my_children")]
