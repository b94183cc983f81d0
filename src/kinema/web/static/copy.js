// Copying, with word of how it went.
import { say } from "./api.js";

/** @param {string} text @param {string} name what it is, for the reader */
export async function copy(text, name) {
  try {
    await navigator.clipboard.writeText(text);
    say(`${name} copied`);
  } catch {
    say(`The browser did not let the ${name.toLowerCase()} be copied`);
  }
}
