import { cut, plainText } from '../plain-text.ts';

const textLengthMax = 2000;
const markup = /[\\`*_~^[\]<>&{}]/g;
const notInToken = /[^\p{L}\p{N}._-]+/gu;
const tokenStart = /^[\p{L}_]/u;

/** Text for a `string`, which neither is empty nor has white space at an end. */
export function oscalString(text: string): string {
  return cut(plainText(text).trim(), textLengthMax).trim() || 'none';
}

/** Text for a `markup-line` or `markup-multiline`, in which nothing is markup. */
export function oscalMarkup(text: string): string {
  return oscalString(text).replace(markup, '\\$&');
}

/** A `token`: letters, digits, `.`, `-` and `_`, beginning with a letter or `_`. `3.1` becomes `_3.1`. */
export function oscalToken(text: string): string {
  const token = cut(plainText(text), textLengthMax).replace(notInToken, '-');
  return tokenStart.test(token) ? token : `_${token}`;
}

/** A `dateTime-with-timezone`; the beginning of 1970 for what is no moment. */
export function oscalMoment(iso: string): string {
  const time = Date.parse(iso);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}

/** A property in landguard's own namespace; nothing for one without a value. */
export function oscalProp(name: string, value: string | number | undefined): object[] {
  if (value === undefined || value === '') return [];
  return [{ name, ns: 'urn:landguard:oscal', value: oscalString(String(value)) }];
}
