from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class RecordConfig(AppConfig):
    name = "goldthread.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from goldthread.record.rowsecurity.applying import apply, make_way

        pre_migrate.connect(make_way, sender=self)
        post_migrate.connect(apply, sender=self)
