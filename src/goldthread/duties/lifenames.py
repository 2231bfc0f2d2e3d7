"""Names in a life file, and the other ways in which people spell them."""

import re
from difflib import get_close_matches

from goldthread.duties.service import SERVICE_EPISODES, SERVICE_WORDS
from goldthread.duties.words import EPISODES, WORDS

EPISODE_NAMES = {episode.name: episode for episode in (*EPISODES, *SERVICE_EPISODES)}
GROUPS = {name.split(".")[0] for name in WORDS}


def plain(name: str) -> str:
    """A name without the differences that do not matter: capitals, and what stands between its words."""
    return re.sub(r"[\s_-]+", " ", name.strip().lower())


def _spellings(**spelt: str) -> dict[str, str]:
    return {other.strip(): name for name, others in spelt.items() for other in (name, *others.split(","))}


FIELDS = _spellings(
    word="words, say, says, said, event, what, type, kind, name",
    day="days, date, dates, on, when, happened, happened on, happened at, occurred, occurred on, event date",
    at="time, hour",
    key="episode, episode id, episode key",
    entry="id, entry id, ref, number",
    recorded="recorded on, recorded at, recorded date, written, written on, written down, entered, entered on, known, "
    "known from, known on, known at, noted, noted on",
    superseded="superseded on, superseded at, replaced, replaced on, voided, voided on, withdrawn, withdrawn on, deleted, "
    "removed, retracted, corrected on, valid until",
    corrects="replaces, supersedes, correction of, corrected, corrects entry",
    superseded_by="superseded by, replaced by, corrected by",
    **{"from": "begins, begin, began, begun, start, starts, started, since, opens, opened"},
    to="ends, end, ended, until, till, finish, finished, stops, stopped, closes, closed",
    who="for, whom, person, people, child, children, of, about",
    remark="note, notes, comment, comments, remark, remarks, why, reason, by, who by, recorded by, written by, author, "
    "source, where, place, location, worker, text, description, title",
)
PERSON = _spellings(
    name="forename, first name, full name, called",
    born="dob, birth date, date of birth, birthday, birthdate, was born, birth",
    expected="edd, expected date, expected date of delivery, expected on, due date, expected birth, expected delivery",
    died="death, date of death, died on, death date",
    words="word, events, event, entries, said, spoken, says, timeline, history, life, record, what happened",
    episodes="periods, stretches",
    id="person id, child id",
    remark="reference, ref, surname, last name, sex, gender, ethnicity, note, notes, comment, comments, about, "
    "title, description, relationship, role, unborn, upn, postcode, version, scenario",
)
TOP = {
    **PERSON,
    **_spellings(
        people="persons, children, family, siblings, person, child, young person, baby, lives, life",
        settings="setting, local numbers, local",
        on="today, as at, asked on, on date",
        known="as known, as known on, known on, known at",
        rules="rule, codes, only",
    ),
}
_BEGINS = ("begins", "begin", "began", "begun", "starts", "start", "started", "opens", "opened", "given", "made")
_ENDS = (
    "ends",
    "end",
    "ended",
    "finishes",
    "finished",
    "stops",
    "stopped",
    "closes",
    "closed",
    "ceased",
    "completed",
    "authorised",
    "authorized",
)
_OTHERWISE = {
    "born": "person.born",
    "expected": "person.expected",
    "died": "person.died",
    "missing.found": "missing.ends",
}


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def _known() -> dict[str, str]:
    """Every spelling of a word or an episode, letters only, with its name; the names themselves come first."""
    names = {_letters(name): name for name in (*WORDS, *SERVICE_WORDS, *EPISODE_NAMES)}
    for episode in (*EPISODES, *SERVICE_EPISODES):
        for begins in _BEGINS:
            names.setdefault(_letters(episode.name + begins), episode.begins.name)
        for ends in _ENDS:
            names.setdefault(_letters(episode.name + ends), episode.ends.name)
    for word in (*WORDS.values(), *SERVICE_WORDS.values()):
        names.setdefault(_letters(word.says), word.name)
    for other, name in _OTHERWISE.items():
        names.setdefault(_letters(other), name)
    return names


_NAMES = _known()


def word_named(written: str) -> str:
    """The word or episode that is meant, however it is spelt; '' when there is none."""
    return _NAMES.get(_letters(written), "")


def nearest(written: str) -> str:
    """What may have been meant, as the end of a refusal."""
    group = written.strip().lower().split(".")[0]
    if group in GROUPS and group not in EPISODE_NAMES and "." not in written:
        return ": there are " + ", ".join(name for name in WORDS if name.startswith(f"{group}."))
    near = get_close_matches(written.lower(), [*WORDS, *EPISODE_NAMES], n=1, cutoff=0.4)
    return f". Did you mean '{near[0]}'?" if near else "; docs/rules.md lists the words"


def near_name(written: str, names: dict[str, str]) -> str:
    """The name that may have been meant, for the end of a refusal; or those there are."""
    near = get_close_matches(plain(written), names, n=1, cutoff=0.7)
    if near:
        return f". Did you mean '{near[0]}'?"
    return f"; it may say {', '.join(dict.fromkeys(name for name in names.values() if name != 'remark'))}"
