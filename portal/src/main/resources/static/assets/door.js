// The door of an event on a device that may lose the network. Whatever is noted is kept on the
// device first and sent second; each note has an id of its own, so that it counts once however
// often it is sent. The page works without this file as well, as long as there is a network.
"use strict";

const door = document.getElementById("door");
const { page: PAGE, api: API, shell: SHELL, worker: WORKER, until: UNTIL } = door.dataset;

const MOST_SENT = 100;
const MOST_LISTED = 30;
const MOST_LATEST = 8;
const MOST_REMEMBERED = 300;
const GUESTS_A_TIME = 200;
const LONGEST_WAIT = 10000;
const ASK_AGAIN = 30000;
const TRY_AGAIN = 5000;
const SCAN_EVERY = 250;
const SAME_TICKET = 5000;

const texts = Object.fromEntries(
  [...document.getElementById("door-texts").content.querySelectorAll("[data-text]")].map((each) => [
    each.dataset.text,
    each.textContent,
  ]),
);

function say(name, ...values) {
  return values.reduce(
    (text, value, index) => text.replace("{" + index + "}", String(value)),
    texts[name] ?? name,
  );
}

function time(moment) {
  const clock = new Date(moment).toLocaleTimeString("fi-FI", {
    hour: "numeric",
    minute: "2-digit",
    timeZone: "Europe/Helsinki",
  });
  return say("time", clock);
}

function show(element, shown) {
  element.hidden = !shown;
}

function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

// What is kept on the device. Each note stands alone, so that two pages of one door do not write
// over each other. Names stand in one entry, and with them the moment until which they may.

const KEPT = "door " + PAGE + " ";
const GUESTS = "guests";
let keeps = true;
let closed = false;

function keep(name, value) {
  if (closed) {
    return;
  }
  try {
    localStorage.setItem(KEPT + name, JSON.stringify(value));
  } catch {
    keeps = false;
  }
}

function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function keptKeys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    keeps = false;
    return [];
  }
}

function drop(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    keeps = false;
  }
}

function isOver() {
  return Date.now() >= Date.parse(UNTIL);
}

async function forgetPage() {
  if ("caches" in window) {
    for (const name of await caches.keys()) {
      if (name.startsWith(KEPT)) {
        await caches.delete(name);
      }
    }
  }
  if ("serviceWorker" in navigator) {
    const registrations = await navigator.serviceWorker.getRegistrations();
    for (const each of registrations) {
      if (new URL(each.scope).pathname === PAGE) {
        await each.unregister();
      }
    }
  }
}

let pageIsKept = false;

// The page with its scripts and styles, to be opened without a network.
async function keepPage() {
  const able = "serviceWorker" in navigator && "caches" in window;
  if (!able || pageIsKept || isOver() || closed) {
    return;
  }
  await navigator.serviceWorker.register(WORKER, { scope: PAGE, updateViaCache: "none" });
  const shell = await fetch(SHELL, { cache: "no-store" });
  if (!shell.ok || shell.redirected) {
    return;
  }
  const parts = [
    ...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]"),
  ].map((each) => new URL(each.href || each.src));
  const answers = await Promise.all(
    parts
      .filter((each) => each.origin === location.origin)
      .map(async (each) => [each.href, await fetch(each)]),
  );
  if (closed || !answers.every(([, answer]) => answer.ok)) {
    return;
  }
  const cache = await caches.open(KEPT + Date.parse(UNTIL));
  await cache.put(PAGE, shell);
  for (const [name, answer] of answers) {
    await cache.put(name, answer);
  }
  const wanted = new Set([new URL(PAGE, location.origin).href, ...answers.map(([name]) => name)]);
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) {
      await cache.delete(request);
    }
  }
  await navigator.serviceWorker.ready;
  if (closed) {
    await forgetPage();
    return;
  }
  pageIsKept = true;
  write(document.getElementById("door-kept"), say("kept"));
}

// Notes. What is sent stands in "body"; the rest is for this device alone.

const notes = new Map();

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((each) => each.toString(16).padStart(2, "0")).join("");
}

