import { keyText, type NameSyntax, type SyntaxNode, type SyntaxRange } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';

interface NamedPlace {
  readonly name: string;
  readonly place: SyntaxRange;
}

/** Names and properties that are there more than once. Every one of them is reported: which is meant, only the author knows. */
export function checkDuplicates(file: CheckedFile): void {
  const { binding } = file;
  const declared: NamedPlace[] = [];
  for (const declaration of binding.tree.declarations) declared.push(...namesOf(declaration, file));
  reportRepeated(declared, (name, place) => file.report('LG7211', { name, bcp: 'BCP028' }, place));
  for (const list of [binding.outputs, binding.metadata, binding.asserts])
    reportRepeated(
      list.map(({ name }) => named(name)),
      (name, place) => file.report('LG7211', { name, bcp: 'BCP145' }, place),
    );
  reportRepeated(
    binding.assignments.map(({ declaration }) => named(declaration.name)),
    (name, place) => file.report('LG7211', { name, bcp: 'BCP250' }, place),
  );
  for (const node of file.nodes) checkNode(node, file);
  checkTargetScopes(file);
}

function named(name: NameSyntax): NamedPlace {
  return { name: name.name, place: name };
}

/** The names by which the file can call what a declaration makes. */
function namesOf(declaration: SyntaxNode, file: CheckedFile): NamedPlace[] {
  switch (declaration.kind) {
    case 'parameter':
    case 'variable':
    case 'resource':
    case 'module':
    case 'type':
    case 'function':
    case 'test':
      return [named(declaration.name)];
    case 'import': {
      const { imported } = declaration;
      if (imported.kind === 'wildcardImport') return [named(imported.alias)];
      if (imported.kind !== 'importList') return [];
      return imported.items.flatMap(({ name, alias }) => {
        if (alias !== undefined) return [named(alias)];
        return name.kind === 'name' ? [named(name)] : [];
      });
    }
    case 'extension': {
      const symbol = file.binding.extensions.find((one) => one.declaration === declaration);
      return symbol === undefined
        ? []
        : [{ name: symbol.name, place: declaration.alias ?? declaration.specification }];
    }
    default:
      return [];
  }
}

function reportRepeated(
  places: readonly NamedPlace[],
  report: (name: string, place: SyntaxRange) => void,
): void {
  for (const [name, list] of groups(places))
    if (list.length > 1) for (const { place } of list) report(name, place);
}

function groups(places: readonly NamedPlace[]): Map<string, NamedPlace[]> {
  const byName = new Map<string, NamedPlace[]>();
  for (const one of places) {
    if (one.name === '') continue;
    const list = byName.get(one.name);
    if (list === undefined) byName.set(one.name, [one]);
    else list.push(one);
  }
  return byName;
}

function checkNode(node: SyntaxNode, file: CheckedFile): void {
  if (node.kind === 'object') {
    const keys: NamedPlace[] = [];
    const resources: NamedPlace[] = [];
    for (const member of node.members) {
      if (member.kind === 'property') keys.push({ name: keyText(member.key) ?? '', place: member.key });
      if (member.kind === 'resource') resources.push(named(member.name));
    }
    reportRepeated(keys, (name, place) => file.report('LG7212', { name }, place));
    reportRepeated(resources, (name, place) => file.report('LG7211', { name, bcp: 'BCP028' }, place));
  } else if (node.kind === 'objectType') {
    const keys = node.members.flatMap((member) =>
      member.kind === 'propertyType' ? [{ name: keyText(member.key) ?? '', place: member.key }] : [],
    );
    reportRepeated(keys, (name, place) => file.report('LG7212', { name }, place));
  } else if (node.kind === 'function')
    reportRepeated(
      node.parameters.map((one) => named(one.name)),
      (name, place) => file.report('LG7211', { name, bcp: 'BCP028' }, place),
    );
  else if (node.kind === 'for' && node.index !== undefined)
    reportRepeated([named(node.item), named(node.index)], (name, place) =>
      file.report('LG7211', { name, bcp: 'BCP028' }, place),
    );
  else if (node.kind === 'lambda')
    reportRepeated(node.parameters.map(named), (name, place) =>
      file.report('LG7211', { name, bcp: 'BCP028' }, place),
    );
}

function checkTargetScopes(file: CheckedFile): void {
  const scopes = file.binding.tree.declarations.filter((one) => one.kind === 'targetScope');
  if (scopes.length > 1)
    for (const one of scopes)
      file.report('LG7213', {}, { start: keywordStart(one), end: keywordStart(one) + 11 });
}

/** A declaration begins with its decorators; its keyword stands behind them. */
function keywordStart(declaration: SyntaxNode & { kind: 'targetScope' }): number {
  const last = declaration.decorators.at(-1);
  return last === undefined ? declaration.start : last.end;
}
