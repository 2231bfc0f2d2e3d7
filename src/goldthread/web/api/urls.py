"""Addresses of the interface: its operations are declared in the modules named here."""

from django.urls import path

from goldthread.web.api import children, entries, hook_operations, measured, owed
from goldthread.web.api.site import api

OPERATIONS = (children, entries, owed, measured, hook_operations)
urlpatterns = [path("", api.urls)]
