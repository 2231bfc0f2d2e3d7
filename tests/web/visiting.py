"""The form of a visit, as a browser fills it in."""

import re

ADDRESS = "/visits/new/"
HOSTILE = "</textarea><script>alert(1)</script>\"'><b onmouseover=x>&amp; ‘Ọmọ’ 🌍\u202e \\ {{ 7*7 }} '; DROP TABLE record_visit; --"
LARKFIELDS = ["LK-KOFI", "LK-AMA", "LK-ESI"]


def opened(client, references=LARKFIELDS):
    return client.get(ADDRESS, {"child": references})


def token(page):
    return re.search(r'name="sheet" value="([^"]+)"', page.content.decode())[1]


def answers(page, children, **more):
    """Everything a person fills in for Kofi alone, Ama not alone, Esi not seen."""
    kofi, ama, esi = children["Kofi"], children["Ama"], children["Esi"]
    return {
        "sheet": token(page), "do": "save", "child": LARKFIELDS, "day": "2026-11-20", "time": "4:15pm", "place": "home", "known": "yes",
        f"seen-{kofi}": "alone", f"said-{kofi}": "She’s up before me now.", f"bedroom-{kofi}": "yes",
        f"seen-{ama}": "with", f"why_not_alone-{ama}": "Cousin was in the room", f"said-{ama}": "Excited about her birthday.",
        f"seen-{esi}": "no", f"why_not_seen-{esi}": "With her grandmother until Sunday",
        "at_home": "Warm, tea cooking.", "present": ["Abena"], "next_count": "1", "next_what_0": "Ask the welfare fund for a washing machine",
        "next_when_0": "2026-11-27", **more,
    }  # fmt: skip


def text_of(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())
