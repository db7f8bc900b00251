import {
  findKey,
  fold,
  isKnown,
  isObject,
  textOfValue,
  type Value,
  type ValueObject,
} from '../../kernel/index.ts';
import type { PolicySubject } from '../../policy/index.ts';
import { type PropertyChange, valueAt, written } from './property-change.ts';
import type { Remediation, RemediationTask } from './remediation.ts';
import { type CommandPart, optionParts, shellCommand } from './shell-word.ts';
import { withoutSecrets } from './shown-change.ts';

/** The way to make a remediation with the Azure CLI, in the order to run them; `missing` says what no command fits. */
export interface AzCommands {
  readonly commands: readonly string[];
  readonly missing: readonly string[];
}

const none: AzCommands = { commands: [], missing: [] };

/**
 * The az commands of a remediation, quoted for a POSIX shell. What comes from the estate cannot do more in them than be a value; what could is left out and
 * said so.
 */
export function azCommands(remediation: Remediation, subject: PolicySubject): AzCommands {
  switch (remediation.kind) {
    case 'change': {
      const direct = changeCommands(remediation.changes, subject);
      const task = remediation.task === undefined ? none : taskCommands(remediation.task, subject);
      return joined([direct, task]);
    }
    case 'deployment':
      return taskCommands(remediation.task, subject);
    case 'related':
      return remediation.action === 'change' && remediation.id !== undefined
        ? changeCommands(remediation.changes, { id: remediation.id, body: {} })
        : createCommands(remediation.id, remediation.body);
    case 'unknown':
      return none;
    default:
      return remediation satisfies never;
  }
}

/** `az resource update` for properties, `az tag update` for tags (cli/azure/resource, cli/azure/tag). */
export function changeCommands(
  changes: readonly PropertyChange[],
  { id, body }: Pick<PolicySubject, 'id' | 'body'>,
): AzCommands {
  if (typeof id !== 'string')
    return { commands: [], missing: ['the id of the resource is not known: change it where it is declared'] };
  const tags = changes.filter(({ path }) => isTag(path));
  const others = changes.filter(({ path }) => !isTag(path));
  return joined([updateCommand(others, id, body), ...tags.map((change) => tagCommand(change, id, body))]);
}

function isTag(path: PropertyChange['path']): boolean {
  return fold(String(path[0])) === 'tags';
}

function updateCommand(changes: readonly PropertyChange[], id: string, body: ValueObject): AzCommands {
  if (changes.length === 0) return none;
  const anew = changes.find(({ path }) => ['name', 'location', 'kind'].includes(fold(String(path[0]))));
  if (anew !== undefined)
    return { commands: [], missing: [`${anew.pointer} cannot be changed in place: no command does`] };
  const parts: CommandPart[] = [{ option: 'az resource update' }, ...optionParts({ ids: id })];
  // Members of an array are removed from its end, so that positions stay what they were.
  for (const change of [...changes].sort(removalsLast)) {
    const argument = updateArgument(change, body);
    if (argument === undefined)
      return { commands: [], missing: [`${change.pointer} cannot be written as an argument of az`] };
    parts.push(...argument);
  }
  return commandOf(parts, 'the change');
}

function removalsLast(a: PropertyChange, b: PropertyChange): number {
  const isRemoved = ({ after }: PropertyChange) => (after === undefined ? 1 : 0);
  const position = ({ path }: PropertyChange) => (typeof path.at(-1) === 'number' ? Number(path.at(-1)) : 0);
  return isRemoved(a) - isRemoved(b) || position(b) - position(a);
}

function updateArgument(change: PropertyChange, body: ValueObject): CommandPart[] | undefined {
  const { path, after } = topMost(change, body);
  if (path.some((step) => typeof step === 'string' && !/^[A-Za-z_][\w-]*$/.test(step))) return undefined;
  const last = path.at(-1);
  const around = dotted(path.slice(0, -1));
  if (after === undefined) {
    const isMember = typeof last === 'number';
    return isMember ? [{ option: '--remove' }, around, String(last)] : [{ option: '--remove' }, dotted(path)];
  }
  const json = jsonOf(after);
  if (json === undefined || isSecretValue(path, after)) return undefined;
  const array = valueAt(body, path.slice(0, -1));
  if (typeof last === 'number' && Array.isArray(array) && last >= array.length)
    return [{ option: '--add' }, around, json];
  return [{ option: '--set' }, `${dotted(path)}=${json}`];
}

