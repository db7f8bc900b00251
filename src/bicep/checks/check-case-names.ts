import { keyText, type NameSyntax, type SyntaxRange } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

/** Names that differ by upper and lower case alone, which templates do not tell apart. */
export function checkCaseNames(file: CheckedFile): void {
  const { binding } = file;
  const declared = [binding.parameters, binding.variables, binding.types, binding.functions];
  for (const list of declared)
    reportClashes(
      list.map(({ declaration }) => placeOf(declaration.name)),
      file,
    );
  for (const list of [binding.outputs, binding.asserts])
    reportClashes(
      list.map(({ name }) => placeOf(name)),
      file,
    );
  for (const node of file.nodes)
    if (node.kind === 'objectType')
      reportClashes(
        node.members.flatMap((member) =>
          member.kind === 'propertyType' ? [{ name: keyText(member.key) ?? '', place: member.key }] : [],
        ),
        file,
      );
}

function placeOf(name: NameSyntax): { readonly name: string; readonly place: SyntaxRange } {
  return { name: name.name, place: name };
}

function reportClashes(
  places: readonly { readonly name: string; readonly place: SyntaxRange }[],
  file: CheckedFile,
): void {
  const groups = new Map<string, { name: string; place: SyntaxRange }[]>();
  for (const one of places) {
    if (one.name === '') continue;
    const key = one.name.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const names = new Set(group.map(({ name }) => name));
    // The same name twice is reported as such.
    if (group.length < 2 || names.size !== group.length) continue;
    for (const { place } of group) file.report('LG7279', { names: [...names].join('`, `') }, place);
  }
}
