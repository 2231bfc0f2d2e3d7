// Keeps what is written on a form as it is written, valid or not: <form data-gt-draft="address" data-gt-place data-gt-number …>.
// The words go to the server. Only where it cannot be reached do they stay in this browser, until it can.

const KEEP_AFTER = 800; // milliseconds without typing before the words are sent
const TRY_AGAIN = 15000;

class Draft {
  constructor(form) {
    this.form = form;
    this.address = form.dataset.gtDraft;
    this.here = `goldthread:${form.dataset.gtAuthor}:${form.dataset.gtPlace}`;
    this.line = document.querySelector("[data-gt-kept]");
    this.sent = this.words();
    this.timer = null;
    this.saving = false;
  }

  start() {
    for (const event of ["input", "change"]) this.form.addEventListener(event, () => this.keepSoon());
    this.form.addEventListener("submit", (event) => this.submit(event));
    addEventListener("pagehide", () => this.keepOnTheWayOut());
    return this.bringBack();
  }

  words() {
    const fields = new FormData(this.form);
    fields.delete("csrfmiddlewaretoken");
    return new URLSearchParams([...fields].filter(([, value]) => typeof value === "string")).toString();
  }

  keepSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), KEEP_AFTER);
  }

  // True where the words are safe with the server and the sign-in holds.
  async keep(words = this.words()) {
    clearTimeout(this.timer);
    if (words === this.sent) return true;
    try {
      const answer = await fetch(this.address, { method: "POST", body: new URLSearchParams(words), headers: { "X-Goldthread-Draft": "1" } });
      return this.answered(words, answer.status, await answer.json());
    } catch {
      return this.unreachable(words);
    }
  }

  answered(words, status, answer) {
    if (status !== 200 && status !== 401) return this.say(answer.trouble || "This could not be kept.", "", false);
    this.sent = words;
    localStorage.removeItem(this.here);
    return status === 401 ? this.askToSignIn(answer) : this.say(`Kept at ${answer.kept}`, ", finished or not.");
  }

  unreachable(words) {
    localStorage.setItem(this.here, JSON.stringify({ at: Date.now(), number: this.form.dataset.gtNumber, words }));
    this.timer = setTimeout(() => this.keep(), TRY_AGAIN);
    return this.say("Kept in this browser", ": Goldthread could not be reached. It will be tried again.", false);
  }

  askToSignIn(answer) {
    this.say("You have been signed out. Nothing is lost", `, it was kept at ${answer.kept}: `);
    const link = document.createElement("a");
    link.href = answer.sign_in;
    link.textContent = "sign in again";
    this.line?.append(link);
    return false;
  }

  // Words that stayed in this browser go to the server under the number they were written, and that form is shown again.
  async bringBack() {
    const stayed = JSON.parse(localStorage.getItem(this.here) || "null");
    if (!stayed) return;
    const keptAt = Date.parse(this.form.dataset.gtKeptAt || "") || 0;
    if (stayed.at < keptAt) localStorage.removeItem(this.here);
    else if (await this.keep(stayed.words)) this.leaveFor(this.address.replace(/keep\/$/, `${stayed.number}/`));
  }

  leaveFor(address) {
    this.saving = true;
    location.replace(address);
  }

  keepOnTheWayOut() {
    const words = this.words();
    if (!this.saving && words !== this.sent) navigator.sendBeacon(this.address, new URLSearchParams(words));
  }

  // Sent only once the words are safe; and with the newest token, since somebody may have signed in again on another page.
  async submit(event) {
    if (this.saving) return;
    this.renewToken();
    this.saving = this.words() === this.sent;
    if (this.saving) return;
    event.preventDefault();
    this.saving = await this.keep();
    if (this.saving) this.form.requestSubmit(event.submitter || undefined);
  }

  renewToken() {
    const token = document.cookie.match(/(?:^|; )(?:__Host-csrf|csrftoken)=([^;]+)/);
    if (token) this.form.elements.csrfmiddlewaretoken.value = token[1];
  }

  say(strong, rest, good = true) {
    const bold = document.createElement("b");
    bold.textContent = strong;
    this.line?.replaceChildren(bold, rest);
    document.querySelectorAll("[data-gt-kept-mark], [data-gt-kept-more]").forEach((part) => { part.hidden = !good; });
    return good;
  }
}

document.querySelectorAll("form[data-gt-draft]").forEach((form) => new Draft(form).start());
