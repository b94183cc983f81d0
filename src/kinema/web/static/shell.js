// What every page has: the theme, and word of a service that does not answer.
const KEY = "kinema-theme";
const root = document.documentElement;
root.dataset.theme = localStorage.getItem(KEY) ?? "system";

document.getElementById("theme")?.addEventListener("click", () => {
  const light = matchMedia("(prefers-color-scheme: light)").matches;
  const now = root.dataset.theme === "system" ? (light ? "light" : "dark") : root.dataset.theme;
  root.dataset.theme = now === "dark" ? "light" : "dark";
  localStorage.setItem(KEY, root.dataset.theme);
});

const offline = document.getElementById("offline");
addEventListener("kinema:reach", (event) => {
  offline.hidden = event.detail;
});
