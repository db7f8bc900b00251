import type { ActionPattern } from './action-pattern.ts';
import type { ActionSet } from './action-set.ts';
import type { ActionTerm } from './action-term.ts';

/** How actions are put into words. */
export interface ActionWords {
  /** How many patterns, and exceptions of each, are named; the rest is counted. 8 unless stated. */
  readonly namesMax?: number | undefined;
}

/**
 * The actions as a person says them: `all actions of Microsoft.Storage but storageAccounts/listKeys`, `every read`, `no action`. Spelt as the
 * authors of the patterns spell them.
 */
export function describeActions(set: ActionSet, { namesMax = 8 }: ActionWords = {}): string {
  if (set.isEmpty) return 'no action';
  return joined(
    set.terms.map((term) => describeTerm(term, namesMax)),
    namesMax,
    set.terms.some(({ except }) => except.length > 0) ? '; ' : ', ',
  );
}

function describeTerm({ pattern, except }: ActionTerm, namesMax: number): string {
  const words = describePattern(pattern);
  if (except.length === 0) return words;
  return `${words} but ${joined(
    except.map((one) => withoutVerb(describePattern(one, ownerOf(pattern)))),
    namesMax,
    ', ',
  )}`;
}

/** A pattern in words; what `owner` says already is not said again. */
function describePattern(pattern: ActionPattern, owner = ''): string {
  const { text, stars } = pattern;
  const name = pattern.folded.startsWith(owner) ? text.slice(owner.length) : text;
  if (name === '*') return owner === '' ? 'all actions' : 'all of it';
  if (stars !== 1) return name;
  const [before = '', after = ''] = name.split('*');
  const place = before.endsWith('/') ? before.slice(0, -1) : undefined;
  if (after === '' && place !== undefined) return `all actions of ${place}`;
  const verb = /^\/[^/]+$/.test(after) ? after.slice(1) : undefined;
  if (verb === undefined) return name;
  if (before === '') return `every ${verb}`;
  return place === undefined ? name : `every ${verb} below ${place}`;
}

/** What the actions of a pattern all begin with, up to a `/`. Folded. */
function ownerOf({ prefix }: ActionPattern): string {
  return prefix.slice(0, prefix.lastIndexOf('/') + 1);
}

function withoutVerb(text: string): string {
  return text.replace(/(?<=[^/])\/action$/i, '');
}

function joined(names: readonly string[], namesMax: number, separator: string): string {
  const shown = names.slice(0, namesMax);
  const hidden = names.length - shown.length;
  return hidden === 0 ? shown.join(separator) : `${shown.join(separator)}${separator}and ${hidden} more`;
}
