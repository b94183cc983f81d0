// One film of the gallery.
import { final, here } from "./api.js";
import { cameraWords } from "./camera-pad.js";
import { dollars } from "./money.js";
import { understood } from "./understood.js";

const SHORT = 60;
const still = matchMedia("(prefers-reduced-motion: reduce)");
const shape = document.getElementById("card");

function facts(film) {
  const { aspect_ratio: ratio, duration, seed, cfg_scale: cfg, negative_prompt: negative, camera_control: camera } = film.request ?? film;
  const cost = film.meta?.usage;
  return [
    ratio, duration && `${duration} s`, seed != null && `seed ${seed}`,
    cfg != null && cfg !== 0.5 && `adherence ${cfg}`, camera && `camera ${cameraWords(camera)}`,
    negative && `without ${negative}`, film.status === "error" ? "not charged" : cost && dollars(cost.usd_spent, 4),
  ].filter(Boolean).join(" · ");
}

function badge(film) {
  if (film.status === "completed") return "";
  if (film.status === "error") return film.error?.name === "GenerationCancelled" ? "cancelled" : "failed";
  return film.progress ? `${film.status} ${Math.round(film.progress * 100)} %` : film.status;
}

/** Let the film play while the pointer or the focus is on it. */
function preview(shot, film) {
  const video = shot.querySelector("video");
  const play = () => {
    if (!film.video || still.matches) return;
    video.src ||= here(film.video.url);
    video.hidden = false;
    video.play().catch(() => {}); // left before it began
  };
  const stop = () => (video.pause(), (video.hidden = true));
  for (const name of ["pointerenter", "focus"]) shot.addEventListener(name, play);
  for (const name of ["pointerleave", "blur"]) shot.addEventListener(name, stop);
}

/** A card whose buttons call the actions of their names. @param {any} film @param {Record<string, (film: any) => void>} actions */
export function card(film, actions) {
  const made = shape.content.firstElementChild.cloneNode(true);
  const { prompt } = film.request ?? film;
  const short = prompt.length > SHORT ? `${prompt.slice(0, SHORT)} …` : prompt;
  made.querySelector(".said").textContent = prompt;
  const shot = made.querySelector(".shot");
  shot.setAttribute("aria-label", `Show: ${short}`);
  preview(shot, film);
  for (const one of made.querySelectorAll("[data-do]")) {
    if (one !== shot) one.setAttribute("aria-label", `${one.textContent}: ${short}`);
    if (one.tagName === "BUTTON") one.addEventListener("click", () => actions[one.dataset.do](film));
  }
  fill(made, film);
  return made;
}

/** Write what a film has become into its card. @param {HTMLElement} place @param {any} film */
export function fill(place, film) {
  const done = film.status === "completed";
  place.querySelector(".facts").textContent = facts(film);
  place.querySelector(".badge").textContent = badge(film);
  place.querySelector(".why").textContent = film.error?.message ?? "";
  const image = place.querySelector("img");
  const poster = here(film.video?.poster_url);
  if (poster && image.hidden) Object.assign(image, { src: poster, hidden: false });
  understood(place.querySelector(".chips"), film.about);
  const shown = { show: true, reuse: true, vary: true, download: done, link: done, cancel: !final(film), delete: final(film) };
  for (const one of place.querySelectorAll("[data-do]")) one.hidden = !shown[one.dataset.do];
  if (done) place.querySelector('[data-do="download"]').href = here(film.video.url);
}
