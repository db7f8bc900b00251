import { type Severity, severities } from '../../kernel/index.ts';
import { grouped } from '../summary-line.ts';

/** A severity as a badge: a colour and the word. */
export function severityBadge(severity: Severity): string {
  return `<span class="badge severity-${severity}">${severity}</span>`;
}

/** Failing pairs by severity, most serious first, as badges with their numbers. */
export function severityCounts(failing: Readonly<Record<Severity, number>>): string {
  const badges = severities
    .filter((severity) => failing[severity] > 0)
    .map(
      (severity) =>
        `<span class="badge severity-${severity}">${grouped(failing[severity])} ${severity}</span>`,
    );
  return badges.length === 0
    ? '<span class="faint">none</span>'
    : `<span class="badges">${badges.join(' ')}</span>`;
}
