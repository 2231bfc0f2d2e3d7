"""The headings of the eleven lists, as published in 2024; from 2026 the second one is Sex."""

from goldthread.exchange import annex_a

LAYOUTS = (2024, 2026)
SEX_SAYS = {2024: "Gender", 2026: "Sex"}
FAMILY, SECOND = "Family identifier", 1


def headings(number: int, layout: int = 2024) -> tuple[str, ...]:
    """The first row of list `number`."""
    shape = next(shape for shape in annex_a.SHAPES if shape.table == f"annex_a.{number}")
    names = [column.name for column in shape.columns]
    if number == 10:  # the family stands before the child's sex here, and after the other facts in what is read
        names.remove(FAMILY)
        names.insert(SECOND, FAMILY)
    return tuple(SEX_SAYS[layout] if name == "Sex" else name for name in names)