const device = kept(KEPT + "device") ?? "phone-" + newId().slice(0, 8);

function readNotes() {
  notes.clear();
  for (const key of keptKeys(KEPT + "note ")) {
    const note = kept(key);
    if (note?.body?.id) {
      notes.set(note.body.id, note);
    }
  }
}

function keepNote(note) {
  notes.set(note.body.id, note);
  keep("note " + note.body.id, note);
}

function note(what, more = {}) {
  const body = { id: newId(), at: new Date().toISOString(), ...what };
  keepNote({ body, ...more });
  keep("device", device);
  merge();
  render();
  return body.id;
}

function inOrder() {
  return [...notes.values()].sort((one, other) => one.body.at.localeCompare(other.body.at));
}

function waiting() {
  return inOrder().filter((each) => each.result === undefined);
}

function settle(each, answer) {
  each.result = answer.result;
  each.number = answer.number ?? each.number;
  // A ticket opens the door to whoever has it: it is not needed any more.
  delete each.body.ticket;
  keepNote(each);
  const guest = guests.find((candidate) => candidate.number === each.number);
  if (guest && each.body.takesBack !== undefined) {
    guest.people = 0;
    delete guest.arrivedAt;
  } else if (guest && answer.people !== undefined) {
    guest.people = answer.people;
    guest.arrivedAt = answer.arrivedAt;
  }
}

function forgetOldNotes() {
  const heard = inOrder().filter((each) => each.result !== undefined);
  for (const each of heard.slice(0, Math.max(0, heard.length - MOST_REMEMBERED))) {
    notes.delete(each.body.id);
    drop(KEPT + "note " + each.body.id);
  }
}

// What the service knows: guests, figures, the code.

let guests = [];
let figures = null;
let version = "";
let code = null;
let known = null;

function readGuests() {
  const before = kept(KEPT + GUESTS);
  if (before !== null) {
    ({ guests, figures, version, known } = before);
  }
}

function keepGuests() {
  if (!isOver() && !closed) {
    keep(GUESTS, { until: UNTIL, guests, figures, version, known });
  }
}

// Asking. Whatever goes wrong is one of few kinds, and none of them loses a note.

class Trouble extends Error {
  constructor(kind, reason = "") {
    super(kind);
    this.kind = kind;
    this.reason = reason;
  }
}

const KINDS = { 401: "signed-out", 403: "forbidden", 404: "missing", 409: "refused", 412: "stale" };

function token() {
  const pair = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="));
  return pair === undefined ? "" : pair.slice("XSRF-TOKEN=".length);
}

async function ask(method, path, body, more = {}) {
  let answer = null;
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      answer = await fetch(API + path, {
        method,
        cache: "no-store",
        headers: {
          Accept: "application/json",
          "X-XSRF-TOKEN": token(),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...more,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(LONGEST_WAIT),
      });
      if (answer.ok) {
        return { version: answer.headers.get("ETag") ?? "", value: await json(answer) };
      }
    } catch {
      throw new Trouble("gone");
    }
    // The answer that refuses brings the cookie that was lacking.
    if (answer.status !== 403) {
      break;
    }
  }
  const kind = KINDS[answer.status];
  if (kind !== undefined) {
    throw new Trouble(kind, (await json(answer).catch(() => null))?.reason);
  }
  throw new Trouble([400, 413, 422].includes(answer.status) ? "faulty" : "away");
}

async function json(answer) {
  return answer.status === 204 ? null : answer.json();
}

async function sendAll() {
  let most = MOST_SENT;
  for (let batch = waiting(); batch.length > 0; batch = waiting()) {
    batch = batch.slice(0, most);
    let results;
    try {
      const sent = { device, notes: batch.map((each) => each.body) };
      results = (await ask("POST", "/notes", sent)).value.results;
    } catch (trouble) {
      if (trouble.kind !== "faulty") {
        throw trouble;
      }
      // One note that cannot be read keeps the others back: then each goes alone.
      most = 1;
      results = batch.length > 1 ? [] : [{ id: batch[0].body.id, result: "refused" }];
      if (batch.length > 1) {
        continue;
      }
    }
    const heard = new Map(results.map((each) => [each.id, each]));
    if (!batch.some((each) => heard.has(each.body.id))) {
      throw new Trouble("away");
    }
    for (const each of batch) {
      if (heard.has(each.body.id)) {
        settle(each, heard.get(each.body.id));
        tellResult(each);
      }
    }
  }
}

