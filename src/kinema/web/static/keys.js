// Keys: create, limit, disable, revoke.
import { ApiError, call } from "./api.js";
import { day, fill, row } from "./table.js";

const $ = (id) => document.getElementById(id);
const tell = (error) => ($("keys-error").textContent = error instanceof ApiError ? (error.status === 403 ? "This key may not manage keys. Sign in with one made by `kinema keys create --scope manage`." : error.message) : "The service does not answer.");

function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: text });
  made.addEventListener("click", async () => {
    try { await act(); await load(); } catch (error) { tell(error); }
  });
  return made;
}

function actions(key) {
  const place = document.createDocumentFragment();
  const path = `/v1/keys/${key.prefix}`;
  place.append(
    button(key.disabled ? "Enable" : "Disable", () => call("PATCH", path, { disabled: !key.disabled })),
    button("Revoke", async () => confirm(`Revoke ${key.prefix}? Whatever uses it stops working.`) && call("DELETE", path)),
  );
  return place;
}

async function load() {
  const { data } = await call("GET", "/v1/keys");
  fill("keys", data.map((key) => row([`${key.prefix}…`, `${key.name}${key.disabled ? " (disabled)" : ""}`, key.scopes?.join(" ") ?? "all", key.limit ? `$${key.limit.threshold} ${key.limit.retention}` : "none", `$${Number(key.monthly_usage ?? 0).toFixed(2)}`, day(key.created_at), actions(key)], [4])));
}

$("make").addEventListener("submit", async (event) => {
  event.preventDefault();
  $("keys-error").textContent = "";
  const { name, threshold, retention } = Object.fromEntries(new FormData(event.target));
  try {
    const { data } = await call("POST", "/v1/keys", { name, ...(threshold && { limit: { threshold: Number(threshold), retention } }) });
    $("secret").textContent = data.key;
    $("made").hidden = false;
    event.target.reset();
    await load();
  } catch (error) { tell(error); }
});

load().catch(tell);
