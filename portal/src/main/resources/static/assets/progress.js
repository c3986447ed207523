// Shows every few seconds how far an issue is; the link on the page does so without this file.
"use strict";

const EVERY = 5000;
const live = document.getElementById("live");
const standing = document.getElementById("standing");
const hold = document.getElementById("hold");
const texts = [hold.textContent, hold.dataset.on];
let follows = true;
let waits = 0;

hold.hidden = false;
hold.addEventListener("click", () => {
  follows = !follows;
  hold.textContent = texts[follows ? 0 : 1];
  clearTimeout(waits);
  if (follows) {
    look();
  }
});

// What the page would show now; buttons and numbers change with the state, so it is opened anew then.
async function look() {
  try {
    const answer = await fetch(location.pathname + location.search, { redirect: "manual" });
    if (answer.ok) {
      const now = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (now.getElementById("standing").textContent !== standing.textContent) {
        const anew = new URL(location.href);
        anew.searchParams.delete("done");
        location.replace(anew);
        return;
      }
      live.replaceChildren(...now.getElementById("live").childNodes);
    }
  } catch {
    // The next look may find the network again.
  }
  waits = setTimeout(look, EVERY);
}

waits = setTimeout(look, EVERY);
