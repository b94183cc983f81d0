// The caller's own films, newest first, fetched page by page as the reader comes to the end.
import { cancel, follow, list } from "./api.js";

const FINAL = new Set(["completed", "error"]);

export class Gallery {
  /** @param {{reuse: (film: any) => void, vary: (film: any) => void, stopped: (film: any) => void}} on */
  constructor(on) {
    this.on = on;
    this.films = new Map();
    this.cards = new Map();
    this.root = document.getElementById("films");
    this.template = document.getElementById("card");
    this.none = document.getElementById("films-none");
    this.end = document.getElementById("films-more");
    this.watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.load(), { rootMargin: "600px" });
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
  }

  get = (id) => this.films.get(id);
  get latest() { return this.films.values().next().value; }

  /** Fetch the next page; a second call while one is under way changes nothing. */
  async load() {
    if (this.loading || this.done) return;
    this.loading = true;
    try {
      const page = await list(this.cursor);
      for (const film of page.data) this.place(film, false);
      const next = page.pagination?.next_cursor ?? page.next_cursor;
      this.cursor = next;
      this.done = !next;
      this.none.hidden = this.films.size > 0;
      if (this.done) this.watcher.disconnect();
      else this.watcher.observe(this.end);
    } finally {
      this.loading = false;
    }
  }

  add(film) {
    this.place(film, true);
    this.none.hidden = true;
  }

  update(id, news) {
    const film = this.films.get(id);
    if (!film) return;
    Object.assign(film, news);
    this.fill(this.cards.get(id), film);
  }

  place(film, first) {
    if (this.films.has(film.id)) return this.update(film.id, film);
    const card = this.template.content.firstElementChild.cloneNode(true);
    this.films.set(film.id, film);
    this.cards.set(film.id, card);
    this.wire(card, film);
    this.fill(card, film);
    this.root[first ? "prepend" : "append"](card);
    if (!first && !FINAL.has(film.status)) follow(film.id, (news) => this.update(film.id, news));
  }

  wire(card, film) {
    const video = card.querySelector("video");
    const play = () => {
      if (!film.video || this.still.matches) return;
      video.src ||= film.video.url;
      video.hidden = false;
      video.play().catch(() => {}); // scrolled away before it began
    };
    const stop = () => (video.pause(), (video.hidden = true));
    const shot = card.querySelector(".shot");
    shot.addEventListener("pointerenter", play);
    shot.addEventListener("pointerleave", stop);
    shot.addEventListener("focus", play);
    shot.addEventListener("blur", stop);
    shot.addEventListener("click", (event) => (event.preventDefault(), this.on.stopped(film), scrollTo({ top: 0 })));
    const actions = { reuse: () => this.on.reuse(film), vary: () => this.on.vary(film), link: () => navigator.clipboard.writeText(film.video.url), cancel: async () => this.update(film.id, await cancel(film.id)) };
    for (const button of card.querySelectorAll("button")) button.addEventListener("click", actions[button.dataset.do]);
  }

  fill(card, film) {
    const asked = film.request ?? film;
    const made = film.status === "completed";
    card.querySelector(".said").textContent = asked.prompt;
    card.querySelector(".facts").textContent = [asked.aspect_ratio, asked.duration && `${asked.duration} s`, asked.seed != null && `seed ${asked.seed}`, film.meta?.usage && `$${film.meta.usage.usd_spent}`].filter(Boolean).join(" · ");
    card.querySelector(".badge").textContent = made ? "" : film.status === "error" ? (film.error?.name ?? "failed") : `${film.status}${film.progress ? ` ${Math.round(film.progress * 100)} %` : ""}`;
    card.querySelector(".badge").title = film.error?.message ?? "";
    const image = card.querySelector("img");
    const poster = film.video?.poster_url;
    if (poster && !image.src) image.src = poster;
    image.alt = made ? `A film: ${asked.prompt}` : "";
    const shot = card.querySelector(".shot");
    if (made) shot.href = film.video?.url ?? "#";
    for (const action of card.querySelectorAll("[data-do]")) {
      const { do: name } = action.dataset;
      action.hidden = name === "cancel" ? FINAL.has(film.status) : ["download", "link"].includes(name) && !made;
      if (name === "download" && made) action.href = film.video?.url ?? "#";
    }
  }
}
