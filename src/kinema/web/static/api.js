// The public API, with the visitor's own key: the browser sends it as a cookie.
export class ApiError extends Error {
  /** @param {number} status @param {any} body */
  constructor(status, body) {
    super(body?.error?.message ?? body?.message ?? `The service answered ${status}.`);
    this.status = status;
    this.issues = Array.isArray(body?.error?.data) ? body.error.data : [];
  }
}

const reach = (detail) => dispatchEvent(new CustomEvent("kinema:reach", { detail }));

/** Send one request; the answer's JSON, or an ApiError. @param {string} method @param {string} path @param {any} [body] */
export async function call(method, path, body) {
  const headers = { "X-Kinema-Page": "1", "X-Kinema-Origin": "playground" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), cache: "no-store" });
  } catch (error) {
    reach(false);
    throw error;
  }
  reach(answer.status < 502);
  if (answer.status === 401) location.assign(`/app/sign-in?next=${encodeURIComponent(location.pathname)}`);
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(answer.status, json);
  return json;
}

const GENERATIONS = "/v2/video/generations";
const byId = (id) => `${GENERATIONS}?generation_id=${encodeURIComponent(id)}`;

export const create = (body) => call("POST", GENERATIONS, body);
export const cancel = (id) => call("DELETE", byId(id));
export const list = (cursor, limit = 24) =>
  call("GET", `${GENERATIONS}/list?limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

const FINAL = new Set(["completed", "error"]);

/** Follow a generation to its end, whatever happens to the connection. @returns a function that stops following */
export function follow(id, onEvent) {
  let stopped = false;
  let source;
  let wait = 500;
  const open = () => {
    source = new EventSource(`${GENERATIONS}/events?generation_id=${encodeURIComponent(id)}`);
    const take = (event) => {
      wait = 500;
      reach(true);
      const said = JSON.parse(event.data);
      onEvent(said);
      if (FINAL.has(said.status)) stop();
    };
    for (const name of ["progress", "end"]) source.addEventListener(name, take);
    source.onerror = () => {
      source.close();
      if (stopped) return;
      reach(false);
      setTimeout(() => stopped || open(), wait);
      wait = Math.min(wait * 2, 8000);
    };
  };
  const stop = () => {
    stopped = true;
    source?.close();
  };
  open();
  return stop;
}
