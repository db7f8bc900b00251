import { isObject, type Value, type ValueObject } from '../../../src/kernel/index.ts';
import type {
  GovernanceCase,
  ShortAssignment,
  ShortAttestation,
  ShortDefinition,
  ShortGrant,
  ShortInitiative,
  ShortSelectors,
} from './governance-case.ts';
import { each, expanded, GovernancePlaces } from './governance-places.ts';

/** Makes the Azure objects that a case describes in short form. */
export class GovernanceObjects {
  readonly #case: GovernanceCase;
  readonly #places: GovernancePlaces;

  constructor(one: GovernanceCase) {
    this.#case = one;
    this.#places = new GovernancePlaces(one);
  }

  /** All objects: scopes first, then resources, then what governs them. */
  all(): ValueObject[] {
    const { definitions, initiatives, assignments, exemptions, enrollments, attestations, objects } =
      this.#case;
    return [
      ...this.#places.objects(),
      ...each(definitions, (name, short) => this.#definition(name, short)),
      ...each(initiatives, (name, short) => this.#initiative(name, short)),
      ...each(assignments, (name, short) => this.#assignment(name, expanded(name, short))),
      ...each(exemptions, (name, short) => this.#grant('policyExemptions', name, short)),
      ...each(enrollments, (name, short) => this.#grant('policyEnrollments', name, short)),
      ...each(attestations, (name, short) => this.#attestation(name, short)),
      ...(objects ?? []),
    ];
  }

  #definition(name: string, short: ShortDefinition): ValueObject {
    const { at = '/', if: condition, effect = 'audit', details, mode = 'All', ...rest } = short;
    const id = this.#places.governanceId(at, 'policyDefinitions', name);
    const then = { effect, ...(details === undefined ? {} : { details }) };
    return {
      id,
      name,
      type: 'Microsoft.Authorization/policyDefinitions',
      properties: {
        displayName: name,
        ...(mode === null ? {} : { mode }),
        ...(rest as ValueObject),
        policyRule: { if: condition, then },
      },
    };
  }

  #initiative(name: string, { at = '/', definitions, groups, parameters }: ShortInitiative): ValueObject {
    const references = Object.entries(definitions).map(([reference, one]): ValueObject => {
      const full = typeof one === 'string' ? { definition: one } : one;
      return {
        policyDefinitionReferenceId: reference,
        policyDefinitionId: this.#assignedId(full.definition),
        ...(full.parameters === undefined ? {} : { parameters: valued(full.parameters) }),
        ...(full.groups === undefined ? {} : { groupNames: full.groups }),
        ...(full.version === undefined ? {} : { definitionVersion: full.version }),
      };
    });
    return {
      id: this.#places.governanceId(at, 'policySetDefinitions', name),
      name,
      type: 'Microsoft.Authorization/policySetDefinitions',
      properties: {
        displayName: name,
        ...(parameters === undefined ? {} : { parameters }),
        ...(groups === undefined ? {} : { policyDefinitionGroups: groups.map((group) => ({ name: group })) }),
        policyDefinitions: references,
      },
    };
  }

  /** The id of a definition or an initiative of the case; text that is an id stays one. */
  #assignedId(name: string): string {
    if (name.startsWith('/')) return name;
    const initiative = this.#case.initiatives?.[name];
    if (initiative !== undefined)
      return this.#places.governanceId(initiative.at ?? '/', 'policySetDefinitions', name);
    return this.#places.governanceId(this.#case.definitions?.[name]?.at ?? '/', 'policyDefinitions', name);
  }

  #assignment(name: string, short: ShortAssignment): ValueObject {
    const { at, assign, parameters, notScopes, mode, selectors, overrides, messages, version } = short;
    const properties: Record<string, Value | undefined> = {
      displayName: name,
      scope: this.#places.placeId(at),
      policyDefinitionId: this.#assignedId(assign),
      definitionVersion: version,
      parameters: parameters === undefined ? undefined : valued(parameters),
      notScopes: notScopes?.map((place) => this.#places.placeId(place)),
      enforcementMode: mode,
      resourceSelectors: selectors?.map((one, at) => ({
        name: `selector-${at}`,
        selectors: selectorsOf(one),
      })),
      overrides: overrides?.map(({ kind = 'policyEffect', value, ...rest }) => ({
        kind,
        value,
        ...(Object.keys(rest).length === 0 ? {} : { selectors: selectorsOf(rest) }),
      })),
      nonComplianceMessages: messages,
    };
    return {
      id: this.#places.governanceId(at, 'policyAssignments', name),
      name,
      type: 'Microsoft.Authorization/policyAssignments',
      properties: stated(properties),
    };
  }

  #grant(kind: string, name: string, short: ShortGrant): ValueObject {
    const { at, of, references, category = 'Waiver', expires, selectors } = short;
    const properties: Record<string, Value | undefined> = {
      displayName: name,
      policyAssignmentId: of.startsWith('/') ? of : this.#places.assignmentId(of),
      policyDefinitionReferenceIds: references,
      exemptionCategory: kind === 'policyExemptions' ? category : undefined,
      expiresOn: expires,
      resourceSelectors: selectors?.map((one, at) => ({
        name: `selector-${at}`,
        selectors: selectorsOf(one),
      })),
    };
    return {
      id: this.#places.governanceId(at, kind, name),
      name,
      type: `Microsoft.Authorization/${kind}`,
      properties: stated(properties),
    };
  }

  #attestation(name: string, { at, of, reference, state, expires }: ShortAttestation): ValueObject {
    const properties: Record<string, Value | undefined> = {
      policyAssignmentId: this.#places.assignmentId(of),
      policyDefinitionReferenceId: reference,
      complianceState: state,
      expiresOn: expires,
    };
    return {
      id: `${this.#places.placeId(at)}/providers/Microsoft.PolicyInsights/attestations/${name}`,
      name,
      type: 'Microsoft.PolicyInsights/attestations',
      properties: stated(properties),
    };
  }
}

function selectorsOf(selectors: ShortSelectors): ValueObject[] {
  return Object.entries(selectors).map(([kind, lists]) => ({ kind, ...(isObject(lists) ? lists : {}) }));
}

function valued(parameters: ValueObject): ValueObject {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
}

function stated(properties: Record<string, Value | undefined>): ValueObject {
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as ValueObject;
}
