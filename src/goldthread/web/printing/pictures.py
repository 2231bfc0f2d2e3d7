"""Our pictures for paper: the same SVG with the page's own colours written into it, since paper has no style sheet."""

import re
from functools import cache
from pathlib import Path

STYLES = Path(__file__).resolve().parents[1] / "static" / "goldthread" / "goldthread.css"
TOKEN = re.compile(r"(--gt-[\w-]+):\s*([^;]+);")
RULE = re.compile(r"(?:^|(?<=[}\s]))(\.gt-(?:pic|load)\b[^{}@]*)\{([^{}]*)\}")


def standing_alone(svg: str) -> str:
    """The picture with its name space and its colours, so that it can be read without the page it came from."""
    head, _, rest = svg.partition(">")
    named = head if "xmlns=" in head else head.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return f"{named}><style>{_rules()}</style>{rest}"


@cache
def _rules() -> str:
    styles = STYLES.read_text()
    tokens = {
        name: value.strip() for name, value in reversed(TOKEN.findall(styles.partition("/* ---------- ground")[0]))
    }
    rules = [f"{selector.strip()}{{{_resolved(body, tokens)}}}" for selector, body in RULE.findall(styles)]
    return "".join(rules).replace("<", "")


def _resolved(body: str, tokens: dict[str, str]) -> str:
    return re.sub(r"var\((--gt-[\w-]+)\)", lambda found: tokens[found[1]], body).strip()