async function learn() {
  const found = [];
  let cursor = "";
  do {
    const next = (await ask("GET", "/guests?limit=" + GUESTS_A_TIME + cursor)).value;
    found.push(...next.items.filter((each) => each.status === "confirmed" || each.people > 0));
    cursor = next.next ? "&cursor=" + encodeURIComponent(next.next) : "";
  } while (cursor !== "");
  const standing = await ask("GET", "");
  if (code === null || Date.parse(code.changesAt) <= Date.now()) {
    code = (await ask("GET", "/code")).value;
  }
  if (closed) {
    return;
  }
  guests = found.sort((one, other) => (one.name ?? "").localeCompare(other.name ?? "", "fi"));
  figures = standing.value;
  version = standing.version;
  known = new Date().toISOString();
  keepGuests();
  forgetOldNotes();
}

let state = "asking";
let working = false;
let again = false;
let timer = 0;

async function merge() {
  if (working || closed) {
    again = true;
    return;
  }
  working = true;
  clearTimeout(timer);
  try {
    do {
      again = false;
      await sendAll();
      await learn();
      state = "here";
    } while (again && !closed);
  } catch (trouble) {
    state = trouble instanceof Trouble ? trouble.kind : "away";
  } finally {
    working = false;
  }
  if (closed) {
    return;
  }
  if (isOver()) {
    await forgetNames().catch(() => {});
  } else if (state === "here") {
    keepPage().catch(() => {});
  }
  render();
  timer = setTimeout(merge, ["gone", "away"].includes(state) ? TRY_AGAIN : untilNext());
}

function untilNext() {
  const change = code === null ? ASK_AGAIN : Date.parse(code.changesAt) - Date.now() + 1000;
  return Math.min(ASK_AGAIN, Math.max(1000, change));
}

async function forgetNames() {
  if (kept(KEPT + GUESTS) !== null || (state !== "here" && guests.length > 0)) {
    drop(KEPT + GUESTS);
    clearNames();
    write(document.getElementById("door-kept"), say("over"));
  }
  await forgetWhatIsOver();
  await forgetPage();
}

function clearNames() {
  guests = [];
  rows.clear();
  list.replaceChildren();
  finder.reset();
  const said = document.getElementById("door-said");
  said.className = "";
  said.replaceChildren();
}

// What is shown of a guest: what the service said, and what waits here.

function standings() {
  const takenBack = new Set();
  const pending = new Map();
  const own = new Map();
  for (const each of notes.values()) {
    if (each.body.takesBack !== undefined) {
      takenBack.add(each.body.takesBack);
      if (each.result === undefined && each.number) {
        pending.set(each.number, { people: 0, cleared: true });
      }
    }
  }
  for (const each of inOrder()) {
    const number = each.number;
    const id = each.body.id;
    if (!number || each.body.takesBack !== undefined || takenBack.has(id)) {
      continue;
    }
    if (["no-seat", "more-than-registered", "refused", "id-reused"].includes(each.result)) {
      continue;
    }
    own.set(number, [...(own.get(number) ?? []), id]);
    if (each.result === undefined) {
      const before = pending.get(number) ?? { people: 0, cleared: false };
      pending.set(number, {
        ...before,
        people: Math.max(before.people, each.body.people ?? Infinity),
        at: before.at ?? each.body.at,
      });
    }
  }
  return { takenBack, pending, own };
}

function standing(guest, { pending }) {
  const here = pending.get(guest.number);
  if (here === undefined) {
    return { people: guest.people ?? 0, at: guest.arrivedAt, waits: false };
  }
  const before = here.cleared ? 0 : (guest.people ?? 0);
  return {
    people: Math.max(before, Math.min(here.people, guest.seats)),
    at: before > 0 ? guest.arrivedAt : here.at,
    waits: true,
  };
}

