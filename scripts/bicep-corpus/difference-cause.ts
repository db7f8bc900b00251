import { type Difference, textOf } from './difference.ts';

/** Why two results differ, with what shows it. */
export interface Cause {
  readonly cause: string;
  readonly evidence: string;
}

/** The texts of one pair, and where the templates themselves are not the same. */
export interface PairTexts {
  /** The Bicep file and all that it uses. */
  readonly sources: readonly string[];
  readonly compiled: string;
  /** References to registries that were not found. */
  readonly missing: readonly string[];
  readonly template: readonly Difference[];
}

/**
 * The cause of a difference. A compiled file is called stale only where the texts prove it: the compiled side says something that
 * stands in none of the sources, or the sources say something that the compiled file nowhere has.
 */
export function causeOf(difference: Difference, texts: PairTexts): Cause {
  const [missing] = texts.missing;
  if (missing !== undefined) return { cause: 'module of a registry not found', evidence: missing };
  const { path, ours, theirs } = difference;
  if (/^outputs\.\w+\.type$/.test(path) && texts.sources.some((text) => /resource(In|Out)put</.test(text)))
    return { cause: 'type of an output that only provider types tell', evidence: textOf(theirs) };
  if (withoutDeploymentVersion(ours) === withoutDeploymentVersion(theirs))
    return { cause: 'API version of deployments of an older compiler', evidence: oldDeploymentVersion };
  const proof = staleness(words(ours, path), words(theirs, path), texts);
  if (proof !== undefined) return { cause: 'stale compiled file', evidence: proof };
  for (const one of texts.template) {
    const literals = staleness(literalsOf(one.ours), literalsOf(one.theirs), texts);
    if (literals !== undefined) return { cause: 'stale compiled file', evidence: literals };
  }
  return { cause: 'unknown', evidence: '' };
}

function staleness(
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  { sources, compiled }: PairTexts,
): string | undefined {
  for (const word of theirs)
    if (!ours.has(word) && compiled.includes(word) && !sources.some((text) => text.includes(word)))
      return `${word} is in no source`;
  for (const word of ours)
    if (!theirs.has(word) && sources.some((text) => text.includes(word)) && !compiled.includes(word))
      return `${word} is not in the compiled file`;
  return undefined;
}

const oldDeploymentVersion = '2022-09-01';

function withoutDeploymentVersion(value: unknown): string {
  return textOf(value).replaceAll(`'${oldDeploymentVersion}'`, "'2025-04-01'");
}

/** Words that a template's author must have written: names of properties and the parts of texts that no expression makes. */
function words(value: unknown, path: string): Set<string> {
  const found = new Set<string>();
  if (value === undefined) return found;
  const last = /([\w@-]+)(?:\[\d+\])*$/.exec(path)?.[1];
  if (last !== undefined) found.add(last);
  for (const [, word] of textOf(value).matchAll(/(?=["'{}/ (,]([A-Za-z0-9][\w.:-]{5,})["'{}/ ),(])/g))
    if (word !== undefined) found.add(word);
  return found;
}

/** Texts in the expressions of a template. */
function literalsOf(value: unknown): Set<string> {
  return new Set(value === undefined ? [] : (textOf(value).match(/'[^'"\\{}]+'/g) ?? []));
}
