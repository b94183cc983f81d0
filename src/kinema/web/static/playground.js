// The studio: ask for a film, watch it being made, keep it.
import { ApiError, call, create, reason } from "./api.js";
import { CameraPad } from "./camera-pad.js";
import { program } from "./code.js";
import { copy } from "./copy.js";
import { Gallery } from "./gallery.js";
import { dollars, price } from "./money.js";
import { Stage } from "./stage.js";
import { tabs } from "./tabs.js";

const $ = (id) => document.getElementById(id);
const { model: MODEL, price: CREDITS, prefix: PREFIX } = document.querySelector(".studio").dataset;
const form = $("ask");
const SEEDS = 2 ** 31;
const FIELDS = ["prompt", "aspect_ratio", "duration", "negative_prompt", "cfg_scale", "seed", "camera_control"];

const pad = new CameraPad($("camera"), () => queueMicrotask(refresh));
const stage = new Stage({ news: (film) => gallery.update(film), ended, vary });
const gallery = new Gallery({ reuse: take, vary, show: (film) => (stage.show(film), face()), gone: (id) => stage.clear(id), news: (film) => stage.describe(film) });
const results = tabs(document.querySelector('[role="tablist"]'));

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
  $("price").textContent = price(CREDITS * asked.duration);
  if (!stage.film) stage.ratio(asked.aspect_ratio);
  const shown = asked.prompt ? asked : { ...asked, prompt: form.prompt.placeholder };
  $("source").textContent = program(language, shown, { base: location.origin, prefix: PREFIX });
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
  form.prompt.focus({ preventScroll: true });
  form.scrollIntoView({ block: "start" });
}

function draw() {
  form.seed.value = Math.floor(Math.random() * SEEDS);
  refresh();
}

function vary(film) {
  take(film);
  draw();
  submit();
}

// ---- errors, next to the field they name
function mark(field, message) {
  const place = $(`${field}-error`);
  place.textContent = message;
  $(field)?.setAttribute("aria-invalid", String(Boolean(message)));
  if (message) place.closest("details")?.setAttribute("open", "");
}

function clear() {
  $("form-error").textContent = "";
  for (const field of FIELDS) mark(field, "");
}

function tell(error) {
  const known = error instanceof ApiError ? error.issues.filter(({ path }) => FIELDS.includes(path?.[0])) : [];
  for (const { path, message } of known) mark(path[0], message);
  if (known.length) $(known[0].path[0])?.focus();
  else $("form-error").textContent = reason(error);
}

async function submit() {
  if ($("generate").disabled) return;
  clear();
  if (!form.prompt.value.trim()) return mark("prompt", "Say what the film shows."), form.prompt.focus();
  $("generate").disabled = true;
  try {
    const asked = body();
    const made = await create(asked);
    stage.show(gallery.add({ ...asked, id: made.id, status: made.status }));
    face();
    balance();
  } catch (error) {
    tell(error);
  } finally {
    $("generate").disabled = false;
  }
}

/** Bring the screen into view, where it is below the form. */
function face() {
  results.choose("tab-film");
  $("frame").scrollIntoView({ block: "nearest" });
}

/** Ask for what the news of an end leaves out: what was understood, and what is left. */
function ended() {
  balance();
  gallery.refresh().catch(() => {}); // the gallery looks again by itself
}

async function balance() {
  const { current_balance: usd } = await call("GET", "/v2/billing").catch(() => ({}));
  $("balance").textContent = usd == null ? "" : `balance ${dollars(usd)}`;
}

// ---- wiring
form.addEventListener("input", () => refresh());
form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
form.prompt.addEventListener("keydown", (event) => (event.ctrlKey || event.metaKey) && event.key === "Enter" && submit());
for (const button of document.querySelectorAll(".example"))
  button.addEventListener("click", () => ((form.prompt.value = button.dataset.prompt), refresh(), form.prompt.focus()));
$("dice").addEventListener("click", draw);
$("copy-code").addEventListener("click", () => copy($("source").textContent, "Program"));
for (const button of document.querySelectorAll("[data-language]"))
  button.addEventListener("click", () => {
    language = button.dataset.language;
    for (const other of document.querySelectorAll("[data-language]")) other.setAttribute("aria-pressed", String(other === button));
    refresh();
  });

refresh();
$("generate").disabled = !("may" in $("generate").dataset); // not before this script can take a click
balance();
gallery.load().then(() => gallery.running && !stage.film && stage.show(gallery.running));