function who(guest) {
  return (guest.name ?? say("nameless")) + " (" + guest.number + ")";
}

function guestOf(number) {
  return guests.find((each) => each.number === number);
}

function subject(number) {
  const guest = guestOf(number);
  return guest ? who(guest) : number ? say("number", number) : "–";
}

// Acts

function arrive(guest, more = {}) {
  const before = standing(guest, standings());
  note({ number: guest.number, ...more }, { number: guest.number });
  const all = before.people >= (more.people ?? guest.seats);
  tell(all ? "notice" : "done", say(all ? "result.arrived-before" : "noted", who(guest)));
}

async function arriveByTicket(ticket) {
  const hash = await hashOf(ticket);
  const guest = guests.find((each) => each.ticket !== undefined && each.ticket === hash);
  const before = guest ? standing(guest, standings()) : null;
  if (guest && before.people >= guest.seats) {
    tell("notice", say("result.arrived-before", who(guest)) + " " + since(before));
    return;
  }
  note({ ticket }, { number: guest?.number });
  tell(guest ? "done" : "notice", guest ? say("noted", who(guest)) : say("unknown.ticket"));
}

async function hashOf(text) {
  if (crypto.subtle === undefined) {
    return "";
  }
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

// Own notes are taken back by notes, which works without a network; those of others by the service.
async function takeBack(guest) {
  const own = standings().own.get(guest.number) ?? [];
  if (own.length > 0) {
    own.forEach((id) => note({ takesBack: id }, { number: guest.number }));
    tell("done", say("result.taken-back", who(guest)));
    return;
  }
  try {
    await ask("DELETE", "/arrivals/" + guest.number);
    tell("done", say("result.taken-back", who(guest)));
    merge();
  } catch (trouble) {
    tell("fault", whyNot(trouble));
  }
}

function whyNot(trouble) {
  const reason = "reason." + trouble.reason;
  return reason in texts
    ? texts[reason]
    : say(
        { gone: "network.needed", away: "away", stale: "stale" }[trouble.kind] ??
          (("state." + trouble.kind) in texts ? "state." + trouble.kind : "refused"),
      );
}

function tell(look, text) {
  const said = document.getElementById("door-said");
  said.className = look;
  said.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
}

// What came of a note is only worth saying when it is not what was said when it was noted.
function tellResult(each) {
  if (["no-seat", "more-than-registered", "refused"].includes(each.result)) {
    const text = "result." + each.result;
    tell("fault", text in texts ? say(text, subject(each.number)) : say("refused"));
  } else if (each.result === "arrived-before" && !each.body.takesBack) {
    tell("notice", say("result.arrived-before", subject(each.number)));
  }
}

// Showing

const list = document.getElementById("door-list");
const finder = document.getElementById("door-find");
const rows = new Map();

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
}

function isFound(guest, words) {
  const name = plain(guest.name ?? "");
  return words.every((word) => name.includes(word) || String(guest.number).startsWith(word));
}

function since(now) {
  return now.people > 0 && now.at ? say("since", time(now.at)) : "";
}

function rowOf(guest) {
  let row = rows.get(guest.number);
  if (row === undefined) {
    row = document.getElementById("door-row").content.firstElementChild.cloneNode(true);
    row.dataset.number = guest.number;
    rows.set(guest.number, row);
  }
  return row;
}

