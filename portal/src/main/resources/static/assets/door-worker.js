// Opens the page of one door where there is no network. It only reads what the page has kept; the
// API it leaves alone, so nobody is told anything old as if it were new.
"use strict";

const DOOR = new URL(self.registration.scope).pathname;
const PATIENCE = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  const page = request.mode === "navigate";
  if (
    request.method === "GET" &&
    address.origin === self.location.origin &&
    !address.pathname.startsWith("/api/") &&
    (!page || address.pathname === DOOR)
  ) {
    event.respondWith(answer(request, page ? DOOR : request.url));
  }
});

async function answer(request, name) {
  const fromNetwork = fetch(request);
  let response = null;
  try {
    response = await Promise.race([fromNetwork, late()]);
  } catch {
    // No network: what was kept is told below.
  }
  if (response !== null && response.status < 500) {
    return response;
  }
  return (await kept(name)) ?? fromNetwork;
}

function late() {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE));
}

// The name of what is kept ends with the moment until which it may be.
async function kept(name) {
  for (const each of await caches.keys()) {
    const [kind, door, until] = each.split(" ");
    if (kind !== "door" || door !== DOOR) {
      continue;
    }
    if (Date.now() >= Number(until)) {
      await caches.delete(each);
      continue;
    }
    const found = await (await caches.open(each)).match(name, { ignoreVary: true });
    if (found) {
      return found;
    }
  }
  return undefined;
}
