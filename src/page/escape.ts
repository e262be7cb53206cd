/** Text as HTML: shown as it was written, without any power over the page or its readers. */

/** For text and for attributes in double quotes; control characters and turns of direction are left out. */
export const escaped = (text: string): string =>
  text.replace(CONTROL, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Line breaks and tabs stay. */
const CONTROL = /(?![\t\n])[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
