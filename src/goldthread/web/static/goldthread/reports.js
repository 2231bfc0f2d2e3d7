// Shows on the picture of the page which words a fact rests on, while somebody points at it or works in it.

document.querySelectorAll("[data-gt-fact]").forEach((fact) => {
  const boxes = document.querySelectorAll(`[data-gt-box="${fact.dataset.gtFact}"]`);
  const mark = (meant) => boxes.forEach((box) => box.classList.toggle("is-meant", meant));
  for (const event of ["mouseenter", "focusin"]) fact.addEventListener(event, () => mark(true));
  for (const event of ["mouseleave", "focusout"]) fact.addEventListener(event, () => mark(false));
});
