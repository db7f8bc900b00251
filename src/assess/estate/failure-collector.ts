import type { EstateFinding, Severity } from '../../kernel/index.ts';
import {
  type Owner,
  type Ownership,
  ownerOf,
  severityWeights,
  type WaivableFinding,
  type Waiver,
  type WaiverIndex,
} from '../../posture/index.ts';
import { type SeverityOverrides, severityOf } from '../severity.ts';
import type { EstateFailure } from './assess-estate.ts';
import { estateFinding, fingerprintOf } from './estate-finding.ts';
import type { AssessedResource, ResourceAssessorInput } from './resource-assessor.ts';

/** What becomes of the pairs that are not compliant. */
export interface FailureInput extends Pick<ResourceAssessorInput, 'assigned'> {
  readonly severities: SeverityOverrides;
  readonly ownership: Ownership;
  /** Findings with evidence that are kept; pairs beyond are counted. */
  readonly findingCountMax: number;
  readonly waivers?: WaiverIndex | undefined;
  /** Called for every failing pair that no waiver covers, with the fingerprint where `fingerprints` asks for it. */
  readonly onOpen?: ((open: OpenFailure) => void) | undefined;
}

/** A failing pair that no waiver covers. */
export interface OpenFailure {
  readonly failure: EstateFailure;
  readonly severity: Severity;
  readonly owner: Owner;
}

type FailingCounts = Record<Severity, number>;

interface OwnerTally {
  resources: number;
  last: string;
  readonly failing: FailingCounts;
  weight: number;
}

/** Keeps the evidence of as many failures as asked for, the same share for every policy, and sums up owners. What a waiver covers is counted and left out. */
export class FailureCollector {
  readonly findings: EstateFinding[] = [];
  readonly owners = new Map<string, OwnerTally>();
  readonly severityByPosition: readonly Severity[];
  /** Failing pairs that no waiver covers. */
  readonly open: FailingCounts = noFailures();
  waivedCount = 0;
  /** The positions of the pairs that a waiver covers, of the resource at hand. */
  readonly waivedHere = new Set<number>();
  readonly #input: FailureInput;
  readonly #perPolicyMax: number;
  readonly #kept = new Map<number, number>();
  #owned: { readonly assessed: AssessedResource; readonly owner: Owner } | undefined;

  constructor(input: FailureInput) {
    this.#input = input;
    this.severityByPosition = input.assigned.map((one) => severityOf(one, input.severities));
    this.#perPolicyMax = Math.max(20, Math.floor(input.findingCountMax / Math.max(1, input.assigned.length)));
  }

  add(failure: EstateFailure): void {
    const { position, resource, state, assessed } = failure;
    if (state === 'notEvaluated') return;
    const severity = this.severityByPosition[position]!;
    const isFailing = state === 'nonCompliant' || state === 'error' || state === 'conflicting';
    const { waiver, hadExpired } = isFailing ? this.#waiverOf(failure) : noWaiver;
    if (waiver !== undefined) {
      this.waivedCount++;
      this.waivedHere.add(position);
      return;
    }
    const owner = this.ownerOf(assessed);
    if (isFailing) {
      this.open[severity]++;
      this.#addToOwner(owner.owner, resource.id, severity);
      this.#input.onOpen?.({ failure, severity, owner });
    }
    const kept = this.#kept.get(position) ?? 0;
    if (kept >= this.#perPolicyMax || this.findings.length >= this.#input.findingCountMax) return;
    this.#kept.set(position, kept + 1);
    const finding = estateFinding(failure, severity, owner);
    this.findings.push(hadExpired ? { ...finding, lifecycle: 'expired' } : finding);
  }

  /** The owner of the resource at hand, found once for all its failures. */
  ownerOf(assessed: AssessedResource): Owner {
    if (this.#owned?.assessed !== assessed) {
      const { resource, chain } = assessed;
      this.#owned = { assessed, owner: ownerOf(resource, chain, this.#input.ownership) };
    }
    return this.#owned.owner;
  }

  #waiverOf(failure: EstateFailure): { waiver: Waiver | undefined; hadExpired: boolean } {
    const { waivers } = this.#input;
    if (waivers === undefined || waivers.inForce.length + waivers.expired.length === 0) return noWaiver;
    const finding = waivable(failure);
    const waiver = waivers.find(finding);
    return { waiver, hadExpired: waiver === undefined && waivers.hadExpired(finding) };
  }

  #addToOwner(owner: string, resourceId: string, severity: Severity): void {
    let entry = this.owners.get(owner);
    if (entry === undefined) {
      entry = { resources: 0, last: '', failing: noFailures(), weight: 0 };
      this.owners.set(owner, entry);
    }
    // Failures come resource by resource.
    if (entry.last !== resourceId) entry.resources++;
    entry.last = resourceId;
    entry.failing[severity]++;
    entry.weight += severityWeights[severity];
  }
}

const noWaiver = { waiver: undefined, hadExpired: false };

function noFailures(): FailingCounts {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}

function waivable(failure: EstateFailure): WaivableFinding {
  const { definition } = failure.assigned.policy;
  const { id, name, displayName } = definition;
  return {
    fingerprint: fingerprintOf(failure),
    policy: { id, name, displayName },
    resourceId: failure.resource.id,
    scopes: failure.assessed.chain.flatMap((scope) => [scope.id, scope.name]),
  };
}
