// What waits, what is being made and by whom, as it changes: of all keys, or of this one.
import { call, list, reason } from "./api.js";
import { day, fill, row } from "./table.js";

const $ = (id) => document.getElementById(id);
const manages = $("queue-page").dataset.manages === "true";
const REFRESH = 1500;
const OWN = 100;

/** A key's own films, in the shape of the queue of all. */
async function own() {
  const { data } = await list(undefined, OWN);
  const those = (status) => data.filter((film) => film.status === status);
  const [queued, running] = [those("queued"), those("generating")];
  const failed = those("error").filter(({ error }) => error?.name !== "GenerationCancelled");
  return { queued: queued.length, running: running.length, data: [...running, ...queued.reverse()], failed };
}

function bar(share) {
  const made = document.createElement("progress");
  made.value = share;
  made.setAttribute("aria-label", "Done");
  const line = document.createElement("span");
  line.className = "share";
  line.append(made, `${Math.round(share * 100)} %`);
  return line;
}

const key = (film) => film.key_prefix ?? "this one";
const state = ({ status, phase }) => (phase && phase !== status ? `${status}: ${phase}` : status);

function show(seen) {
  $("queued").textContent = String(seen.queued);
  $("running").textContent = String(seen.running);
  $("failed").textContent = String(seen.failed.length);
  fill("now", seen.data.map((film) => row([film.prompt, state(film), bar(film.progress ?? 0), day(film.created_at), key(film), film.id])));
  fill("errors", seen.failed.map((film) => row([film.prompt, film.error.name, film.error.message, day(film.created_at), key(film)])));
  if (!manages) return;
  $("alive").textContent = String(seen.workers.filter(({ alive }) => alive).length);
  fill("workers", seen.workers.map(({ name, pool, alive, seen_at: at }) => row([name, pool, alive ? "alive" : "silent", day(at)])));
}

async function again() {
  try {
    if (!document.hidden) show(manages ? await call("GET", "/v2/queue") : await own());
    $("queue-error").textContent = "";
    $("queue-page").classList.remove("waiting");
    $("live").classList.add("on");
  } catch (error) {
    $("queue-error").textContent = reason(error);
    $("live").classList.remove("on");
  }
  setTimeout(again, REFRESH);
}
again();
