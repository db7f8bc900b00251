import { unwrapped } from '../../binding/index.ts';
import type { ResourceTypeSyntax } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import type { LoweringContext } from '../lowering-context.ts';
import { resourceTarget } from '../resource/resource-target.ts';

/** The schema of `resource 'type@version'`: the id of such a resource. */
export function resourceTypeEntries(type: ResourceTypeSyntax, cx: LoweringContext): Entry[] {
  const { nodes } = cx;
  const entries: Entry[] = [{ name: 'type', place: type, value: nodes.text(type, 'string') }];
  const name = type.type?.kind === 'string' ? type.type.value : typeOfOutput(type, cx);
  if (name === undefined) return entries;
  const metadata = nodes.object(type, [{ name: 'resourceType', value: nodes.text(type, name) }]);
  return [...entries, { name: 'metadata', place: type, value: metadata }];
}

/** `output name resource` has the type of the resource that it is given. */
function typeOfOutput(type: ResourceTypeSyntax, { model }: LoweringContext): string | undefined {
  const { binding } = model;
  const output = binding.outputs.find((one) => one.type === type);
  if (output === undefined) return undefined;
  const found = resourceTarget(unwrapped(output.value), binding)?.resource.type;
  return found?.apiVersion === undefined ? undefined : `${found.type}@${found.apiVersion}`;
}
