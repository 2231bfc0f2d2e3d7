// Makes pages kinder where JavaScript runs; every page works without it.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// ---------- small things ----------

function shutFoldsOnSmallScreens() {
  if (!matchMedia("(max-width: 640px)").matches) return;
  all("details[data-gt-shut-when-small]").forEach((fold) => { fold.open = false; });
}

function openListsWherePicturesAreTooSmall() {
  if (!matchMedia("(max-width: 900px)").matches) return;
  all("details[data-gt-open-when-small]").forEach((fold) => { fold.open = true; });
}

function openFoldNamedInAddress() {
  const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named) all("details", named).slice(0, 1).forEach((fold) => { fold.open = true; });
}

function focusWhatIsWrong() {
  const summary = document.querySelector("[data-gt-focus]");
  if (summary) summary.focus();
}

function printWhenAsked() {
  all("[data-gt-print]").forEach((button) => button.addEventListener("click", () => print()));
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

// ---------- long work: the page asks how far it is until it is done ----------

function followProgress() {
  const work = document.querySelector("[data-gt-progress]");
  if (work) setTimeout(() => location.reload(), 2000);
}

document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.classList.add("gt-has-script");
  shutFoldsOnSmallScreens();
  openListsWherePicturesAreTooSmall();
  openFoldNamedInAddress();
  watchQuestions();
  followProgress();
  printWhenAsked();
  focusWhatIsWrong();
});

document.addEventListener("htmx:afterSettle", () => all("form").forEach(showWhatIsAsked));
