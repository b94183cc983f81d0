// What the scene engine understood of a prompt, as chips; and what it could not show.
const STAND_IN = { hypernym: "shown as", glyph: "shown as a sign of", generic: "shown as" };

function thing({ noun, object, resolved, colour, size, count, action }) {
  const name = [count > 1 && count, size, colour, noun].filter(Boolean).join(" ");
  const stand = STAND_IN[resolved] && object && object !== noun ? ` (${STAND_IN[resolved]} ${object})` : "";
  const does = action && action !== "idle" ? ` · ${action.replaceAll("_", " ")}` : "";
  return { text: name + does + stand, kind: resolved === "generic" || resolved === "glyph" ? "guess" : "" };
}

/** Chips as {text, kind}; none for what is not the scene engine's. @param {any} about */
export function chips(about) {
  if (!about?.setting) return [];
  const { setting, actors = [], props = [], style, unresolved = [], negative = [] } = about;
  const plain = [setting.kind, setting.time, setting.season, ...setting.weather, style].filter(Boolean);
  return [
    ...plain.map((text) => ({ text: text.replaceAll("_", " "), kind: "" })),
    ...[...actors, ...props].filter(({ noun }) => !unresolved.includes(noun)).map(thing),
    ...negative.map((text) => ({ text: `without ${text}`, kind: "" })),
    ...unresolved.map((text) => ({ text: `not shown: ${text}`, kind: "missed" })),
  ];
}

/** Fill a list with them. @param {HTMLElement} place @param {any} about */
export function understood(place, about) {
  const found = chips(about);
  place.hidden = !found.length;
  place.replaceChildren(...found.map(({ text, kind }) =>
    Object.assign(document.createElement("li"), { textContent: text, className: kind })));
}
