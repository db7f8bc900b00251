import { fold, suggest } from '../../kernel/index.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import type { ModuleFacts } from '../program/module-facts.ts';

/** Reports where a .bicepparam file and its template do not fit together; `template` is `undefined` where the file names none. */
export function checkParameters(model: BicepModel, template: ModuleFacts | undefined): void {
  demandOne(model, 'using', 'BCP262');
  demandOne(model, 'extends', 'BCP405');
  const { using, assignments, extends: extended } = model.binding;
  const isExtended = extended !== undefined;
  if (using === undefined) model.report('LG7120', {}, { start: 0, end: 0 });
  if (template?.parameters === undefined || using?.path === undefined) return;
  const declared = new Map(template.parameters.map((one) => [fold(one.name), one]));
  for (const { name, declaration } of assignments) {
    if (declared.has(fold(name))) continue;
    const suggestion = suggest(
      name,
      template.parameters.map((one) => one.name),
      'remove it, or declare the parameter in the template',
    );
    model.report('LG7122', { template: template.path, name, suggestion }, declaration.name);
  }
  const given = givenNames(model, new Set());
  // What a file that cannot be read gives is not known.
  if (isExtended && given === undefined) return;
  const missing = template.parameters.filter((one) => one.isRequired && given?.has(fold(one.name)) !== true);
  if (missing.length > 0)
    model.report(
      'LG7123',
      { template: template.path, names: missing.map((one) => `\`${one.name}\``).join(', ') },
      using.path,
    );
}

function demandOne(model: BicepModel, keyword: 'using' | 'extends', code: string): void {
  const [, ...more] = model.binding.tree.declarations.filter((one) => one.kind === keyword);
  for (const one of more) model.report('LG7121', { keyword, code }, one);
}

/** The parameters that a file and those that it extends give values to; `undefined` where one of them cannot be read. */
function givenNames(model: BicepModel, seen: Set<BicepModel>): ReadonlySet<string> | undefined {
  const own = new Set(model.binding.assignments.map((one) => fold(one.name)));
  const { extends: extended } = model.binding;
  if (extended === undefined || seen.has(model)) return own;
  seen.add(model);
  const base = model.baseOf(extended.path);
  const inherited = base === undefined ? undefined : givenNames(base, seen);
  return inherited === undefined ? undefined : new Set([...own, ...inherited]);
}
