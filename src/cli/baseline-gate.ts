import { fingerprintOf, type OpenFailure } from '../assess/index.ts';
import { type Diagnostic, type Severity, severities } from '../kernel/index.ts';
import { type Baseline, nextBaseline } from '../posture/index.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';
import type { FailOn } from './exit-code.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** Decides whether failing pairs fail the run: those that no waiver covers and no baseline has accepted. */
export class BaselineGate {
  readonly diagnostics: readonly Diagnostic[];
  readonly #file: string | undefined;
  readonly #grows: boolean;
  readonly #baseline: Baseline;
  readonly #surroundings: Surroundings;
  readonly #today = new Map<string, string>();
  readonly #failing = new Map<Severity, number>();

  constructor(
    options: { readonly baseline?: string; readonly updateBaseline?: boolean },
    surroundings: Surroundings,
  ) {
    if (options.updateBaseline === true && options.baseline === undefined)
      throw new UsageError('--update-baseline needs --baseline to say which file');
    this.#file = options.baseline;
    this.#grows = options.updateBaseline === true;
    this.#surroundings = surroundings;
    const read =
      this.#file === undefined
        ? { baseline: { findings: new Map<string, string>() }, diagnostics: [] }
        : readBaseline(this.#file, surroundings);
    this.#baseline = read.baseline;
    this.diagnostics = read.diagnostics;
  }

  readonly add = ({ failure, severity }: OpenFailure): void => {
    if (this.#file !== undefined) {
      const fingerprint = fingerprintOf(failure);
      const { definition } = failure.assigned.policy;
      this.#today.set(fingerprint, `${definition.displayName || definition.name} · ${failure.resource.id}`);
      if (this.#grows || this.#baseline.findings.has(fingerprint)) return;
    }
    this.#failing.set(severity, (this.#failing.get(severity) ?? 0) + 1);
  };

  /** Writes the baseline where it changed: what is fixed leaves it; what is new enters it only where that was asked for. */
  finish(): void {
    if (this.#file === undefined) return;
    const next = nextBaseline(this.#baseline, this.#today, this.#grows);
    const isSame =
      next.findings.size === this.#baseline.findings.size &&
      [...next.findings.keys()].every((one) => this.#baseline.findings.has(one));
    if (!isSame) writeBaseline(this.#file, next, this.#surroundings);
  }

  failsFrom(failOn: FailOn): boolean {
    if (failOn === 'none') return false;
    return severities
      .slice(0, severities.indexOf(failOn) + 1)
      .some((severity) => (this.#failing.get(severity) ?? 0) > 0);
  }
}