function draw(guest, all) {
  const row = rowOf(guest);
  const now = standing(guest, all);
  const signature = JSON.stringify([guest, now]);
  if (row.dataset.drawn === signature) {
    return row;
  }
  row.dataset.drawn = signature;
  const usual = guest.associationId === undefined ? "other" : "association";
  const [form, back] = [row.querySelector("form"), row.querySelector(".back")];
  write(row.querySelector("strong"), guest.name ?? say("nameless"));
  facts(row.querySelector(".facts"), [
    say("number", guest.number),
    guest.seats > 1 ? say("seats", guest.seats) : "",
    say("category." + usual),
    since(now),
    now.people > 0 && now.people < guest.seats ? say("part", now.people, guest.seats) : "",
    now.waits ? say("waits") : "",
  ]);
  row.classList.toggle("arrived", now.people >= guest.seats);
  const left = Array.from({ length: guest.seats - now.people }, (_, at) => now.people + at + 1);
  form.elements.people.replaceChildren(
    ...left.map((each) => new Option(each + " / " + guest.seats, each, false, each === guest.seats)),
  );
  show(form.elements.people, guest.seats > 1);
  if (form.elements.category.dataset.usual !== usual) {
    form.elements.category.dataset.usual = usual;
    form.elements.category.value = usual;
  }
  form.querySelector("button").setAttribute("aria-label", say("arrived.of", who(guest)));
  back.setAttribute("aria-label", say("back.of", who(guest)));
  const focused = row.contains(document.activeElement) ? document.activeElement : null;
  show(form, left.length > 0);
  show(back, now.people > 0);
  if (focused !== null && focused.closest("[hidden]") !== null) {
    (now.people > 0 ? back : form.querySelector("button")).focus();
  }
  return row;
}

function facts(element, parts) {
  element.replaceChildren(
    ...parts
      .filter((each) => each !== "")
      .map((each) => Object.assign(document.createElement("span"), { textContent: each })),
  );
}

function drawList(all) {
  const words = plain(finder.elements.find.value).split(/\s+/).filter((each) => each !== "");
  const found = guests.filter((guest) => isFound(guest, words));
  const drawn = found.slice(0, MOST_LISTED).map((guest) => draw(guest, all));
  if (drawn.length !== list.children.length || drawn.some((row, at) => list.children[at] !== row)) {
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    list.replaceChildren(...drawn);
    focused?.focus();
  }
  const more = document.getElementById("door-more");
  const hidden = found.length - drawn.length;
  show(more, found.length === 0 || hidden > 0);
  write(more, hidden > 0 ? say("more", hidden) : isOver() && guests.length === 0 ? say("over") : say("none"));
}

function drawState() {
  const many = waiting().length;
  const box = document.getElementById("door-network");
  const rest =
    many > 1
      ? say("state.waiting", many)
      : say(many === 1 ? "state.one" : state === "here" ? "state.all-sent" : "state.keeps");
  const name = "state." + state in texts ? "state." + state : "state.away";
  show(box, true);
  box.className = "network " + (state === "here" ? "done" : "notice");
  write(box.querySelector(".state"), say(name) + ": " + rest);
  show(box.querySelector(".sign-in"), ["signed-out", "forbidden"].includes(state));
  show(box.querySelector(".try"), !["here", "asking"].includes(state));
  if (!keeps) {
    write(document.getElementById("door-kept"), say("not-kept"));
  }
  show(document.getElementById("door-close-waits"), many > 0);
  show(door.querySelector(".lose"), many > 0);
  door.querySelector(".shut").disabled = many > 0;
}

function drawFigures({ takenBack }) {
  const shown = figures ?? {};
  for (const each of door.querySelectorAll("[data-figure]")) {
    write(each, String(shown[each.dataset.figure] ?? "–"));
  }
  const here = {};
  for (const each of waiting()) {
    const { category, ticket, number, takesBack, people } = each.body;
    if (ticket === undefined && number === undefined && takesBack === undefined) {
      here[category] = (here[category] ?? 0) + (takenBack.has(each.body.id) ? 0 : (people ?? 1));
    }
  }
  for (const each of door.querySelectorAll("[data-category]")) {
    const { category } = each.dataset;
    const more = here[category] ?? 0;
    write(each, String(shown.categories?.[category] ?? 0) + (more > 0 ? " + " + more : ""));
  }
  const count = document.getElementById("door-count");
  if (figures !== null && count.dataset.touched === undefined) {
    for (const field of count.querySelectorAll("input[type=number]")) {
      field.value = figures.counted?.[field.name] ?? "";
    }
  }
  const asOf = document.getElementById("door-as-of");
  show(asOf, !["here", "asking"].includes(state) && known !== null);
  write(asOf, known === null ? "" : say("as-of", time(known)));
}

