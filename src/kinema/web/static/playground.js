// The studio: ask for a film, watch it being made, keep it.
import { ApiError, call, cancel, create, follow } from "./api.js";
import { CameraPad } from "./camera-pad.js";
import { program } from "./code.js";
import { Gallery } from "./gallery.js";

const $ = (id) => document.getElementById(id);
const studio = document.querySelector(".studio");
const form = $("ask");
const MODEL = studio.dataset.model;
const CREDITS_PER_SECOND = Number(studio.dataset.price);
const CREDITS_PER_USD = 2_000_000;
const SEEDS = 2 ** 31;
const FIELDS = ["prompt", "aspect_ratio", "duration", "negative_prompt", "cfg_scale", "seed", "camera_control"];
const RATIOS = { "16:9": "16/9", "9:16": "9/16", "1:1": "1/1" };
const dollars = (credits) => `$${(credits / CREDITS_PER_USD).toFixed(credits < CREDITS_PER_USD / 50 ? 4 : 2)}`;

const pad = new CameraPad($("camera"), () => queueMicrotask(refresh));
const gallery = new Gallery({ reuse: take, vary: (film) => { take(film); draw(); submit(); }, stopped: shown });

/** The body of the create call that the form stands for. */
function body() {
  const values = new FormData(form);
  const asked = { model: MODEL, prompt: String(values.get("prompt")), aspect_ratio: values.get("aspect_ratio"), duration: Number(values.get("duration")) };
  if (values.get("negative_prompt")) asked.negative_prompt = values.get("negative_prompt");
  if (Number(values.get("cfg_scale")) !== 0.5) asked.cfg_scale = Number(values.get("cfg_scale"));
  if (pad.value) asked.camera_control = pad.value;
  if (values.get("seed")) asked.seed = Number(values.get("seed"));
  return asked;
}

let language = "curl";
function refresh() {
  const asked = body();
  $("prompt-count").textContent = `${[...asked.prompt].length} / 2500`;
  $("cfg-said").textContent = $("cfg_scale").value;
  $("price").textContent = dollars(CREDITS_PER_SECOND * asked.duration);
  $("frame").style.setProperty("--ratio", RATIOS[asked.aspect_ratio]);
  $("source").textContent = program(language, asked, location.origin);
}

/** Fill the form from a film of the gallery. */
function take(film) {
  const asked = film.request ?? film;
  form.prompt.value = asked.prompt ?? "";
  form.negative_prompt.value = asked.negative_prompt ?? "";
  form.cfg_scale.value = asked.cfg_scale ?? 0.5;
  form.seed.value = asked.seed ?? "";
  for (const name of ["aspect_ratio", "duration"])
    for (const input of form.elements[name]) input.checked = input.value === String(asked[name] ?? input.defaultValue);
  pad.take(asked.camera_control);
  refresh();
  form.prompt.focus();
  form.scrollIntoView({ block: "start" });
}

function draw() {
  form.seed.value = Math.floor(Math.random() * SEEDS);
  refresh();
}

// ---- errors, next to the field they name
function clear() {
  $("form-error").textContent = "";
  for (const field of FIELDS) mark(field, "");
}
function mark(field, message) {
  const place = $(`${field}-error`);
  if (place) place.textContent = message;
  $(field)?.setAttribute("aria-invalid", String(Boolean(message)));
  if (message) place?.closest("details")?.setAttribute("open", "");
}
function tell(error) {
  const known = error instanceof ApiError ? error.issues.filter(({ path }) => FIELDS.includes(path?.[0])) : [];
  for (const { path, message } of known) mark(path[0], message);
  if (!known.length) $("form-error").textContent = error instanceof ApiError ? error.message : "The service does not answer.";
  else $(known[0].path[0])?.focus();
}

// ---- one film, from the button to the picture
let current;
let unfollow;

async function submit() {
  clear();
  if (!form.prompt.value.trim()) return mark("prompt", "Say what the film shows."), form.prompt.focus();
  $("generate").disabled = true;
  try {
    const made = await create(body());
    watch(made.id);
    gallery.add({ id: made.id, status: made.status, ...body() });
  } catch (error) {
    tell(error);
  } finally {
    $("generate").disabled = false;
  }
}

