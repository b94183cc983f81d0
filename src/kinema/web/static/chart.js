// Bars, one a day, drawn as SVG; their values are text beside them, and a table for who cannot see.
const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 180;
const UNDER = 24; // room for the days
const ABOVE = 22; // room for the values
const NAME_WIDTH = 44;

function element(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function bar({ name, value, shown }, { left, step, high, named }) {
  const width = Math.max(2, Math.min(step * 0.7, 56));
  const middle = left + step / 2;
  const base = HEIGHT - UNDER;
  const text = { x: middle, "text-anchor": "middle", "font-size": 12 };
  return [
    element("rect", { x: middle - width / 2, y: base - high, width, height: high, rx: 3, fill: value ? "var(--accent)" : "var(--line)" }),
    ...(named ? [element("text", { ...text, y: HEIGHT - 6, fill: "var(--soft)" }, name)] : []),
    ...(value && step > NAME_WIDTH ? [element("text", { ...text, y: base - high - 6, fill: "var(--text)" }, shown)] : []),
  ];
}

/** Draw. @param {SVGElement} place @param {{name: string, value: number, shown: string}[]} days */
export function chart(place, days) {
  const width = Math.max(place.clientWidth, 240);
  const step = width / days.length;
  const most = Math.max(...days.map(({ value }) => value), 1e-9);
  const every = Math.ceil(NAME_WIDTH / step);
  place.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  place.setAttribute("aria-label", `Spent a day: ${days.filter(({ value }) => value).map(({ name, shown }) => `${name} ${shown}`).join(", ") || "nothing"}`);
  place.replaceChildren(...days.flatMap((day, index) => bar(day, {
    left: index * step,
    step,
    high: Math.max(2, (day.value / most) * (HEIGHT - UNDER - ABOVE)),
    named: (days.length - 1 - index) % every === 0,
  })));
}
