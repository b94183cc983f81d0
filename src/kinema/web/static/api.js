// The public API, with the visitor's own key: the browser sends it as a cookie.
export class ApiError extends Error {
  /** @param {number} status @param {any} body */
  constructor(status, body) {
    super(body?.error?.message ?? body?.message ?? `The service answered ${status}.`);
    this.status = status;
    this.issues = Array.isArray(body?.error?.data) ? body.error.data : [];
  }
}

const lost = () => dispatchEvent(new Event("kinema:lost"));
export const say = (text) => dispatchEvent(new CustomEvent("kinema:say", { detail: text }));
/** What to tell of an error. */
export const reason = (error) => (error instanceof ApiError ? error.message : "The service does not answer.");

/** Send one request; the answer's JSON, or an ApiError. @param {string} method @param {string} path @param {any} [body] */
export async function call(method, path, body) {
  const headers = { "X-Kinema-Page": "1", "X-Kinema-Origin": "playground" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), cache: "no-store" });
  } catch (error) {
    lost();
    throw error;
  }
  if (answer.status === 401) location.assign(`/app/sign-in?next=${encodeURIComponent(location.pathname)}`);
  const json = await answer.json().catch(() => null);
  if (!answer.ok) throw new ApiError(answer.status, json);
  return json;
}

const GENERATIONS = "/v2/video/generations";
const which = (id) => `generation_id=${encodeURIComponent(id)}`;

export const create = (body) => call("POST", GENERATIONS, body);
export const poll = (id) => call("GET", `${GENERATIONS}?${which(id)}`);
export const cancel = (id) => call("DELETE", `${GENERATIONS}?${which(id)}`);
export const discard = (id) => call("DELETE", `${GENERATIONS}/list?${which(id)}`);
export const list = (cursor, limit = 24) =>
  call("GET", `${GENERATIONS}/list?limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

const FINAL = new Set(["completed", "error"]);
/** Whether a film will not change any more. */
export const final = ({ status }) => FINAL.has(status);

/** The address of a file of this service, as seen from this page. @param {string | undefined} url */
export function here(url) {
  if (!url) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/**
 * Follow a generation to its end, whatever happens to the connection. A hidden page lets go of its
 * connection, of which a browser has six for all pages together. @returns a function that stops following
 */
export function follow(id, onEvent, onError) {
  let source, again, stopped = false, wait = 250;
  const take = (event) => {
    wait = 250;
    const said = JSON.parse(event.data);
    if (final(said)) stop();
    onEvent(said);
  };
  const close = () => (source?.close(), clearTimeout(again));
  const broken = async () => {
    close();
    try {
      await poll(id); // the film may be gone, or the key
    } catch (error) {
      if (error instanceof ApiError && error.status < 500) return stop(), onError?.(error);
    }
    if (stopped || document.hidden) return;
    again = setTimeout(open, wait);
    wait = Math.min(wait * 2, 4000);
  };
  const open = () => {
    close();
    if (stopped) return;
    source = new EventSource(`${GENERATIONS}/events?${which(id)}`);
    for (const name of ["progress", "end"]) source.addEventListener(name, take);
    source.onerror = broken;
  };
  const seen = () => (document.hidden ? close() : open());
  const stop = () => {
    stopped = true;
    close();
    document.removeEventListener("visibilitychange", seen);
    removeEventListener("kinema:back", open);
  };
  document.addEventListener("visibilitychange", seen);
  addEventListener("kinema:back", open);
  open();
  return stop;
}
