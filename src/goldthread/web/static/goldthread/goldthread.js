// Makes pages kinder where JavaScript runs; every page works without it.
"use strict";

const KEEP_AFTER = 800; // milliseconds without typing before the words are sent
const TRY_AGAIN = 15000;

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// ---------- small things ----------

function shutFoldsOnSmallScreens() {
  if (!matchMedia("(max-width: 640px)").matches) return;
  all("details[data-gt-shut-when-small]").forEach((fold) => { fold.open = false; });
}

function openFoldNamedInAddress() {
  const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named) all("details", named).slice(0, 1).forEach((fold) => { fold.open = true; });
}

function focusWhatIsWrong() {
  const summary = document.querySelector("[data-gt-focus]");
  if (summary) summary.focus();
}

// ---------- questions that depend on an answer: data-gt-only-if="name=value,value" ----------

function answerOf(form, name) {
  const field = form.elements[name];
  if (!field) return "";
  if (field.type === "checkbox") return field.checked ? field.value : "";
  return field.value;
}

function showWhatIsAsked(form) {
  all("[data-gt-only-if]", form).forEach((part) => {
    const [name, values] = part.dataset.gtOnlyIf.split("=");
    part.hidden = !values.split(",").includes(answerOf(form, name));
  });
}

function watchQuestions() {
  all("form").filter((form) => form.querySelector("[data-gt-only-if]")).forEach((form) => {
    showWhatIsAsked(form);
    form.addEventListener("change", () => showWhatIsAsked(form));
  });
}

// ---------- drafts: what is typed is kept on the server, valid or not, and in the browser where the server cannot be reached ----------

class Draft {
  constructor(form) {
    this.form = form;
    this.address = form.dataset.gtDraft;
    this.place = `goldthread:${form.dataset.gtAuthor}:${this.address}`;
    this.line = document.querySelector("[data-gt-kept]");
    this.timer = null;
    this.sent = this.words();
    this.saving = false;
  }

  words() {
    const fields = new FormData(this.form);
    fields.delete("csrfmiddlewaretoken");
    return new URLSearchParams([...fields].filter(([, value]) => typeof value === "string")).toString();
  }

  start() {
    this.restore();
    for (const event of ["input", "change"]) this.form.addEventListener(event, () => this.keepSoon());
    this.form.addEventListener("submit", (event) => this.submit(event));
    addEventListener("pagehide", () => this.keepHereIfUnsent());
  }

  // Words that could not be sent before the last page was left come back, and are sent now.
  restore() {
    const kept = localStorage.getItem(this.place);
    if (kept === null) return;
    const answers = new URLSearchParams(kept);
    all("input, select, textarea", this.form).forEach((field) => this.fill(field, answers));
    showWhatIsAsked(this.form);
    this.say("Your words from before you were signed out have been put back.");
    this.keep();
  }

  fill(field, answers) {
    if (!field.name || field.type === "hidden" || field.type === "file") return;
    if (field.type === "radio" || field.type === "checkbox") field.checked = answers.getAll(field.name).includes(field.value);
    else if (field instanceof HTMLSelectElement && field.multiple) {
      [...field.options].forEach((option) => { option.selected = answers.getAll(field.name).includes(option.value); });
    } else if (answers.has(field.name)) field.value = answers.get(field.name);
  }

  keepSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), KEEP_AFTER);
  }

  async keep() {
    clearTimeout(this.timer);
    const words = this.words();
    if (words === this.sent && localStorage.getItem(this.place) === null) return true;
    try {
      const answer = await fetch(this.address, { method: "POST", body: this.body(words), headers: this.headers() });
      return answer.ok ? await this.kept(words, answer) : this.notKept(words, answer.status);
    } catch {
      return this.notKept(words, 0);
    }
  }

  body(words) { return new URLSearchParams(words); }

  headers() {
    return { "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value, "X-Goldthread-Draft": "1", Accept: "application/json" };
  }

  async kept(words, answer) {
    const { kept } = await answer.json();
    this.sent = words;
    localStorage.removeItem(this.place);
    this.say("Kept at " + kept, ", finished or not.");
    return true;
  }

  notKept(words, status) {
    localStorage.setItem(this.place, words);
    if (status === 401 || status === 403) this.askToSignIn();
    else {
      this.say("Kept in this browser", ": the server could not be reached. It will be tried again.");
      this.timer = setTimeout(() => this.keep(), TRY_AGAIN);
    }
    return false;
  }

  keepHereIfUnsent() {
    if (!this.saving && this.words() !== this.sent) localStorage.setItem(this.place, this.words());
  }

  askToSignIn() {
    this.say("You have been signed out. Your words are kept in this browser. ");
    const link = document.createElement("a");
    link.href = "/accounts/login/?next=" + encodeURIComponent(location.pathname + location.search);
    link.textContent = "Sign in again and carry on";
    if (this.line) this.line.append(link);
    link.focus();
  }

  say(strong, rest = "") {
    if (!this.line) return;
    const bold = document.createElement("b");
    bold.textContent = strong;
    this.line.replaceChildren(bold, rest);
    all("[data-gt-kept-mark], [data-gt-kept-more]").forEach((part) => { part.hidden = false; });
  }

  // A form is only sent once its words are safe: had the sign-in lapsed, sending would lose them.
  async submit(event) {
    if (this.saving) return;
    event.preventDefault();
    this.sent = null;
    if (await this.keep()) {
      this.saving = true;
      this.form.requestSubmit(event.submitter || undefined);
    }
  }
}

// ---------- long work: the page asks how far it is until it is done ----------

function followProgress() {
  const work = document.querySelector("[data-gt-progress]");
  if (work) setTimeout(() => location.reload(), 2000);
}

document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.classList.add("gt-has-script");
  shutFoldsOnSmallScreens();
  openFoldNamedInAddress();
  watchQuestions();
  all("form[data-gt-draft]").forEach((form) => new Draft(form).start());
  followProgress();
  focusWhatIsWrong();
});

document.addEventListener("htmx:afterSettle", () => all("form").forEach(showWhatIsAsked));
