import type { DiagnosticCode } from '../../kernel/index.ts';
import type { Condition } from './condition.ts';

/** What a check of a condition sees and how it reports. */
export interface WarningContext {
  readonly condition: Condition;
  /** The action patterns that the role grants; `undefined` when they are not known. */
  readonly granted: readonly string[] | undefined;
  readonly report: (
    code: DiagnosticCode,
    details: Readonly<Record<string, string | number>>,
    place: Readonly<{ start: number; end: number }>,
  ) => void;
}