function watch(id) {
  unfollow?.();
  current = id;
  state("making");
  $("phase").textContent = "queued";
  $("progress").value = 0;
  $("eta").textContent = "";
  $("understood").replaceChildren();
  unfollow = follow(id, (event) => {
    if (id !== current) return;
    gallery.update(id, event);
    if (event.status === "completed" || event.status === "error") return finish(event);
    $("phase").textContent = event.phase || event.status;
    $("progress").value = event.progress ?? 0;
    const left = event.eta_seconds;
    $("eta").textContent = left == null ? "" : `about ${Math.max(1, Math.round(left))} s left`;
  });
}

function finish(film) {
  gallery.update(film.id, film);
  if (film.id === current) shown(film);
  balance();
}

function shown(film) {
  if (film.status === "completed") {
    state("film");
    $("player").src = film.video.url;
    $("player").play().catch(() => {}); // a browser may want a gesture first; the controls are there
    $("download").href = film.video.url;
  } else if (film.status === "error") {
    state("failed");
    $("failed").textContent = film.error?.message ?? "The film could not be made.";
  }
  understood(film.about ?? gallery.get(film.id)?.about);
}

function state(name) {
  $("frame").dataset.state = name;
  document.querySelector(".empty").hidden = name !== "empty";
  $("making").hidden = name !== "making";
  $("failed").hidden = name !== "failed";
  $("player").hidden = name !== "film";
  $("actions").hidden = name !== "film";
  if (name !== "film") $("player").removeAttribute("src");
}

/** Chips for what the scene engine understood, and for what it could not show. */
function understood(about) {
  if (!about?.setting) return;
  const { setting, actors = [], props = [], style, unresolved = [] } = about;
  const names = [...actors, ...props].map(({ noun, colour, count, action }) =>
    [count > 1 && count, colour, noun, action && action !== "idle" && `· ${action.replaceAll("_", " ")}`].filter(Boolean).join(" "));
  const chips = [setting.kind, setting.time, ...setting.weather, style, ...names].filter(Boolean);
  const chip = (text, missed) => Object.assign(document.createElement("li"), { textContent: missed ? `not shown: ${text}` : text, className: missed ? "missed" : "" });
  $("understood").replaceChildren(...chips.map((text) => chip(text, false)), ...unresolved.map((text) => chip(text, true)));
}

async function balance() {
  const { current_balance: usd } = await call("GET", "/v2/billing").catch(() => ({}));
  $("balance").textContent = usd == null ? "" : `balance $${Number(usd).toFixed(2)}`;
}

// ---- wiring
form.addEventListener("input", () => refresh());
form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
form.prompt.addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && submit());
for (const button of document.querySelectorAll(".example"))
  button.addEventListener("click", () => ((form.prompt.value = button.dataset.prompt), refresh(), form.prompt.focus()));
$("dice").addEventListener("click", draw);
$("vary").addEventListener("click", () => (draw(), submit()));
$("cancel").addEventListener("click", async () => {
  try { finish(await cancel(current)); } catch (error) { tell(error); }
});
const copy = async (button, text) => {
  await navigator.clipboard.writeText(text);
  const was = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = was), 1500);
};
$("copy-link").addEventListener("click", (event) => copy(event.target, $("player").src));
$("copy-code").addEventListener("click", (event) => copy(event.target, $("source").textContent));
for (const button of document.querySelectorAll("[data-language]"))
  button.addEventListener("click", () => {
    language = button.dataset.language;
    for (const other of document.querySelectorAll("[data-language]")) other.setAttribute("aria-pressed", String(other === button));
    refresh();
  });
const tabs = [$("tab-film"), $("tab-code")];
const choose = (chosen) => {
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    $(tab.getAttribute("aria-controls")).hidden = tab !== chosen;
  }
};
for (const tab of tabs) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = tabs[1 - tabs.indexOf(tab)];
    choose(other);
    other.focus();
  });
}

refresh();
balance();
gallery.load().then(() => {
  const running = gallery.latest;
  if (running && ["queued", "generating"].includes(running.status)) watch(running.id);
}, tell);
