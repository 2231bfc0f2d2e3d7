"""Layouts and lists by chance, seeded: what a report may look like that nobody has seen yet."""

import random

from tests.inspection import made_reports as made
from tests.inspection.flowing import Style

WORDS = ["children", "plans", "visits", "support", "practice", "assessment", "carers", "leaders", "timely", "partners", "health", "school", "records", "oversight", "front-door", "decision-making", "well-being", "16-~and~17-year-olds", "care~leavers", "(paragraph~36),", "housing;", "supervision:", "single-~or~multi-agency", "access", "to", "the", "quality", "of"]
GRADES = ("Good", "Outstanding", "Inadequate", "Requires improvement to be good")
TOPICS = ("Care Leavers", "Leadership, management and governance", "Outcomes for care leavers", "Assessment and care planning for looked after children")
FOOT = ("Inspection of Wrenford local authority children’s services", "9 to 20 May 2022")
FOOTNOTE = "A footnote that explains a word of the text above at more length than the line has, so that it goes on."


def sentence(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choice(WORDS) for _ in range(words)).replace("~", " ").strip(" ,;:-")
    return (text[0].upper() + text[1:] if chance.random() < 0.85 else text) + ("." if chance.random() < 0.8 else "")


def style(chance: random.Random, **fixed) -> Style:
    body = chance.choice([10.5, 11, 12, 12])
    noted = chance.random() < 0.3
    return Style(
        body=body,
        leading=chance.choice([1.15, 1.21, 1.33]),
        gap=chance.choice([0.3, 0.5, 0.7, 1.0]),
        left=chance.choice([60, 71, 85]),
        right=chance.choice([500, 525]),
        indent=chance.choice([12, 14, 18, 28]),
        bullet=chance.choice("\uf06e\u25fc\uf0b7\u2022\u25a0\uf0a7"),
        second=chance.choice("\uf02d\uf0be-–o"),
        heading=body + chance.choice([1.5, 2, 4]),
        heading_bold=chance.random() < 0.7,
        title=chance.choice([20, 26]),
        column=chance.choice([300, 360, 395]),
        middle=chance.random() < 0.5,
        wrap_grades=chance.random() < 0.6,
        page_numbers=chance.random() < 0.6,
        foot=chance.choice([(), FOOT]),
        lowest=95 if noted else chance.choice([70, 80, 95]),
        footnote=FOOTNOTE if noted else "",
        topic=body + chance.choice([0, 0.6]),
        topic_bold=chance.random() < 0.6,
        by_word=chance.random() < 0.3,
        scaled=chance.random() < 0.3,
        crop=chance.choice([(0, 0), (0, 0), (20, 30)]),
        **fixed,
    )


def items(chance: random.Random) -> list:
    """One to fourteen items, some with points of their own."""

    def item():
        if chance.random() < 0.85:
            return sentence(chance, chance.randint(4, 60))
        return sentence(chance, 8).rstrip(".") + ":", tuple(sentence(chance, 12) for _ in range(3))

    return [item() for _ in range(chance.randint(1, 14))]


def with_topics(chance: random.Random, listed: list) -> list:
    """The items under headings of topics, three to each."""
    grouped = []
    for i, item in enumerate(listed):
        grouped += [made.Topic(chance.choice(TOPICS)), item] if i % 3 == 0 else [item]
    return grouped


def ilacs(chance: random.Random) -> made.Made:
    areas = chance.choice([made.FORM_2018, made.FORM_2023, made.FORM_2026])
    old = {"above": "Wrenford City Council", "title": "Inspection of children’s social care services"} if chance.random() < 0.3 else {}
    return made.ilacs(
        areas,
        tuple(chance.choice(GRADES) for _ in areas),
        items(chance),
        style=style(chance),
        dates="11 to 22 May 2026" if areas == made.FORM_2026 else "9 to 20 May 2022",
        heading=chance.choice(["What needs to improve?", "What needs to improve", "What needs to improve:"]),
        mark=chance.choice(["", "1"]),
        before=chance.randint(2, 16),
        **old,
    )


def sif_2015(chance: random.Random) -> made.Made:
    grades = tuple(chance.choice([*GRADES[:3], "Requires improvement", "Not judged"]) for _ in range(5))
    board = "The Local Safeguarding Children Board requires improvement" if chance.random() < 0.6 else ""
    board_lists = [("Recommendations", None, 57, [sentence(chance, 20) for _ in range(5)])]
    return made.sif(grades=grades, lists=[("Recommendations", None, 1, items(chance))], style=style(chance), board=board, board_lists=board_lists)


def sif_2014(chance: random.Random) -> made.Made:
    listed, number = items(chance) + items(chance), chance.choice([0, 12])
    half = len(listed) // 2
    first, later = with_topics(chance, listed[:half]), with_topics(chance, listed[half:])
    lists = [
        ("Priority and immediate action", "priority_and_immediate_action", number, first),
        ("Areas for improvement", "area_for_improvement", number and number + half, later),
    ]
    grades = tuple(chance.choice([*GRADES[:3], "Requires improvement"]) for _ in range(5))
    return made.sif("The overall judgement is requires improvement", grades, lists, style=style(chance), published="")


def looked_after(chance: random.Random) -> made.Made:
    return made.looked_after(style=style(chance, head="Wrenford Inspection of looked after children services"))


FORMS = (ilacs, sif_2015, sif_2014, looked_after)
