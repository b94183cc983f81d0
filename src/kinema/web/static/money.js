// Dollars as text.
const CREDITS_PER_USD = 2_000_000;

/** @param {number} value @param {number} [places] */
export function dollars(value, places = 2) {
  const amount = Number(value ?? 0);
  const sign = amount < 0 ? "−" : "";
  return `${sign}$${Math.abs(amount).toFixed(places)}`;
}

/** A price, to the last tenth of a cent that it has. @param {number} credits */
export const price = (credits) => dollars(credits / CREDITS_PER_USD, credits % (CREDITS_PER_USD / 100) ? 4 : 2);
