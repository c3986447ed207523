// Makes the form of a registration easier; it works without this file as well.
"use strict";

// A question that depends on an earlier answer is asked only then. What is hidden is not sent.
const conditional = [...document.querySelectorAll("[data-when]")];

function isAsked(question) {
  const values = question.dataset.anyOf.split(" ");
  return [...document.getElementsByName(question.dataset.when)].some((field) => {
    const chosen = field.tagName === "SELECT" || field.checked;
    return chosen && !field.disabled && values.includes(field.value);
  });
}

function ask() {
  for (const question of conditional) {
    const asked = isAsked(question);
    question.hidden = !asked;
    for (const field of question.querySelectorAll("input, select, textarea")) {
      field.disabled = !asked;
    }
  }
}

if (conditional.length > 0) {
  document.addEventListener("change", ask);
  ask();
}

// Says how long seats are still held: each minute to those who look, and aloud when two are left
// and when the time is over.
const held = document.getElementById("held");

if (held) {
  const until = Date.parse(held.dataset.until);
  const told = held.querySelector(".left");
  let last = "";

  const tell = (text) => {
    if (text !== last) {
      last = text;
      told.textContent = text;
    }
  };

  const count = () => {
    const left = until - Date.now();
    if (left <= 0) {
      held.className = "notice";
      tell(held.dataset.over);
      return;
    }
    const minutes = Math.ceil(left / 60000);
    told.setAttribute("aria-live", minutes <= 2 ? "polite" : "off");
    tell(held.dataset.left.replace("0", String(minutes)));
    setTimeout(count, Math.max(1000, left - (minutes - 1) * 60000 + 50));
  };
  count();
}
