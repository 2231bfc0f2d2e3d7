"""`python -m tests.journeys.screens`: starts the demo and takes the pictures of docs/screens, each wide and narrow.

Names behind it, such as `settings people`, take those alone; `--into FOLDER` puts them somewhere else.
With Pillow (`pip install pillow`) they are also made small.
The clock stands at half past five on Friday 20 November 2026. Everything is made in a home of its own, removed afterwards.
"""

import argparse
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
STYLES = Path(__file__).parents[2] / "src/goldthread/web/static/goldthread/goldthread.css"
ALL_LOADED = """Promise.race([new Promise((done) => setTimeout(done, 5000)), Promise.all([...document.images].filter(
    (image) => !image.complete).map((image) => new Promise((done) => { image.onload = image.onerror = done; })))])"""  # at most five seconds
PATIENCE = 120_000  # milliseconds: a city just begun is still counting its measures
LARGEST = 250_000  # bytes of one picture
PAGES = {
    "today": ("priya", "/today/"),
    "child": ("priya", "/children/WR-20418/"),
    "child-as-known": ("priya", "/children/WR-20418/?known=2026-11-06"),
    "team": ("ngozi", "/team/"),
    "marks": ("priya", "/about/marks/"),
    "service": ("colin", "/service/"),
    "measures": ("colin", "/measures/"),
    "measure": ("colin", "/measures/cp_seen_in_time/"),
    "monthly-report": ("colin", "/measures/report/"),
    "history": ("miriam", "/inspections/birmingham/"),
    "settings": ("sunita", "/settings/"),
    "setting": ("sunita", "/settings/number/protection-visit/"),
    "rules": ("sunita", "/about/counted/?family=Protection+plan"),
    "rule": ("colin", "/rules/CP05/"),
    "rule-children": ("colin", "/rules/CP05/overdue/"),
    "people": ("ngozi", "/people/"),
    "person-new": ("ngozi", "/people/new/"),
    "supervision": ("ngozi", "/supervision/"),
    "audit": ("colin", "/audit/"),
    "record-why": ("miriam", "/children/WR-20418/"),
    "opened": ("ngozi", "/opened/"),
    "interests": ("priya", "/interests/"),
    "retention": ("colin", "/retention/"),
    "keeping-one": ("colin", "/children/WR-20418/retention/"),
    "access": ("ngozi", "/children/WR-20418/access/"),
    "integrations": ("ivy", "/integrations/"),
    "workers": ("ivy", "/accounts/workers/"),
    "your-account": ("priya", "/accounts/mine/"),
    "second-factor": ("priya", "/accounts/mine/second-factor/"),
    "inspector-room": ("ottilie@inspectors.example", "/inspector/"),
}


def main(*said):
    """Take the pictures named in `said`, or all of them."""
    asked = argparse.ArgumentParser(prog="python -m tests.journeys.screens")
    asked.add_argument("names", nargs="*")
    asked.add_argument("--into", type=Path, default=FOLDER)
    given = asked.parse_args(said)
    folder = given.into
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="goldthread-screens-") as home:
        os.chmod(home, 0o711)
        os.environ |= {
            "GOLDTHREAD_HOME": home, "GOLDTHREAD_NOW": "2026-11-20T17:28", "GOLDTHREAD_AUTHORITY": "Wrenford children’s services",
            "DJANGO_SETTINGS_MODULE": "goldthread.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": "1", "PORT": str(free_port()),
        }  # fmt: skip
        with demo() as site:
            take(site, folder, set(given.names))


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@contextmanager
def demo():
    """The demo in a process of its own; gives its address once it serves."""
    command = [sys.executable, "-m", "goldthread.commands", "demo"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        for line in process.stdout:
            if line.startswith("Goldthread is at"):
                wait_for(os.environ["PORT"])
                yield line.split()[-1].rstrip("/")
                return
        raise SystemExit("The demo did not start: run `make demo` to see why.")
    finally:
        process.terminate()
        process.wait()


def wait_for(port, seconds=60):
    """Until the server answers: it says its address a moment earlier."""
    ends = time.monotonic() + seconds
    while True:
        try:
            return socket.create_connection(("127.0.0.1", int(port)), timeout=5).close()
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)


def take(site, folder, names):
    from goldthread.running import database

    with database.in_use():
        import django

        django.setup()
        from tests.journeys.browsing import chromium

        with chromium() as browser:
            pages = {**PAGES, "today-caught-up": (caught_up(), "/today/"), **of_the_inspection()}
            if unknown := names - {*pages, "visit"}:
                raise SystemExit(f"No such picture: {', '.join(sorted(unknown))}. There are {', '.join(sorted(pages))} and visit.")
            for name in [name for name in pages if not names or name in names]:
                picture(browser, site, *pages[name], folder / name)
            if not names or "visit" in names:
                visit(browser, site, folder / "visit")


def caught_up():
    """The worker with the most children of those who owe nothing today."""
    from goldthread.oversight.worklist import worklist
    from goldthread.people.models import Worker
    from goldthread.record.reach import Reach
    from goldthread.web import clockwork

    reaches = [Reach(w, clockwork.now()) for w in Worker.objects.filter(is_active=True, role__in=["social_worker", "personal_adviser"])]
    lists = [(worklist(reach), reach) for reach in reaches]
    done = [reach for found, reach in lists if not (found.overdue or found.today or found.unknown)]
    if not done:
        raise SystemExit("In this city every worker owes something today: choose another seed for the picture today-caught-up.")
    return max(done, key=lambda reach: reach.mine().count()).actor.username


