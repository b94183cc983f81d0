// Balance, what was spent a day and on what, and the ledger.
import { call, reason } from "./api.js";
import { chart } from "./chart.js";
import { dollars } from "./money.js";
import { day, fill, row } from "./table.js";

const $ = (id) => document.getElementById(id);
const manages = $("usage-page").dataset.manages === "true";
const DAY = 86_400_000;
let days = 7;
let bars = [];

/** The days up to today, in UTC as the service counts them. */
function calendar(groups) {
  const spent = new Map(groups.map((group) => [group.day, group.spend]));
  return Array.from({ length: days }, (_, index) => {
    const date = new Date(Date.now() - (days - 1 - index) * DAY).toISOString().slice(0, 10);
    const value = spent.get(date) ?? 0;
    return { name: date.slice(5), value, shown: dollars(value) };
  });
}

async function usage() {
  const end = new Date();
  const start = new Date(Math.floor(end / DAY) * DAY - (days - 1) * DAY);
  const found = await call("GET", `/v2/usage/detail?start=${start.toISOString()}&end=${end.toISOString()}&group_by=day`);
  $("spend").textContent = dollars(found.spend);
  $("requests").textContent = String(found.requests);
  $("failures").textContent = String(found.groups.reduce((sum, { requests }) => sum + requests.failed, 0));
  bars = calendar(found.groups);
  chart($("chart"), bars);
  fill("models", found.models.map(({ model, requests, spend }) => row([model, String(requests), dollars(spend)], [1, 2])));
}

async function balance() {
  const { current_balance: usd } = await call("GET", "/v2/billing");
  $("balance").textContent = dollars(usd);
}

let cursor;
let rows = [];
async function ledger() {
  const page = await call("GET", `/v2/billing/transactions?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);
  for (const entry of page.data) {
    const sign = entry.direction === "CHARGE" ? "−" : "+";
    rows.push(row([day(entry.created_at), entry.type.replaceAll("_", " ").toLowerCase(), entry.model ?? "", `${sign}${dollars(entry.amount.usd, 4)}`], [3]));
  }
  fill("ledger", rows);
  cursor = page.pagination.next_cursor;
  $("ledger-more").hidden = !cursor;
}

const told = (work) => work().then(() => ($("usage-error").textContent = ""), (error) => ($("usage-error").textContent = reason(error)));

function load() {
  cursor = undefined;
  rows = [];
  return told(async () => {
    await Promise.all([balance(), usage(), ...(manages ? [] : [ledger()])]);
    $("usage-page").classList.remove("waiting");
  });
}

$("ledger-more")?.addEventListener("click", () => told(ledger));
for (const button of document.querySelectorAll("[data-days]"))
  button.addEventListener("click", () => {
    days = Number(button.dataset.days);
    for (const other of document.querySelectorAll("[data-days]")) other.setAttribute("aria-pressed", String(other === button));
    told(usage);
  });
addEventListener("resize", () => bars.length && chart($("chart"), bars));
addEventListener("kinema:back", load);
load();
