"""What stands in somebody's way on a page: axe's findings with every fold opened, and the words that are hard to tell from their ground.

Each thing is asked once. Of rows of one shape the first three are asked, and a page of a shape that was found clean at this width
is not asked again: the same elements, classes, roles and states, with words, names and references where they were, whatever the
words are. Whether words can be told from their ground is asked once for each look: the same colours, sizes and grounds give the
same answer on every page, and asking it for each word of a long page takes axe longer than everything else together. A look is
remembered only when axe said that it passes; what it could not tell is asked again.
"""

from axe_playwright_python.sync_playwright import Axe

CHECKED = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
OPEN_ALL = "window.shut = [...document.querySelectorAll('details:not([open])')]; shut.forEach((fold) => { fold.open = true; })"
SHUT_AGAIN = "shut.forEach((fold) => { fold.open = false; })"
# A shape says of an id whether it is the page's only one, and of what an attribute refers to whether it is there.
SHAPE = """() => {
    const values = /^(class|role|type|tabindex|lang|scope|style|open|aria-(?!label|labelledby|describedby|controls|owns|errormessage).*)$/;
    const refers = /^(for|list|aria-(labelledby|describedby|controls|owns|errormessage))$/;
    const short = (words) => {
        let one = 5381, other = 52711;
        for (let n = 0; n < words.length; n++) {
            one = Math.imul(one, 33) ^ words.charCodeAt(n);
            other = Math.imul(other, 31) + words.charCodeAt(n) | 0;
        }
        return `${(one >>> 0).toString(36)}.${(other >>> 0).toString(36)}`;
    };
    const told = (part, {name, value}) => {
        if (values.test(name)) return value;
        if (name === 'id') return document.getElementById(value) === part;
        if (refers.test(name)) return value.trim().split(/\\s+/).every((id) => document.getElementById(id));
        return value.trim() !== '';
    };
    window.alike = [];
    const shape = (part) => {
        const said = [part.tagName, ...[...part.attributes].flatMap((one) => [one.name, told(part, one)])], many = new Map();
        for (const node of part.childNodes) {
            const one = node.nodeType === 1 ? shape(node) : node.nodeType === 3 && node.nodeValue.trim() ? 'words' : '';
            many.set(one, (many.get(one) || 0) + 1);
            if (one && many.get(one) <= 3) said.push(one);
            else if (node.nodeType === 1) alike.push(node);
        }
        return short(said.join('|'));
    };
    return shape(document.documentElement);
}"""
VIOLATIONS = "async (asked) => (await axe.run(alike.length ? {exclude: alike} : document, asked)).violations"
# A look: how the words are drawn, and every ground behind them. What is lifted off its place may lie on another's ground,
# so the name of its class belongs to it. Three of each look are asked, because axe cannot always tell.
LOOKS = """async (known) => {
    const grounds = new Map([[null, '']]), looks = new Map(), before = new Set(known);
    const ground = (part) => {
        if (!grounds.has(part)) {
            const drawn = getComputedStyle(part), lifted = !['static', 'relative'].includes(drawn.position);
            const own = [drawn.backgroundColor, drawn.backgroundImage, drawn.opacity, drawn.filter, lifted && drawn.position + part.className];
            const bare = ['rgba(0, 0, 0, 0)', 'none', '1', 'none', false];
            grounds.set(part, ground(part.parentElement) + (own.some((one, n) => one !== bare[n]) ? `|${own}` : ''));
        }
        return grounds.get(part);
    };
    const says = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.nodeValue.trim().length > 1);
    for (const part of document.querySelectorAll('body *')) {
        if (!(says(part) || part.matches('input, select, textarea')) || !part.checkVisibility()) continue;
        const drawn = getComputedStyle(part), off = part.closest(':disabled, [aria-disabled=true]') || part.control?.disabled;
        const look = [drawn.color, drawn.fontSize, drawn.fontWeight, drawn.textShadow, Boolean(off), part.closest('svg') !== null, ground(part)].join(';');
        if (!before.has(look) && (looks.get(look) || []).length < 3) looks.set(look, [...(looks.get(look) || []), part]);
    }
    if (!looks.size) return {passed: [], violations: []};
    const asked = {runOnly: {type: 'rule', values: ['color-contrast']}, resultTypes: ['violations', 'passes'], elementRef: true};
    const {violations, passes} = await axe.run({include: [...looks.values()].flat()}, asked);
    const fine = new Set(passes.flatMap((one) => one.nodes.map((node) => node.element)));
    const passed = [...looks].filter(([, parts]) => parts.some((part) => fine.has(part))).map(([look]) => look);
    violations.forEach((one) => one.nodes.forEach((node) => { delete node.element; }));
    return {passed: violations.length ? [] : passed, violations};
}"""
TOO_WIDE = "Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"
STICKS_OUT = """[...document.querySelectorAll('body *')].filter(
    (part) => part.getBoundingClientRect().right > window.innerWidth + 1 && !part.closest('svg, nav, .govuk-visually-hidden')
).slice(0, 3).map((part) => part.outerHTML.slice(0, 120))"""
AXE = Axe()
CLEAN: set[tuple[int, str]] = set()
TOLD_APART: set[str] = set()


def barriers(page, width):
    """What axe finds with every fold opened, and how far the page is then too wide; each as a line. The folds are shut again.

    What can be seen with the folds shut can be seen with them opened.
    """
    page.evaluate(OPEN_ALL)
    shape = (width, page.evaluate(SHAPE))
    found = [] if shape in CLEAN else [*_violations(page), *_too_faint(page)]
    if not found:
        CLEAN.add(shape)
    found = sorted({*_lines(found), *sideways(page)})
    page.evaluate(SHUT_AGAIN)
    return found


def _violations(page):
    """What axe says, but for colours."""
    if page.evaluate("window.axe === undefined"):
        page.evaluate(AXE.axe_script)
    return page.evaluate(VIOLATIONS, CHECKED)


def sideways(page):
    """How far the page has to be scrolled sideways, and what sticks out."""
    over = page.evaluate(TOO_WIDE)
    return [f"{over} pixels too wide: {page.evaluate(STICKS_OUT)}"] if over else []


def _too_faint(page):
    """Violations among the looks that are new in this run."""
    said = page.evaluate(LOOKS, sorted(TOLD_APART))
    TOLD_APART.update(said["passed"])
    return said["violations"]


def _lines(violations):
    for violation in violations:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {violation['help']}: {node['html'][:160]} {node['failureSummary'][:200]}"
