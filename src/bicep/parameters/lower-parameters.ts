import type { JsonNode, ObjectNode } from '../../kernel/index.ts';
import type { AssignmentSymbol } from '../binding/index.ts';
import { call } from '../lowering/arm/arm-expression.ts';
import type { Entry } from '../lowering/arm/node-builder.ts';
import { copyLoop } from '../lowering/expression/lower-value.ts';
import { FileLowering } from '../lowering/file-lowering.ts';
import { ImportClosure } from '../lowering/import/import-closure.ts';
import { type LoweringContext, noLocals } from '../lowering/lowering-context.ts';
import { lowerFunctions } from '../lowering/template/lower-functions.ts';
import { lowerVariables } from '../lowering/template/lower-variables.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import { secretCall, secretReference } from './secret-reference.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#';

/**
 * Makes the parameter file that a .bicepparam file stands for. Its values are expressions over its variables, functions and other
 * values, which the template engine computes; the file that it extends is nested in it (articles/azure-resource-manager/bicep/parameter-files.md).
 * `extending` holds the files that extend this one, outermost first.
 */
export function lowerParameters(model: BicepModel, extending: readonly BicepModel[] = []): ObjectNode {
  const closure = new ImportClosure(model);
  const cx = new FileLowering(model, closure);
  const { nodes } = cx;
  const place = { start: 0, end: 0 };
  const whole = { start: 0, end: model.source.text.length };
  const assignments = ownAssignments(model);
  const base = baseOf(model, [...extending, model]);
  const functions = lowerFunctions(closure, cx);
  return nodes.object(whole, [
    { name: '$schema', value: nodes.text(place, schema) },
    { name: 'contentVersion', value: nodes.text(place, '1.0.0.0') },
    {
      name: 'parameters',
      value: nodes.object(
        place,
        assignments.map((one) => parameterEntry(one, cx)),
      ),
    },
    functions,
    { name: 'variables', value: nodes.object(place, variables(closure, assignments, cx)) },
    base === undefined ? undefined : { name: 'extends', value: lowerParameters(base, [...extending, model]) },
  ]);
}

/** The first value of each name counts; the others are reported where the file is checked. */
function ownAssignments({ binding }: BicepModel): AssignmentSymbol[] {
  return binding.assignments.filter((one) => binding.names.get(one.name) === one);
}

function parameterEntry({ name, declaration }: AssignmentSymbol, cx: LoweringContext): Entry {
  const { value } = declaration;
  const secret = secretCall(value, cx.model.binding);
  const entry: Entry =
    secret !== undefined
      ? { name: 'reference', place: value, value: secretReference(secret, cx) }
      : { name: 'expression', place: value, value: valueNode({ name, declaration }, cx) };
  return { name, place: declaration.name, value: cx.nodes.object(value, [entry]) };
}

function valueNode(
  { name, declaration: { value } }: Pick<AssignmentSymbol, 'name' | 'declaration'>,
  cx: LoweringContext,
): JsonNode {
  return value.kind === 'for'
    ? cx.nodes.expression(value, call('variables', name))
    : cx.value(value, noLocals);
}

/** The variables of the file, and its values for each other. */
function variables(
  closure: ImportClosure,
  assignments: readonly AssignmentSymbol[],
  cx: LoweringContext,
): Entry[] {
  const own = lowerVariables(closure, cx);
  const copies = own.find((entry) => entry.name === 'copy');
  const loops: JsonNode[] = copies?.value.kind === 'array' ? [...copies.value.items] : [];
  const entries = own.filter((entry) => entry !== copies);
  for (const { name, declaration } of assignments) {
    const { value } = declaration;
    if (value.kind === 'for') loops.push(copyLoop(value, name, noLocals, cx));
    else if (secretCall(value, cx.model.binding) === undefined)
      entries.push({ name, place: declaration.name, value: cx.value(value, noLocals) });
    else
      entries.push({
        name,
        place: declaration.name,
        value: cx.nodes.expression(value, call('listSecret', name)),
      });
  }
  const [first] = loops;
  return first === undefined ? entries : [{ name: 'copy', value: cx.nodes.array(first, loops) }, ...entries];
}

function baseOf(model: BicepModel, chain: readonly BicepModel[]): BicepModel | undefined {
  const { extends: declaration } = model.binding;
  if (declaration === undefined) return undefined;
  const base = model.baseOf(declaration.path);
  if (base === undefined || !chain.includes(base)) return base;
  const cycle = [...chain.slice(chain.indexOf(base)), base].map((one) => one.path).join(' -> ');
  model.report('LG7124', { cycle }, declaration.path);
  return undefined;
}