def of_the_inspection():
    """The city's own report beside its pages, what it asked for and what has moved, one thread of it, and the plan."""
    from goldthread.inspection import reports
    from goldthread.inspection.models import Report

    report = Report.objects.get(ours=True)
    first = reports.confirmed(report).recommendations[0].fact.pk
    pages = {"report": f"/reports/{report.pk}/", "thread": "/improvement/", "thread-one": f"/improvement/{first}/", "plan": f"/improvement/plan/{report.pk}/"}
    return {name: ("miriam", address) for name, address in pages.items()}


def picture(browser, site, username, address, file):
    for width in (1280, 390):
        somebody = visitor(browser, site, username, width)
        somebody.page.goto(address)
        shoot(somebody, file, width)
        somebody.leaves()


def visitor(browser, site, username, width):
    from goldthread.people.models import Worker
    from tests.journeys.browsing import Visitor

    somebody = Visitor(browser, site, Worker.objects.get(username=username), width)
    somebody.window.set_default_timeout(PATIENCE)
    return somebody


def visit(browser, site, file):
    """The visit begun on the phone, reopened from Today and finished: Kofi alone, Ama not alone, Esi not there."""
    priya = visitor(browser, site, "priya", 1280)
    priya.page.goto("/today/")
    priya.page.get_by_role("link", name="A visit to").first.click()
    fill(priya)
    priya.page.get_by_text("Esi still has to be seen").wait_for()
    priya.page.get_by_text("Kept at 5:28").wait_for()
    for width in (1280, 390):
        shoot(priya, file, width)
    priya.leaves()


def fill(priya):
    page = priya.page
    page.get_by_label("At about").fill("4:15pm")
    for question, answer in {
        "Where?": "At home", "Did they know you were coming?": "Yes", "Was Kofi seen?": "Seen alone", "Was Ama seen?": "Seen, not alone",
        "Was Esi seen?": "Not seen", "Who was there?": "Abena",
    }.items():  # fmt: skip
        tick(priya, question, answer)
    page.get_by_role("region", name="Kofi").locator("label.gt-pick", has_text="Yes").click()
    for label, words in {
        "What Kofi said or showed": "“She’s up before me now. I do the toast.” He is in the team on Saturday. Asked me to tell “the meeting lady” that his mum gets up.",
        "What Ama said or showed": "Excited about her birthday. Said school is “fine”.",
        "Why not, and where is Esi?": "With her grandmother until Sunday; spoke to Efua by phone",
        "What was it like?": "Warm, tea cooking. Abena had been up since seven; she showed me the chart on the fridge, four mornings out of five. "
        "Washing machine still broken.",
        "What": "Ask the welfare fund for a washing machine",
    }.items():
        page.get_by_label(label, exact=True).first.fill(words)
    page.get_by_role("region", name="Ama").get_by_label("Why not alone?").fill("Cousin was in the room; she wanted her to stay")
    priya.answers("By when", "In 5 working days")
    page.locator("h1").click()


def tick(somebody, question, answer):
    """Give an answer, unless it has been given already."""
    if not somebody.question(question).locator("label").filter(has_text=answer).locator("input").first.is_checked():
        somebody.answers(question, answer)


def shoot(somebody, file, width):
    """One picture of the whole page, in a window as high as the page, so that the bar at the bottom is at the bottom."""
    target, page = file.with_name(f"{file.name}-{width}.png"), somebody.page
    page.set_viewport_size({"width": width, "height": 900})
    page.get_by_text("still being counted").wait_for(state="hidden", timeout=5 * PATIENCE)  # the page asks again by itself
    page.evaluate("document.activeElement.blur()")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(ALL_LOADED)
    page.screenshot(path=target, full_page=True)
    reduce(target)
    print(f"{target.name}: {target.stat().st_size // 1000} kB", flush=True)


def reduce(file, largest=LARGEST):
    """The commonest colours only, then fewer pixels, until the picture is small enough. Without Pillow it stays as it is."""
    try:
        from PIL import Image
    except ImportError:
        return
    whole = Image.open(file).convert("RGB")
    few = palette(whole)
    for share in (1, 0.9, 0.8, 0.7, 0.6, 0.5):
        size = (round(whole.width * share), round(whole.height * share))
        smaller = whole if share == 1 else whole.resize(size, Image.Resampling.LANCZOS)
        smaller.quantize(palette=few, dither=Image.Dither.NONE).save(file, optimize=True)
        if file.stat().st_size <= largest:
            return


def palette(whole, most=24):
    """An image that holds the styles' own colours, so that a state keeps its own, and the commonest others."""
    from PIL import Image

    own = [bytes.fromhex(digits) for digits in re.findall(r"#([0-9a-f]{6})\b", STYLES.read_text())]
    common = sorted(whole.getcolors(whole.width * whole.height), reverse=True)[:most]
    few = list(dict.fromkeys([(255, 255, 255), *map(tuple, own), *(colour for _, colour in common)]))[:256]
    chosen = Image.new("P", (1, 1))
    chosen.putpalette([part for colour in few for part in colour])
    return chosen


if __name__ == "__main__":
    main(*sys.argv[1:])
