"""What the database refuses here: changing or removing what a person said, read, planned or showed."""

from django.apps.registry import Apps, apps


def kept_tables(known: Apps = apps) -> list[str]:
    """Every table of this room, as far as `known` (a migration's own state) has it: rows are only ever added."""
    return sorted(model._meta.db_table for model in known.get_app_config("inspection").get_models())
