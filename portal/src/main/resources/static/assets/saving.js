// Saves a form some seconds after the last change, as its button would, and says so. The page works
// without this file as well: then the button alone saves.
"use strict";

const AFTER = 3000;
const TRY_AGAIN = 15000;
const LONGEST_WAIT = 20000;
// Browsers send no more than 64 kB on behalf of a page that is being left.
const MOST_WHEN_LEAVING = 60000;

for (const said of document.querySelectorAll(".saving")) {
  save(said, said.closest("form"));
}

function save(said, form) {
  const version = form.elements.namedItem(said.dataset.version);
  let kept = written();
  let underway = null;
  let timer = 0;
  let stopped = false;
  let sent = false;

  // What somebody wrote, without what the page itself put there.
  function written() {
    const fields = new FormData(form);
    fields.delete(said.dataset.version);
    fields.delete("_csrf");
    return new URLSearchParams(fields).toString();
  }

  function tell(text) {
    if (said.textContent !== text) {
      said.textContent = text;
    }
  }

  function later(wait) {
    clearTimeout(timer);
    timer = setTimeout(now, wait);
  }

  function now() {
    clearTimeout(timer);
    if (stopped || sent || underway !== null || written() === kept) {
      return;
    }
    const text = written();
    underway = send().then((wait) => {
      underway = null;
      if (wait === null) {
        kept = text;
      }
      if (!stopped && written() !== text) {
        later(AFTER);
      } else if (wait > 0) {
        later(wait);
      }
    });
  }

  // Null when it was saved, else when to try the same again: 0 for not before it is changed.
  async function send() {
    const body = new URLSearchParams(new FormData(form));
    let answer;
    try {
      answer = await fetch(form.action, {
        method: "POST",
        body,
        headers: { "X-While-Writing": "true" },
        redirect: "manual",
        keepalive: body.toString().length < MOST_WHEN_LEAVING,
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      if (answer.ok) {
        const now = new DOMParser().parseFromString(await answer.text(), "text/html");
        const saved = now.getElementById("saved");
        version.value = saved.dataset.seen;
        tell(saved.textContent);
        return null;
      }
    } catch {
      tell(said.dataset.away);
      return TRY_AGAIN;
    }
    if (answer.status >= 500 || answer.status === 429) {
      tell(said.dataset.away);
      return TRY_AGAIN;
    }
    if (answer.status === 422) {
      tell(said.dataset.refused);
      return 0;
    }
    stopped = true;
    tell(
      answer.status === 412
        ? said.dataset.stale
        : answer.type === "opaqueredirect"
          ? said.dataset.login
          : said.dataset.refused,
    );
    return 0;
  }

  form.addEventListener("input", () => later(AFTER));
  form.addEventListener("change", () => later(AFTER));

  // The button waits for what is on its way, as it holds the version that comes of it.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (underway === null) {
      sent = true;
      return;
    }
    event.preventDefault();
    if (!sent) {
      sent = true;
      underway.then(() => {
        sent = false;
        form.requestSubmit(event.submitter);
      });
    }
  });

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      now();
    }
  });
  window.addEventListener("pagehide", now);
  window.addEventListener("pageshow", () => {
    sent = false;
  });
  window.addEventListener("online", now);
}