function drawCode() {
  const shown = code !== null && Date.parse(code.changesAt) > Date.now() ? code : null;
  write(document.getElementById("door-code"), shown?.code ?? "–");
  write(
    document.getElementById("door-code-changes"),
    shown === null ? say("code.none") : say("code.changes", time(shown.changesAt)),
  );
}

function drawLatest({ takenBack }) {
  const latest = inOrder()
    .filter((each) => each.body.takesBack === undefined)
    .slice(-MOST_LATEST)
    .reverse();
  const box = document.getElementById("door-latest");
  const template = document.getElementById("door-note").content.firstElementChild;
  const focused = box.contains(document.activeElement);
  const signature = JSON.stringify([latest, [...takenBack], guests.length]);
  show(box, latest.length > 0);
  if (box.dataset.drawn === signature) {
    return;
  }
  box.dataset.drawn = signature;
  box.querySelector("ul").replaceChildren(
    ...latest.map((each) => {
      const item = template.cloneNode(true);
      const gone = takenBack.has(each.body.id);
      const lost = ["no-seat", "more-than-registered", "refused", "id-reused"].includes(each.result);
      const what = each.body.category
        ? say("category." + each.body.category) + (each.body.people > 1 ? " × " + each.body.people : "")
        : "";
      const of = each.body.number || each.number || !what ? subject(each.number) : "";
      facts(item.querySelector(".facts"), [
        time(each.body.at),
        of,
        what,
        gone
          ? say("latest.taken-back")
          : say(each.result === undefined ? "waits" : lost ? "latest.refused" : "latest.sent"),
      ]);
      const back = item.querySelector(".back");
      back.setAttribute("aria-label", say("back.of", of || what));
      back.dataset.id = each.body.id;
      show(back, !gone && !lost);
      return item;
    }),
  );
  if (focused) {
    box.querySelector(".back:not([hidden])")?.focus();
  }
}

function render() {
  if (closed) {
    return;
  }
  const all = standings();
  drawState();
  drawFigures(all);
  drawList(all);
  drawCode();
  drawLatest(all);
}

// The camera, where the browser reads codes by itself.

const scanner = finder.querySelector(".scan");
const camera = document.getElementById("door-camera");
let stream = null;
let lastTicket = { text: "", at: 0 };

async function scan() {
  if (stream !== null) {
    stopScanning();
    return;
  }
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    camera.srcObject = stream;
    show(camera, true);
    write(scanner, say("scan.stop"));
    await camera.play();
    look(detector);
  } catch {
    stopScanning();
    tell("fault", say("scan.fault"));
  }
}

async function look(detector) {
  while (stream !== null && !closed) {
    const found = await detector.detect(camera).catch(() => []);
    for (const { rawValue: text } of found) {
      const known = text === lastTicket.text && Date.now() - lastTicket.at < SAME_TICKET;
      lastTicket = { text, at: Date.now() };
      if (!known && text !== "" && text.length <= 512) {
        navigator.vibrate?.(80);
        await arriveByTicket(text);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, SCAN_EVERY));
  }
}

function stopScanning() {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  camera.srcObject = null;
  show(camera, false);
  write(scanner, say("scan"));
}

// What people press

finder.addEventListener("input", render);
finder.addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = finder.elements.find;
  const text = field.value.trim();
  const words = plain(text).split(/\s+/).filter((each) => each !== "");
  const found = guests.filter((guest) => isFound(guest, words));
  if (/^[1-9][0-9]{0,8}$/.test(text)) {
    const guest = guestOf(Number(text));
    if (guest === undefined && guests.length > 0) {
      tell("fault", say("unknown.number", text));
      return;
    }
    if (guest === undefined) {
      note({ number: Number(text) }, { number: Number(text) });
      tell("notice", say("noted", say("number", text)));
    } else {
      arrive(guest);
    }
    field.value = "";
  } else if (text.length >= 40 && !text.includes(" ") && found.length === 0) {
    await arriveByTicket(text);
    field.value = "";
  }
  render();
  field.focus();
});

