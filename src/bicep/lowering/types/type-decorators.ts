import type { DecoratorSyntax } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import { type LoweringContext, noLocals } from '../lowering-context.ts';
import { decoratorArguments, findDecorator } from '../template/decorator.ts';
import { descriptionMetadata } from '../template/metadata.ts';
import { mergeEntry } from './merge-entry.ts';
import type { DeclaredType } from './type-scope.ts';

const constraints = ['metadata', 'minLength', 'maxLength', 'minValue', 'maxValue'];

const secureTypes: ReadonlyMap<unknown, string> = new Map([
  ['string', 'securestring'],
  ['object', 'secureObject'],
]);

/** A schema with what the decorators of its declaration add (articles/azure-resource-manager/bicep/parameters.md). */
export function decoratedEntries(
  schema: readonly Entry[],
  { decorators, defaultValue }: DeclaredType,
  cx: LoweringContext,
): Entry[] {
  const { nodes } = cx;
  let entries = [...schema];
  const add = (entry: Entry | undefined) => {
    if (entry !== undefined) entries = mergeEntry(entries, entry);
  };
  add(defaultValue);
  add(argumentEntry(decorators, 'allowed', 'allowedValues', cx));
  const secure = findDecorator(decorators, 'secure');
  if (secure !== undefined) entries = securedEntries(entries, secure, cx);
  const sealed = findDecorator(decorators, 'sealed');
  if (sealed !== undefined)
    add({ name: 'additionalProperties', place: sealed, value: nodes.scalar(sealed, false) });
  const exported = findDecorator(decorators, 'export');
  if (exported !== undefined) {
    const mark = { name: '__bicep_export!', value: nodes.scalar(exported, true) };
    add({ name: 'metadata', place: exported, value: nodes.object(exported, [mark]) });
  }
  for (const name of constraints) add(argumentEntry(decorators, name, name, cx));
  const validate = findDecorator(decorators, 'validate');
  if (validate !== undefined) {
    const values = decoratorArguments(validate).map((argument) => cx.value(argument, noLocals));
    add({ name: 'validate', place: validate, value: nodes.array(validate, values) });
  }
  add(descriptionMetadata(decorators, cx));
  return entries;
}

function argumentEntry(
  decorators: readonly DecoratorSyntax[],
  decorator: string,
  name: string,
  cx: LoweringContext,
): Entry | undefined {
  const found = findDecorator(decorators, decorator);
  const [argument] = found === undefined ? [] : decoratorArguments(found);
  return argument === undefined ? undefined : { name, place: found, value: cx.value(argument, noLocals) };
}

/** Without a known type the value is kept secret all the same, as the object that parts of resources mostly are. */
function securedEntries(entries: Entry[], secure: DecoratorSyntax, { nodes }: LoweringContext): Entry[] {
  const type = entries.find((one) => one.name === 'type')?.value;
  const name = type?.kind === 'scalar' ? secureTypes.get(type.value) : undefined;
  if (name !== undefined && type !== undefined)
    return mergeEntry(entries, { name: 'type', place: type, value: nodes.scalar(secure, name) });
  if (type !== undefined || entries.some((one) => one.name === '$ref')) return entries;
  return [{ name: 'type', place: secure, value: nodes.scalar(secure, 'secureObject') }, ...entries];
}
