import {
  type Evaluation,
  emptyTenant,
  evaluationOf,
  type TenantReading,
  tenantOfEstate,
} from '../../access/index.ts';
import { diagnostic } from '../../kernel/index.ts';
import { printDiagnostics } from '../print-diagnostics.ts';
import type { OpenedAccess } from './open-access.ts';

/** A tenant whose Conditional Access can be asked. */
export interface OpenedTenant {
  readonly reading: TenantReading;
  readonly evaluation: Evaluation;
}

/** Reads the Conditional Access of the estate; where it has no policies, a warning says so. */
export function openTenant({ estate, model, view, surroundings }: OpenedAccess): OpenedTenant {
  const reading = tenantOfEstate(estate, model, view.at);
  const missing = reading.hasPolicies ? [] : [diagnostic('LG8102', { estate: estate.name })];
  printDiagnostics(
    [...reading.diagnostics.filter(({ level }) => level !== 'note'), ...missing],
    surroundings,
  );
  return { reading, evaluation: evaluationOf(reading.tenant ?? emptyTenant) };
}