/** az makes no objects on the way: where one is missing, the whole of it is set. */
function topMost({ path, after }: PropertyChange, body: ValueObject): Pick<PropertyChange, 'path' | 'after'> {
  if (after === undefined) return { path, after };
  for (let length = 1; length < path.length; length++) {
    const outer = path.slice(0, length);
    if (valueAt(body, outer) === undefined && Object.keys(body).length > 0)
      return { path: outer, after: written(undefined, path, length, after) };
  }
  return { path, after };
}

function dotted(path: PropertyChange['path']): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('');
}

function jsonOf(value: Value): string | undefined {
  if (!isKnown(value)) return undefined;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part));
}

function isSecretValue(path: PropertyChange['path'], value: Value): boolean {
  return textOfValue(withoutSecrets(value, path)) !== textOfValue(value);
}

function tagCommand({ path, after, pointer }: PropertyChange, id: string, body: ValueObject): AzCommands {
  const tags =
    path.length === 1 && after !== undefined && isObject(after) ? Object.entries(after) : undefined;
  const pairs = tags ?? [[String(path[1]), after ?? tagValue(body, String(path[1]))] as const];
  const isMissing = path.length === 1 && tags === undefined;
  // The name ends at the first `=`.
  if (
    isMissing ||
    pairs.some(
      ([name, value]) =>
        name.includes('=') || typeof value !== 'string' || isSecretValue(['tags', name], value),
    )
  )
    return { commands: [], missing: [`${pointer} cannot be written as an argument of az`] };
  const operation = after === undefined ? 'Delete' : 'Merge';
  return commandOf(
    [
      { option: 'az tag update' },
      ...optionParts({ 'resource-id': id, operation }),
      { option: '--tags' },
      ...pairs.map(([name, value]) => `${name}=${String(value)}`),
    ],
    pointer,
  );
}

function tagValue(body: ValueObject, name: string): Value | undefined {
  const { tags } = body;
  const key = tags !== undefined && isObject(tags) ? findKey(tags, name) : undefined;
  return key === undefined ? undefined : (tags as ValueObject)[key];
}

/** `az resource create` for a resource that has to be there. */
function createCommands(id: string | undefined, body: ValueObject): AzCommands {
  if (id === undefined)
    return { commands: [], missing: ['where the related resource belongs is not known: declare it in code'] };
  const { properties = {} } = body;
  const json = jsonOf(properties);
  if (json === undefined || isSecretValue(['properties'], properties))
    return { commands: [], missing: ['its properties are not all known, or hold a secret'] };
  return commandOf(
    [{ option: 'az resource create' }, ...optionParts({ id, properties: json })],
    'the related resource',
  );
}

/** `az role assignment create` for what the identity needs, then `az policy remediation create` (how-to/remediate-resources.md). */
function taskCommands(task: RemediationTask, { id }: Pick<PolicySubject, 'id'>): AzCommands {
  const principal = task.principalId ?? '<principal id of the assignment>';
  const roles = task.roles.map(({ roleId, scope }) =>
    commandOf(
      [
        { option: 'az role assignment create' },
        ...optionParts({ 'assignee-object-id': principal, 'assignee-principal-type': 'ServicePrincipal' }),
        ...optionParts({ role: roleId, scope }),
      ],
      `the role ${roleId}`,
    ),
  );
  const remediation = commandOf(
    [
      { option: 'az policy remediation create' },
      ...optionParts({ name: task.name, 'policy-assignment': task.assignmentId }),
      ...optionParts({ 'definition-reference-id': task.referenceId, ...placeOf(id, task.assignmentId) }),
    ],
    'the remediation task',
  );
  return joined([...roles, remediation]);
}

/** The narrowest scope that a task can have for a resource: its group or subscription; without a resource the assignment's management group. */
function placeOf(id: Value | undefined, assignmentId: string): Record<string, string | undefined> {
  const place = typeof id === 'string' ? id : assignmentId;
  const [, subscription, , group] =
    /^\/subscriptions\/([^/]+)(\/resourceGroups\/([^/]+))?/i.exec(place) ?? [];
  if (subscription !== undefined) return { 'resource-group': group, subscription };
  const managementGroup = /\/managementGroups\/([^/]+)/i.exec(assignmentId)?.[1];
  return { 'management-group': managementGroup };
}

function commandOf(parts: readonly CommandPart[], what: string): AzCommands {
  const command = shellCommand(parts);
  return command === undefined
    ? { commands: [], missing: [`${what} has characters that no command line holds safely`] }
    : { commands: [command], missing: [] };
}

function joined(parts: readonly AzCommands[]): AzCommands {
  return {
    commands: parts.flatMap(({ commands }) => commands),
    missing: parts.flatMap(({ missing }) => missing),
  };
}