list.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const guest = guestOf(Number(form.closest("li").dataset.number));
  const { people, category } = form.elements;
  const more = {};
  if (guest.seats > 1) {
    more.people = Number(people.value);
  }
  if (category.value !== category.dataset.usual) {
    more.category = category.value;
  }
  arrive(guest, more);
});

list.addEventListener("click", (event) => {
  const button = event.target.closest(".back");
  if (button !== null) {
    takeBack(guestOf(Number(button.closest("li").dataset.number)));
  }
});

document.getElementById("door-latest").addEventListener("click", (event) => {
  const button = event.target.closest(".back");
  if (button !== null) {
    const mistake = notes.get(button.dataset.id);
    note({ takesBack: mistake.body.id }, { number: mistake.number });
    tell("done", say("result.taken-back", mistake.number ? subject(mistake.number) : ""));
  }
});

document.getElementById("door-others").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const people = Number(form.elements.people.value);
  const category = event.submitter?.value ?? "other";
  if (!form.elements.seated.checked) {
    note({ category, people });
    tell("done", say("result.counted") + " " + say("category." + category) + " + " + people);
    form.elements.people.value = "1";
    return;
  }
  // Seats are given by the service alone. The key stays until there is an answer to it.
  const wish = category + " " + people;
  if (form.dataset.wish !== wish) {
    form.dataset.wish = wish;
    form.dataset.key = newId();
  }
  try {
    const seated = { category, people, seated: true };
    const answer = await ask("POST", "/walk-ins", seated, { "Idempotency-Key": form.dataset.key });
    delete form.dataset.wish;
    tell("done", say("seated", answer.value.number));
    merge();
  } catch (trouble) {
    tell("fault", whyNot(trouble));
  }
});

// What was counted before stands in the fields, as an empty field is counted by the notes.
document.getElementById("door-count").addEventListener("input", (event) => {
  event.currentTarget.dataset.touched = "";
});
document.getElementById("door-count").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const people = {};
  for (const field of form.querySelectorAll("input[type=number]")) {
    if (field.value !== "") {
      people[field.name] = Number(field.value);
    }
  }
  try {
    const answer = await ask("PUT", "/head-count", { people }, { "If-Match": version });
    ({ value: figures, version } = answer);
    delete form.dataset.touched;
    tell("done", say("head-count.done"));
    render();
  } catch (trouble) {
    tell("fault", whyNot(trouble));
    merge();
  }
});

door.querySelector(".try").addEventListener("click", merge);
scanner.addEventListener("click", scan);

async function close() {
  closed = true;
  clearTimeout(timer);
  stopScanning();
  keptKeys(KEPT).forEach(drop);
  notes.clear();
  clearNames();
  document.getElementById("door-latest").querySelector("ul").replaceChildren();
  for (const part of ["door-open", "door-network", "door-said"]) {
    show(document.getElementById(part), false);
  }
  await forgetPage();
  const end = document.getElementById("door-closed");
  show(end, true);
  end.focus();
}

door.querySelector(".shut").addEventListener("click", close);
door.querySelector(".lose").addEventListener("click", close);

window.addEventListener("online", () => merge());
window.addEventListener("offline", () => {
  state = "gone";
  render();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stopScanning();
  } else {
    merge();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (!keeps && waiting().length > 0) {
    event.preventDefault();
  }
});
window.addEventListener("storage", (event) => {
  if (event.key === KEPT + GUESTS && event.newValue === null && !isOver()) {
    close();
  } else if (event.key?.startsWith(KEPT + "note ") && keeps) {
    readNotes();
    render();
  }
});

// Beginning

for (const part of door.querySelectorAll(".by-forms")) {
  part.remove();
}
show(finder, true);
show(list, true);
show(scanner, "BarcodeDetector" in window && navigator.mediaDevices !== undefined);
show(document.getElementById("door-close"), true);

(async () => {
  await forgetWhatIsOver().catch(() => {});
  readNotes();
  readGuests();
  render();
  if (navigator.serviceWorker?.controller && !isOver()) {
    write(document.getElementById("door-kept"), say("kept"));
  }
  merge();
  navigator.storage?.persist?.().catch(() => {});
})();
