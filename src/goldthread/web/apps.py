from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "goldthread.web"
    label = "web"

    def ready(self) -> None:
        from goldthread.web import recording, signals
        from goldthread.web.api import outbox

        for listening in (recording, signals, outbox):
            listening.listen()
