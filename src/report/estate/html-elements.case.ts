import { expect } from 'vitest';

const voidElements = new Set(['meta', 'input', 'path', 'rect', 'br']);

/** An element of a page: its name, its attributes as written and, for scripts and styles, its text. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly text: string;
}

/** The elements of a page in order, read as a browser does: scripts and styles end at the first end tag. Fails where tags do not match. */
export function elementsOf(page: string): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: string[] = [];
  let at = page.indexOf('<html');
  while (at < page.length) {
    const from = page.indexOf('<', at);
    if (from === -1) break;
    expect(page.slice(at, from)).not.toContain('>');
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z:A-Z-]+(?:="[^"<>]*")?)*)(\/?)>/.exec(
      page.slice(from, from + 20_000),
    );
    expect(tag, page.slice(from, from + 80)).not.toBeNull();
    const [whole, isEnd, name, attributes] = tag as unknown as [string, string, string, string];
    at = from + whole.length;
    if (isEnd) {
      expect(open.pop()).toBe(name);
      continue;
    }
    if (!voidElements.has(name)) open.push(name);
    let text = '';
    if (name === 'script' || name === 'style') {
      const end = page.indexOf(`</${name}`, at);
      text = page.slice(at, end);
      at = end;
    }
    elements.push({ name, attributes, text });
  }
  expect(open).toEqual([]);
  return elements;
}

/** The page without the texts of its own script and style, which are source text and no data. */
export function withoutOwnScript(page: string): string {
  let text = page;
  for (const { name, attributes, text: own } of elementsOf(page))
    if ((name === 'script' || name === 'style') && attributes === '') text = text.replace(own, () => '');
  return text;
}
