"""The pages of `docs/` that are written from the code. A test fails while one is stale."""

from pathlib import Path


def written() -> dict[str, str]:
    """Each generated page under `docs/` and its text."""
    from goldthread.duties import book
    from goldthread.measures.book import measures_page
    from goldthread.record.dictionary import data_dictionary

    return {"rules.md": book.rule_book(), "measures.md": measures_page(), "data-dictionary.md": data_dictionary()}


def write(folder: Path) -> None:
    """Write every generated page anew."""
    for name, text in written().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"Wrote {folder / name}")
