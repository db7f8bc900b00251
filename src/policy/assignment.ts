import { isObject, type Value, type ValueObject } from '../kernel/index.ts';
import type { Condition } from './condition.ts';
import { get, parameterValues } from './policy-parameters.ts';
import { readResourceSelectors, selectorsCondition } from './resource-selector.ts';

/** A policy assignment (articles/governance/policy/concepts/assignment-structure.md). */
export interface PolicyAssignment {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  /** The id of the scope it is assigned at; empty when the file does not say. */
  readonly scope: string;
  /** The id of a definition or an initiative. */
  readonly definitionId: string;
  readonly definitionVersion: string | undefined;
  readonly parameters: ValueObject;
  readonly enforcementMode: 'Default' | 'DoNotEnforce' | 'Enroll';
  readonly notScopes: readonly string[];
  readonly nonComplianceMessages: readonly {
    readonly message: string;
    readonly referenceId: string | undefined;
  }[];
  /** Effect overrides, in the order written. */
  readonly effectOverrides: readonly EffectOverride[];
  /** The versions that overrides of kind policyVersion ask for; absent without any. Only the newest version of a definition is known here. */
  readonly versionOverrides?: readonly string[];
  /** What its resource selectors limit it to. */
  readonly selection?: Condition | undefined;
}

/** An override of kind policyEffect; without reference ids it is for every definition, without a selection for every resource. */
export interface EffectOverride {
  readonly effect: string;
  readonly in: readonly string[] | undefined;
  readonly notIn: readonly string[] | undefined;
  readonly selection?: Condition | undefined;
}

/** Reads an assignment; a text says what is wrong with it. */
export function parseAssignment(json: Value): PolicyAssignment | string {
  if (!isObject(json)) return 'an assignment must be an object';
  const inner = get(json, 'properties');
  const properties = inner !== undefined && isObject(inner) ? inner : json;
  const definitionId = text(get(properties, 'policyDefinitionId'));
  if (definitionId === undefined) return 'it has no `policyDefinitionId`';
  const name = text(get(json, 'name')) ?? '';
  const scope = text(get(properties, 'scope')) ?? '';
  const mode = (text(get(properties, 'enforcementMode')) ?? 'Default').toLowerCase();
  const parameters = get(properties, 'parameters');
  return {
    id: text(get(json, 'id')) ?? `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`,
    name,
    displayName: text(get(properties, 'displayName')) ?? name,
    scope,
    definitionId,
    definitionVersion: text(get(properties, 'definitionVersion')),
    parameters: parameters !== undefined && isObject(parameters) ? parameterValues(parameters) : {},
    enforcementMode: mode === 'donotenforce' ? 'DoNotEnforce' : mode === 'enroll' ? 'Enroll' : 'Default',
    notScopes: texts(get(properties, 'notScopes')),
    nonComplianceMessages: readMessages(
      get(properties, 'nonComplianceMessages'),
      mode === 'donotenforce' ? 'should' : 'must',
    ),
    effectOverrides: readOverrides(get(properties, 'overrides')),
    ...readVersionOverrides(get(properties, 'overrides')),
    selection: readResourceSelectors(get(properties, 'resourceSelectors')),
  };
}

/** The Azure Landing Zones library leaves a placeholder in its messages for what enforcement makes of them. */
function readMessages(value: Value | undefined, verb: string): PolicyAssignment['nonComplianceMessages'] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).map((item) => ({
    message: (text(get(item, 'message')) ?? '').replaceAll('{enforcementMode}', verb),
    referenceId: text(get(item, 'policyDefinitionReferenceId')),
  }));
}

function readVersionOverrides(value: Value | undefined): Pick<PolicyAssignment, 'versionOverrides'> {
  const versions = (Array.isArray(value) ? value : []).filter(isObject).flatMap((item) => {
    const isVersion = text(get(item, 'kind'))?.toLowerCase() === 'policyversion';
    return isVersion ? (text(get(item, 'value')) ?? []) : [];
  });
  return versions.length === 0 ? {} : { versionOverrides: versions };
}

function readOverrides(value: Value | undefined): EffectOverride[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((item): EffectOverride[] => {
    const effect = text(get(item, 'value'));
    if (effect === undefined || text(get(item, 'kind'))?.toLowerCase() !== 'policyeffect') return [];
    const written = get(item, 'selectors');
    const selectors = Array.isArray(written) ? written.filter(isObject) : [];
    const isByReference = (selector: ValueObject) =>
      text(get(selector, 'kind'))?.toLowerCase() === 'policydefinitionreferenceid';
    const byReference = selectors.find(isByReference);
    const list = (name: string) =>
      byReference === undefined || get(byReference, name) === undefined
        ? undefined
        : texts(get(byReference, name));
    const selection = selectorsCondition(selectors.filter((selector) => !isByReference(selector)));
    return [{ effect, in: list('in'), notIn: list('notIn'), selection }];
  });
}

function texts(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function text(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
