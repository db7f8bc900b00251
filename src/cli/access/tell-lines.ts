import { type AccessGap, accessSources, type NamedPrincipal } from '../../access/index.ts';

const gapsMax = 10;

/** What was not seen, with the commands that bring it. */
export function tellGaps(gaps: readonly AccessGap[]): string[] {
  const lines = gaps.slice(0, gapsMax).map(({ what }) => what);
  const more = gaps.length > gapsMax ? [`and ${gaps.length - gapsMax} more`] : [];
  const commands = new Set(gaps.map(({ source }) => accessSources[source].command));
  commands.delete('');
  return [...section('not seen', [...lines, ...more]), ...section('bring it with', [...commands])];
}

/** A title with lines below it; nothing where there are none. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

/** `Kim Berg (user, 0000...)`. */
export function nameOf({ name, id, kind, isListed, isEnabled }: NamedPrincipal): string {
  const facts = [
    kind === 'unknown' ? '' : kind,
    name === id ? '' : id,
    isListed ? '' : 'not in the directory export',
    isEnabled === false ? 'disabled' : '',
  ].filter((one) => one !== '');
  return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
}
