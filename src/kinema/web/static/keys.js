// Keys: create, limit, disable, revoke; or, with a key that may not, that key alone.
import { call, reason, say } from "./api.js";
import { copy } from "./copy.js";
import { dollars } from "./money.js";
import { day, fill, row } from "./table.js";

const $ = (id) => document.getElementById(id);
const manages = $("keys-page").dataset.manages === "true";
const tell = (error) => ($("keys-error").textContent = reason(error));
const AGAIN = { no_reset: "in all", day: "a day", week: "a week", month: "a month" };
const SCOPES = { "": {}, manage: { scopes: ["manage"] }, both: { scopes: ["manage", "model:video"] } };
const WORDS = { manage: "manage keys", "model:video": "make films" };
const THIS_MONTH = 4;

function button(text, prefix, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: text });
  made.setAttribute("aria-label", `${text} ${prefix}`);
  made.addEventListener("click", async () => {
    try {
      if (await act()) await load();
    } catch (error) { tell(error); }
  });
  return made;
}

function actions({ prefix, disabled }) {
  const place = document.createDocumentFragment();
  const path = `/v1/keys/${prefix}`;
  const revoke = async () => confirm(`Revoke ${prefix}? Whatever uses it stops working.`) && (await call("DELETE", path), say("Revoked"), true);
  const set = disabled ? "Enable" : "Disable";
  place.append(
    button(set, prefix, async () => (await call("PATCH", path, { disabled: !disabled }), say(`${set}d`), true)),
    button("Revoke", prefix, revoke),
  );
  return place;
}

function line(key) {
  const limit = key.limit ? `${dollars(key.limit.threshold)} ${AGAIN[key.limit.retention]}` : "none";
  const may = key.scopes?.map((scope) => WORDS[scope] ?? scope).join(", ") ?? "make films";
  const name = `${key.name || "–"}${key.disabled ? " (disabled)" : ""}`;
  const cells = [`${key.prefix}…`, name, may, limit, dollars(key.monthly_usage), day(key.created_at), day(key.last_used_at)];
  return row(manages ? [...cells, actions(key)] : cells, [THIS_MONTH]);
}

async function load() {
  const { data } = await call("GET", manages ? "/v1/keys" : "/v1/key");
  fill("keys", (manages ? data : [data]).map(line));
  $("keys-page").classList.remove("waiting");
}

$("make")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  $("keys-error").textContent = "";
  const { name, scope, threshold, retention } = Object.fromEntries(new FormData(event.target));
  const usd = Number(threshold.replace(",", "."));
  $("threshold").setAttribute("aria-invalid", String(Number.isNaN(usd)));
  if (Number.isNaN(usd)) return ($("keys-error").textContent = "The limit must be a number of dollars."), $("threshold").focus();
  try {
    const { data } = await call("POST", "/v1/keys", { name, ...SCOPES[scope], ...(threshold && { limit: { threshold: usd, retention } }) });
    $("secret").textContent = data.key;
    $("made").hidden = false;
    event.target.reset();
    await load();
  } catch (error) { tell(error); }
});
$("copy-secret").addEventListener("click", () => copy($("secret").textContent, "Key"));

addEventListener("kinema:back", () => load().catch(tell));
load().catch(tell);
