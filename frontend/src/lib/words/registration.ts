/**
 * Korean registration numbers. A business number (사업자등록번호, 10 digits) carries a check digit and a wrong
 * one is refused; a corporate number (법인등록번호, 13 digits) is only warned about, because old ones exist
 * whose check digit was never right.
 */
const digitsOf = (text: string): number[] => [...text.replace(/[\s-]/g, '')].map(Number);

const businessWeights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** Weights 1 3 7 1 3 7 1 3 5, plus floor(ninth x 5 / 10); check = (10 - sum mod 10) mod 10. */
export function validBusinessNumber(text: string): boolean {
  const d = digitsOf(text);
  if (d.length !== 10 || d.some((n) => !Number.isInteger(n))) return false;
  const sum = businessWeights.reduce((total, weight, i) => total + weight * (d[i] ?? 0), 0);
  const carried = sum + Math.floor(((d[8] ?? 0) * 5) / 10);
  return (10 - (carried % 10)) % 10 === d[9];
}

/** `1234567890` is shown as `123-45-67890`; anything else as it is. */
export function formatBusinessNumber(text: string): string {
  const bare = text.replace(/[\s-]/g, '');
  return /^\d{10}$/.test(bare) ? `${bare.slice(0, 3)}-${bare.slice(3, 5)}-${bare.slice(5)}` : text;
}

/** Whether a corporate number looks right: weights 1 2 repeating, check = (10 - sum mod 10) mod 10. */
export function plausibleCorporateNumber(text: string): boolean {
  const d = digitsOf(text);
  if (d.length !== 13 || d.some((n) => !Number.isInteger(n))) return false;
  const sum = d.slice(0, 12).reduce((total, n, i) => total + n * (i % 2 === 0 ? 1 : 2), 0);
  return (10 - (sum % 10)) % 10 === d[12];
}
