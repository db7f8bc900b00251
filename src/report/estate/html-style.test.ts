import { expect, it } from 'vitest';
import { htmlStyle } from './html-style.ts';

const [light, dark] = [...htmlStyle.matchAll(/--page: [^}]*?--grey-text: #[0-9a-f]{6};/g)].map(
  ([text]) => text,
);

function colours(theme: string): Map<string, string> {
  return new Map(
    [...theme.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it.each([
  ['light', light!],
  ['dark', dark!],
])('has a contrast of AA for every text, %s', (_, theme) => {
  const named = colours(theme);
  const texts: [string, string][] = [
    ['text', 'card'],
    ['text', 'page'],
    ['faint', 'card'],
    ['faint', 'page'],
    ['brand', 'card'],
    ['top-text', 'top'],
    ['top-faint', 'top'],
    ...['red', 'orange', 'amber', 'purple', 'teal', 'green', 'blue', 'grey'].map(
      (colour): [string, string] => [`${colour}-text`, `${colour}-soft`],
    ),
  ];
  for (const [text, ground] of texts) {
    expect(contrast(named.get(text)!, named.get(ground)!), `${text} on ${ground}`).toBeGreaterThanOrEqual(
      4.5,
    );
  }
  expect(contrast('#ffffff', '#c50f1f')).toBeGreaterThanOrEqual(4.5);
});
