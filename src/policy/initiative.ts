import { isObject, type Value, type ValueObject } from '../kernel/index.ts';
import { get, type PolicyParameter, parameterValues, readParameters } from './policy-parameters.ts';

/** An initiative, also called policy set (articles/governance/policy/concepts/initiative-definition-structure.md). */
export interface PolicyInitiative {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly metadata: ValueObject;
  readonly version: string;
  readonly parameters: ReadonlyMap<string, PolicyParameter>;
  readonly references: readonly InitiativeReference[];
  readonly groups: readonly InitiativeGroup[];
}

/** One definition in an initiative. A definition may be referenced more than once. */
export interface InitiativeReference {
  readonly referenceId: string;
  readonly definitionId: string;
  /** As written; values may be expressions over the initiative's parameters. */
  readonly parameters: ValueObject;
  readonly groupNames: readonly string[];
  /** A version range such as `1.*.*`; absent, the newest. */
  readonly definitionVersion: string | undefined;
}

export interface InitiativeGroup {
  readonly name: string;
  readonly displayName: string;
  readonly category: string;
}

/** Reads an initiative; a text says what is wrong with it. */
export function parseInitiative(json: Value): PolicyInitiative | string {
  if (!isObject(json)) return 'an initiative must be an object';
  const inner = get(json, 'properties');
  const properties = inner !== undefined && isObject(inner) ? inner : json;
  const list = get(properties, 'policyDefinitions');
  if (!Array.isArray(list)) return 'it has no `policyDefinitions`';
  const name = text(get(json, 'name')) ?? text(get(properties, 'name')) ?? '';
  const metadata = get(properties, 'metadata');
  return {
    id: text(get(json, 'id')) ?? `/providers/Microsoft.Authorization/policySetDefinitions/${name}`,
    name,
    displayName: text(get(properties, 'displayName')) ?? name,
    metadata: metadata !== undefined && isObject(metadata) ? metadata : {},
    version: text(get(properties, 'version')) ?? '',
    parameters: readParameters(get(properties, 'parameters')),
    references: list.filter(isObject).map(readReference),
    groups: readGroups(get(properties, 'policyDefinitionGroups')),
  };
}

function readReference(item: ValueObject, index: number): InitiativeReference {
  const parameters = get(item, 'parameters');
  const groups = get(item, 'groupNames');
  const definitionId = text(get(item, 'policyDefinitionId')) ?? '';
  return {
    referenceId:
      text(get(item, 'policyDefinitionReferenceId')) ??
      `${definitionId.slice(definitionId.lastIndexOf('/') + 1)}_${index + 1}`,
    definitionId,
    parameters: parameters !== undefined && isObject(parameters) ? parameterValues(parameters) : {},
    groupNames: Array.isArray(groups) ? groups.filter((one): one is string => typeof one === 'string') : [],
    definitionVersion: text(get(item, 'definitionVersion')),
  };
}

function readGroups(value: Value | undefined): InitiativeGroup[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((group) => ({
    name: text(get(group, 'name')) ?? '',
    displayName: text(get(group, 'displayName')) ?? '',
    category: text(get(group, 'category')) ?? '',
  }));
}

function text(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
