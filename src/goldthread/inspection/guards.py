"""What the database refuses here: changing or removing what a person said, read, planned or showed."""

from django.apps import apps


def kept_tables() -> list[str]:
    """Every table of this room: rows are only ever added."""
    return sorted(model._meta.db_table for model in apps.get_app_config("inspection").get_models())
