"""The pages of `docs/` that are written from the code. A test fails while one is stale."""

from pathlib import Path


def written() -> dict[str, str]:
    """Each generated page under `docs/` and its text."""
    from goldthread.duties import book
    from goldthread.measures.book import measures_page
    from goldthread.record.dictionary import data_dictionary
    from goldthread.record.limits import limits_page
    from goldthread.record.retention.book import retention_page
    from goldthread.web.api.book import api_page

    record = {"limits.md": limits_page(), "data-dictionary.md": data_dictionary(), "retention.md": retention_page()}
    return {**book.rule_book(), **record, "measures.md": measures_page(), "api.md": api_page()}


def write(folder: Path) -> None:
    """Write every generated page anew."""
    for name, text in written().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        print(f"Wrote {folder / name}")
