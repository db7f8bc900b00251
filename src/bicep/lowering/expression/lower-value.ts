import type { JsonNode, ObjectNode } from '../../../kernel/index.ts';
import {
  type ExpressionSyntax,
  type ForSyntax,
  keyText,
  type ObjectSyntax,
  type PropertySyntax,
} from '../../syntax/index.ts';
import { asCall, call, escapeText, printArm } from '../arm/arm-expression.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { Locals, LoweringContext } from '../lowering-context.ts';
import { writtenOut } from './written-out.ts';

/** Makes a value of a template: objects, arrays and literals as they are, everything else as an expression. */
export function lowerValue(written: ExpressionSyntax, locals: Locals, cx: LoweringContext): JsonNode {
  const { nodes } = cx;
  const syntax = writtenOut(written, cx);
  switch (syntax.kind) {
    case 'boolean':
      return nodes.scalar(syntax, syntax.value);
    case 'integer':
      return nodes.scalar(syntax, syntax.value);
    case 'null':
      return nodes.scalar(syntax, null);
    case 'unary':
      if (syntax.operator === '-' && syntax.operand.kind === 'integer')
        return nodes.scalar(syntax, -syntax.operand.value);
      break;
    case 'object':
      if (!syntax.members.some((member) => member.kind === 'spread'))
        return nodes.object(syntax, objectEntries(syntax, locals, cx));
      break;
    case 'array':
      if (!syntax.items.some((item) => item.kind === 'spread'))
        return nodes.array(
          syntax,
          syntax.items.flatMap((item) => (item.kind === 'spread' ? [] : [cx.value(item, locals)])),
        );
      break;
    case 'call': {
      const [only] = syntax.args;
      if (syntax.name.name === 'any' && only !== undefined && !cx.model.binding.symbolOf.has(syntax))
        return cx.value(only, locals);
      const loaded = cx.names.loadedValue(syntax) === undefined ? cx.model.loadedValue(syntax) : undefined;
      if (loaded?.kind === 'loaded') return loaded.node;
      break;
    }
    default:
  }
  return nodes.expression(written, cx.arm(syntax, locals));
}

/** The properties of an object; those that a loop makes are in `copy`. Names in `leftOut` are passed over. */
export function objectEntries(
  { members }: ObjectSyntax,
  locals: Locals,
  cx: LoweringContext,
  leftOut: ReadonlySet<string> = new Set(),
): Entry[] {
  const properties = members.filter(
    (member): member is PropertySyntax =>
      member.kind === 'property' && !leftOut.has(keyText(member.key) ?? ''),
  );
  const loops = properties.flatMap((property) => {
    const name = keyText(property.key);
    return property.value.kind === 'for' && name !== undefined
      ? [copyLoop(property.value, name, locals, cx)]
      : [];
  });
  const entries: Entry[] = [];
  const [first] = loops;
  if (first !== undefined) entries.push({ name: 'copy', value: cx.nodes.array(first, loops) });
  for (const property of properties) {
    if (property.value.kind === 'for') continue;
    entries.push({
      name: keyOf(property, locals, cx),
      place: property.key,
      value: cx.value(property.value, locals),
    });
  }
  return entries;
}

/** A property called `copy` would be taken for a loop. */
function keyOf(property: PropertySyntax, locals: Locals, cx: LoweringContext): string {
  const { key } = property;
  if (key.kind === 'interpolation') return `[${printArm(cx.arm(key, locals))}]`;
  const name = keyText(key) ?? '';
  return name.toLowerCase() === 'copy' ? `[string('${name}')]` : escapeText(name);
}

/** What a copy loop needs besides its body. */
export interface CopyOptions {
  readonly name?: string | undefined;
  readonly batchSize?: JsonNode | undefined;
}

/** The parts of a copy loop that say how often it turns. */
export function copyEntries(
  loop: ForSyntax,
  options: CopyOptions,
  locals: Locals,
  cx: LoweringContext,
): Entry[] {
  const { nodes } = cx;
  const entries: Entry[] = [];
  if (options.name !== undefined)
    entries.push({ name: 'name', place: loop, value: nodes.scalar(loop, options.name) });
  const count = call('length', cx.arm(loop.collection, locals));
  entries.push({ name: 'count', place: loop, value: nodes.expression(loop.collection, count) });
  if (options.batchSize !== undefined)
    entries.push(
      { name: 'mode', value: nodes.scalar(loop, 'serial') },
      { name: 'batchSize', value: options.batchSize },
    );
  return entries;
}

/** A copy loop that makes a value. */
export function copyLoop(
  loop: ForSyntax,
  name: string | undefined,
  locals: Locals,
  cx: LoweringContext,
): ObjectNode {
  const entries = copyEntries(loop, { name }, locals, cx);
  const { body } = loop;
  // A loop of values has no condition; that is reported where the file is read.
  const input = body.kind === 'if' ? body.body : body;
  entries.push({ name: 'input', place: input, value: copyInput(input, locals, cx) });
  return cx.nodes.object(loop, entries);
}

/** The input of a copy loop is an object or a string: anything else is an expression. */
function copyInput(written: ExpressionSyntax, locals: Locals, cx: LoweringContext): JsonNode {
  const syntax = writtenOut(written, cx);
  const isObject = syntax.kind === 'object' && !syntax.members.some((member) => member.kind === 'spread');
  if (isObject || syntax.kind === 'string') return cx.value(syntax, locals);
  return cx.nodes.expression(syntax, asCall(cx.arm(syntax, locals)));
}
