// What waits and what is being made, as it changes.
import { list } from "./api.js";
import { fill, row } from "./table.js";

const $ = (id) => document.getElementById(id);
const REFRESH = 2000;
const SHOWN = 50;

async function load() {
  const { data } = await list(undefined, 100);
  const by = (...statuses) => data.filter(({ status }) => statuses.includes(status));
  const [queued, running, failed] = [by("queued"), by("generating"), by("error")];
  $("queued").textContent = String(queued.length);
  $("running").textContent = String(running.length);
  $("failed").textContent = String(failed.length);
  fill("now", [...running, ...queued].slice(0, SHOWN).map((film) => row([film.id, film.prompt ?? "", film.status, film.phase ?? "", `${Math.round((film.progress ?? 0) * 100)} %`], [4])));
  fill("errors", failed.slice(0, SHOWN).map((film) => row([film.id, film.prompt ?? "", film.error?.name ?? "", film.error?.message ?? ""])));
}

async function again() {
  try {
    if (!document.hidden) await load();
    $("queue-error").textContent = "";
  } catch (error) {
    $("queue-error").textContent = error.message;
  }
  setTimeout(again, REFRESH);
}
again();
