// What every page has: the theme, word of a service that does not answer, and short news.
const root = document.documentElement;
const YEAR = 365 * 86_400;
const PROBE = 2000;

document.getElementById("theme").addEventListener("click", () => {
  const light = matchMedia("(prefers-color-scheme: light)").matches;
  const now = root.dataset.theme === "system" ? (light ? "light" : "dark") : root.dataset.theme;
  root.dataset.theme = now === "dark" ? "light" : "dark";
  // a cookie, so that the server writes the theme into the page and no reader sees the other first
  document.cookie = `kinema_theme=${root.dataset.theme}; path=/app; max-age=${YEAR}; samesite=strict`;
});

const offline = document.getElementById("offline");
let probing;

async function probe() {
  const found = await fetch("/healthz", { cache: "no-store" }).then(({ ok }) => ok, () => false);
  if (!found) return (probing = setTimeout(probe, PROBE));
  probing = undefined;
  offline.hidden = true;
  dispatchEvent(new Event("kinema:back"));
}

addEventListener("kinema:lost", () => {
  offline.hidden = false;
  probing ??= setTimeout(probe, PROBE / 4);
});
addEventListener("offline", () => dispatchEvent(new Event("kinema:lost")));

let said;
addEventListener("kinema:say", ({ detail }) => {
  const toast = document.getElementById("toast");
  toast.textContent = detail;
  toast.hidden = false;
  clearTimeout(said);
  said = setTimeout(() => (toast.hidden = true), 2500);
});
