// The screen beside the form: one film, from the button to the picture.
import { cancel, final, follow, here, reason } from "./api.js";
import { copy } from "./copy.js";
import { understood } from "./understood.js";

const $ = (id) => document.getElementById(id);
const TITLE = document.title;
const WORDS = { queued: "In the queue", generating: "Being made" };
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function left(seconds) {
  if (seconds < 1) return "any moment now";
  return seconds < 90 ? `about ${Math.round(seconds)} s left` : `about ${Math.round(seconds / 60)} min left`;
}

export class Stage {
  /** @param {{news: (film: any) => void, ended: () => void, vary: (film: any) => void}} on */
  constructor(on) {
    this.on = on;
    this.frame = $("frame");
    setInterval(() => this.count(), 1000);
    $("cancel").addEventListener("click", () => this.cancel());
    $("vary").addEventListener("click", () => this.on.vary(this.film));
    $("copy-link").addEventListener("click", () => copy(this.film.video.url, "Link"));
    $("player").addEventListener("error", () => !$("player").hidden && this.fail("The film cannot be played. Reload the page for a fresh address."));
  }

  /** Show a film, at whatever point it is. @param {any} film */
  show(film) {
    this.unfollow?.();
    this.film = film;
    this.due = undefined;
    this.ratio(film.request?.aspect_ratio ?? film.aspect_ratio);
    understood($("understood"), film.about);
    if (final(film)) return this.end(film);
    this.state("making");
    this.progress(film);
    this.unfollow = follow(film.id, (news) => this.take(film, news), (error) => this.fail(reason(error)));
  }

  /** Show what was understood of a film, if it is the one on the screen. */
  describe(film) {
    if (film === this.film) understood($("understood"), film.about);
  }

  take(film, news) {
    Object.assign(film, news);
    this.on.news(film);
    if (film !== this.film) return;
    if (!final(film)) return this.progress(film);
    this.end(film);
    this.on.ended();
  }

  progress(film) {
    const share = film.progress ?? 0;
    const phase = film.phase && film.phase !== film.status ? film.phase : WORDS[film.status];
    $("phase").textContent = capital(phase ?? film.status);
    $("progress").value = share;
    this.due = film.eta_seconds == null ? undefined : performance.now() + film.eta_seconds * 1000;
    document.title = share ? `${Math.round(share * 100)} % · ${TITLE}` : TITLE;
    this.count();
  }

  count() {
    $("eta").textContent = this.due === undefined ? "" : left((this.due - performance.now()) / 1000);
  }

  end(film) {
    document.title = TITLE;
    if (film.status !== "completed") return this.fail(film.error?.message ?? "The film could not be made.");
    this.state("film");
    const player = $("player");
    player.poster = here(film.video.poster_url) ?? "";
    player.setAttribute("aria-label", film.prompt ?? film.request?.prompt ?? "The film");
    player.src = here(film.video.url);
    player.play().catch(() => {}); // a browser may want a gesture first; the controls are there
    $("download").href = here(film.video.url);
  }

  fail(message) {
    this.state("failed");
    $("failed").textContent = message;
  }

  async cancel() {
    const { film } = this;
    $("cancel").disabled = true;
    try {
      this.unfollow?.();
      this.take(film, await cancel(film.id));
    } catch (error) {
      this.fail(reason(error));
    } finally {
      $("cancel").disabled = false;
    }
  }

  /** Take a film off the screen, if it is the one. */
  clear(id) {
    if (this.film?.id !== id) return;
    this.unfollow?.();
    this.film = undefined;
    understood($("understood"), undefined);
    this.state("empty");
  }

  /** The shape of the screen while nothing else decides it. @param {string} [ratio] */
  ratio(ratio) {
    if (ratio) this.frame.style.setProperty("--ratio", ratio.replace(":", "/"));
  }

  state(name) {
    this.frame.dataset.state = name;
    $("empty").hidden = name !== "empty";
    $("making").hidden = name !== "making";
    $("failed").hidden = name !== "failed";
    $("player").hidden = name !== "film";
    $("actions").classList.toggle("off", name !== "film");
    $("actions").inert = name !== "film";
    if (name !== "film") $("player").removeAttribute("src");
  }
}
