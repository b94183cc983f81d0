// Rows of a table from values, as text.
/** @param {Array<string | Node>} cells @param {number[]} [numbers] columns set in figures */
export function row(cells, numbers = []) {
  const line = document.createElement("tr");
  cells.forEach((cell, index) => {
    const place = line.insertCell();
    if (numbers.includes(index)) place.className = "number";
    if (typeof cell === "string") place.dir = "auto";
    place.append(cell);
  });
  return line;
}

/** Fill a table body, or show the line that says there is nothing. */
export function fill(id, rows) {
  const body = document.getElementById(id);
  body.replaceChildren(...rows);
  body.removeAttribute("aria-busy");
  document.getElementById(`${id}-none`).hidden = rows.length > 0;
}

export const day = (text) => (text ? new Date(text).toLocaleString([], { dateStyle: "medium", timeStyle: "short" }) : "never");
