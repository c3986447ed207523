// Forgets who was expected at doors that are over, in whatever page a coordinator opens next: a
// browser does nothing by itself while the page of the door is closed.
"use strict";

async function forgetWhatIsOver() {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("door ") && key.endsWith(" guests")) {
      const { until } = JSON.parse(localStorage.getItem(key));
      if (!(Date.parse(until) > Date.now())) {
        localStorage.removeItem(key);
      }
    }
  }
  if ("caches" in window) {
    for (const name of await caches.keys()) {
      const [kind, , until] = name.split(" ");
      if (kind === "door" && Date.now() >= Number(until)) {
        await caches.delete(name);
      }
    }
  }
}

forgetWhatIsOver().catch(() => {});
