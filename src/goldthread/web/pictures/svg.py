"""Just enough SVG: elements with everything escaped, coordinates to a tenth, classes for every colour."""

from html import escape

Number = int | float


def number(value: Number) -> str:
    """A coordinate, to a tenth, without a needless point."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def element(tag: str, *children: str, **attributes: str | Number | None) -> str:
    """`cls` is written as class, `_` in a name as `-`; attributes that are None are left out. Children are already SVG."""
    written = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{tag}{written}>{''.join(children)}</{tag}>" if children else f"<{tag}{written}/>"


def _name(key: str) -> str:
    return "class" if key == "cls" else key if key == "viewBox" else key.rstrip("_").replace("_", "-")


def _value(value: str | Number) -> str:
    return escape(value) if isinstance(value, str) else number(value)


def text(words: str, x: Number, y: Number, cls: str = "", anchor: str | None = None) -> str:
    """A line of text with its baseline at y; `anchor` is "middle" or "end"."""
    return element("text", escape(words), cls=cls or None, x=x, y=y, text_anchor=anchor)


def titled(words: str, *children: str) -> str:
    """A group that says what it is when pointed at."""
    return element("g", element("title", escape(words)), *children)


def path(d: str, cls: str) -> str:
    return element("path", cls=cls, d=d)


def line(x1: Number, y1: Number, x2: Number, y2: Number, cls: str) -> str:
    return path(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}", cls)


def rect(x: Number, y: Number, width: Number, height: Number, cls: str, **more: str | Number | None) -> str:
    return element("rect", cls=cls, x=x, y=y, width=width, height=height, **more)


def circle(cx: Number, cy: Number, r: Number, cls: str) -> str:
    return element("circle", cls=cls, cx=cx, cy=cy, r=r)


def picture(title: str, name: str, width: Number, height: Number, *children: str, own_size: bool = False) -> str:
    """A whole picture. `name` is unique on the page. It fills its place unless `own_size` keeps it at its own measure."""
    head = element("title", escape(title), id=f"{name}-title")
    box = {"viewBox": f"0 0 {number(width)} {number(height)}", "role": "img", "aria_labelledby": f"{name}-title"}
    if own_size:
        return element("svg", head, *children, cls="gt-pic gt-pic--own", width=width, height=height, **box)
    return element("svg", head, *children, cls="gt-pic", **box)


def text_width(words: str, size: float = 13.5, bold: bool = False) -> float:
    """About how wide the words will be, in the stack of fonts the pages use."""
    narrow = sum(character in "iljtfI.,:;' ’|()" for character in words)
    wide = sum(character in "mwMW@" for character in words)
    return size * ((len(words) - narrow - wide) * 0.56 + narrow * 0.3 + wide * 0.86) * (1.07 if bold else 1)
