// Balance, what was spent a day, and the ledger.
import { call } from "./api.js";
import { day, fill, row } from "./table.js";

const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";
const usd = (value) => `$${Number(value ?? 0).toFixed(2)}`;
const element = (name, attributes) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

/** Bars, one a day, each with its value as text for whoever reads the picture. */
function chart(days) {
  const most = Math.max(...days.map(({ spend }) => spend), 0.01);
  const width = 700, height = 160, step = width / days.length;
  $("chart").setAttribute("viewBox", `0 0 ${width} ${height}`);
  $("chart").replaceChildren(...days.flatMap(({ name, spend }, index) => {
    const high = Math.max(2, (spend / most) * (height - 44));
    const bar = element("rect", { x: index * step + 8, y: height - 22 - high, width: step - 16, height: high, rx: 3, fill: "var(--accent)" });
    const under = element("text", { x: index * step + step / 2, y: height - 6, "text-anchor": "middle", "font-size": 12, fill: "var(--soft)" });
    const above = element("text", { x: index * step + step / 2, y: height - 28 - high, "text-anchor": "middle", "font-size": 12, fill: "var(--text)" });
    under.textContent = name;
    above.textContent = spend ? usd(spend) : "";
    return [bar, under, above];
  }));
}

function week(groups) {
  return Array.from({ length: 7 }, (_, index) => {
    const date = new Date(Date.now() - (6 - index) * 86_400_000).toISOString().slice(0, 10);
    const found = groups.find((group) => group.day?.startsWith(date));
    return { name: date.slice(5), spend: Number(found?.spend ?? 0) };
  });
}

let cursor;
const rows = [];
async function ledger() {
  const page = await call("GET", `/v2/billing/transactions?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);
  for (const entry of page.data) {
    const sign = entry.direction === "CHARGE" ? "−" : "+";
    rows.push(row([day(entry.created_at), entry.type.replaceAll("_", " ").toLowerCase(), entry.model ?? "", `${sign}${usd(entry.amount.usd)}`], [3]));
  }
  fill("ledger", rows);
  cursor = page.pagination.next_cursor;
  $("ledger-more").hidden = !cursor;
}

async function load() {
  const { current_balance: balance } = await call("GET", "/v2/billing");
  $("balance").textContent = usd(balance);
  const usage = await call("GET", "/v2/usage/detail?period=7d&group_by=day");
  $("spend").textContent = usd(usage.spend);
  $("requests").textContent = String(usage.requests);
  chart(week(usage.groups ?? []));
  await ledger();
}

const tell = (error) => ($("usage-error").textContent = error.message);
$("ledger-more").addEventListener("click", () => ledger().catch(tell));
load().catch(tell);
