import { type Finding, textOfValue } from '../../kernel/index.ts';
import type { CheckResult } from '../check.ts';

/** Which policy says what of which resource, wherever that is written. */
export function standpointOf({ policy, assignment, resource, verdict }: Finding): string {
  return [
    policy.id,
    assignment?.id ?? '',
    assignment?.referenceId ?? '',
    resource.type,
    resource.id,
    resource.name,
    verdict,
  ].join('\n');
}

/** What is worse after a change of the code than before. Nothing is: no new finding, no new diagnostic, and the same resources. */
export interface Harm {
  readonly findings: readonly Finding[];
  /** Half a sentence; `undefined` when there is none but the findings. */
  readonly problem: string | undefined;
}

/** Compares two checks of the same templates; `undefined` when nothing is worse. */
export function harmBetween(before: CheckResult, after: CheckResult): Harm | undefined {
  const known = tally(before.report.findings.map(standpointOf));
  const counts = new Map<string, number>();
  const findings = after.report.findings.filter((finding) => {
    const key = standpointOf(finding);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > (known.get(key) ?? 0);
  });
  const problem = newDiagnostic(before, after) ?? otherResources(before, after);
  return findings.length === 0 && problem === undefined ? undefined : { findings, problem };
}

/** How many findings a check has of each standpoint. */
export function standpoints({ report }: CheckResult): ReadonlyMap<string, number> {
  return tally(report.findings.map(standpointOf));
}

function newDiagnostic(before: CheckResult, after: CheckResult): string | undefined {
  const told = ({ report }: CheckResult) =>
    report.diagnostics
      .filter(({ level }) => level !== 'note')
      .map(({ code, file, message }) => ({ key: `${code} ${file ?? ''} ${message}`, message }));
  const known = tally(told(before).map(({ key }) => key));
  return told(after).find(({ key }) => !known.has(key))?.message;
}

/** A resource that is not deployed any more complies with everything: that is no fix. */
function otherResources(before: CheckResult, after: CheckResult): string | undefined {
  const [known, found] = [resourcesOf(before), resourcesOf(after)];
  const isSame = known.length === found.length && known.every((key, at) => key === found[at]);
  return isSame ? undefined : 'other resources would be deployed';
}

function resourcesOf({ expansions }: CheckResult): readonly string[] {
  return expansions
    .flatMap(({ template, expansion }) =>
      expansion.resources.map(({ id, uncertain }) =>
        [
          template.document.source.path,
          template.parameterFile ?? '',
          textOfValue(id),
          uncertain === undefined ? '' : textOfValue(uncertain),
        ].join('\n'),
      ),
    )
    .sort();
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
