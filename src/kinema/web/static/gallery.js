// The caller's own films, newest first, fetched page by page as the reader comes to the end.
import { cancel, discard, final, list, reason, say } from "./api.js";
import { card, fill } from "./card.js";
import { copy } from "./copy.js";

const SOON = 3000; // until the next look while a film is on its way
const LATER = 20_000;
const NEWEST = 50;

export class Gallery {
  /** @param {{reuse: (film: any) => void, vary: (film: any) => void, show: (film: any) => void, gone: (id: string) => void, news: (film: any) => void}} on */
  constructor(on) {
    this.films = new Map();
    this.cards = new Map();
    this.root = document.getElementById("films");
    this.none = document.getElementById("films-none");
    this.error = document.getElementById("films-error");
    this.gone = on.gone;
    this.news = on.news;
    this.actions = {
      show: on.show,
      reuse: on.reuse,
      vary: on.vary,
      link: (film) => copy(film.video.url, "Link"),
      cancel: (film) => this.told(async () => this.update({ ...film, ...(await cancel(film.id)) })),
      delete: (film) => confirm("Delete this film? It cannot be brought back.") && this.told(() => this.discard(film)),
    };
    this.end = document.getElementById("films-more");
    this.near = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.load(), { rootMargin: "800px" });
    this.others = new BroadcastChannel("kinema-films"); // the same reader's other pages
    this.others.onmessage = ({ data: gone }) => (gone ? this.remove(gone) : this.refresh().catch(() => {}));
    addEventListener("kinema:back", () => (this.films.size ? this.refresh() : this.load()));
    setTimeout(() => this.watch(), SOON);
  }

  /** The newest film that is still on its way. */
  get running() { return [...this.films.values()].find((film) => !final(film)); }

  /** Fetch the next page; a second call while one is under way changes nothing. */
  async load() {
    if (this.loading || this.done) return;
    this.loading = true;
    try {
      const page = await list(this.cursor);
      if (!this.cursor) this.root.replaceChildren();
      for (const film of page.data) this.place(film, false);
      this.cursor = page.next_cursor;
      this.done = !this.cursor;
      this.error.textContent = "";
      this.counted();
      this.near.disconnect();
      if (!this.done) this.near.observe(this.end); // anew, since on a tall screen its end may be in view still
    } catch (error) {
      this.error.textContent = reason(error);
      this.root.replaceChildren(...this.cards.values());
    } finally {
      this.loading = false;
    }
  }

  async watch() {
    if (!document.hidden && !this.loading) await this.refresh().catch(() => {}); // the page says so, and looks again
    setTimeout(() => this.watch(), this.running ? SOON : LATER);
  }

  /** Take in what is new, from this page or another. */
  async refresh() {
    const { data } = await list(undefined, NEWEST);
    for (const film of data.reverse()) this.place(film, true);
    this.counted();
  }

  place(film, first) {
    if (this.films.has(film.id)) return this.update(film);
    const made = card(film, this.actions);
    this.films.set(film.id, film);
    this.cards.set(film.id, made);
    this.root[first ? "prepend" : "append"](made);
  }

  /** Write news of a film into its card. */
  update(news) {
    const film = this.films.get(news.id);
    if (!film) return;
    Object.assign(film, news);
    fill(this.cards.get(film.id), film);
    this.news(film);
  }

  /** Put a film that was asked for on this page before all others. */
  add(film) {
    this.place(film, true);
    this.counted();
    this.others.postMessage(null);
    return this.films.get(film.id);
  }

  async discard({ id }) {
    await discard(id);
    const place = this.cards.get(id);
    const next = place.nextElementSibling ?? place.previousElementSibling;
    this.remove(id);
    (next?.querySelector(".shot") ?? document.getElementById("gallery-title")).focus();
    this.others.postMessage(id);
    say("Deleted");
  }

  /** Take a film that is no more off the page. */
  remove(id) {
    this.cards.get(id)?.remove();
    this.films.delete(id);
    this.cards.delete(id);
    this.counted();
    this.gone(id);
  }

  async told(work) {
    try {
      await work();
    } catch (error) {
      say(reason(error));
    }
  }

  counted() {
    this.root.setAttribute("aria-busy", "false");
    this.none.hidden = this.films.size > 0;
  }
}
