import type { Diagnostic } from '../../kernel/index.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import type { Check } from './check.ts';
import { checkAny } from './check-any.ts';
import { checkCalls } from './check-calls.ts';
import { checkCaseNames } from './check-case-names.ts';
import { checkCollections } from './check-collections.ts';
import { checkConstants } from './check-constants.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDecorators } from './check-decorators.ts';
import { checkDeployedNames } from './check-deployed-names.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkFunctionPlaces } from './check-function-places.ts';
import { checkImports } from './check-imports.ts';
import { checkLambdas } from './check-lambdas.ts';
import { checkLoopNames } from './check-loop-names.ts';
import { checkLoops } from './check-loops.ts';
import { checkModules } from './check-modules.ts';
import { checkNames } from './check-names.ts';
import { checkOperators } from './check-operators.ts';
import { checkPaths } from './check-paths.ts';
import { checkPropertyAccess } from './check-property-access.ts';
import { checkResources } from './check-resources.ts';
import { checkRuntimeValues } from './check-runtime-values.ts';
import { checkScopes } from './check-scopes.ts';
import { checkSecrets } from './check-secrets.ts';
import { checkSecureValues } from './check-secure-values.ts';
import { checkTypeCycles } from './check-type-cycles.ts';
import { checkTypeNames } from './check-type-names.ts';
import { checkUnions } from './check-unions.ts';
import { checkUnused } from './check-unused.ts';
import { checkValues } from './check-values.ts';
import { FileCheck } from './file-check.ts';
import { withoutSuppressed } from './suppression.ts';

const checks: readonly Check[] = [
  checkNames,
  checkTypeNames,
  checkDuplicates,
  checkCycles,
  checkImports,
  checkPaths,
  checkModules,
  checkResources,
  checkScopes,
  checkDecorators,
  checkCalls,
  checkFunctionPlaces,
  checkLambdas,
  checkLoops,
  checkCollections,
  checkOperators,
  checkValues,
  checkPropertyAccess,
  checkRuntimeValues,
  checkSecrets,
  checkAny,
  checkConstants,
  checkDeployedNames,
  checkTypeCycles,
  checkUnions,
  checkCaseNames,
  checkLoopNames,
  checkSecureValues,
  checkUnused,
];

/**
 * What is wrong with a file beyond its syntax, in the order of the file, without what its pragmas silence (LG72xx, LG7102). Pure: reads
 * nothing but the model, of other files only what they say to this one; makes no template.
 */
export function checkFile(model: BicepModel): Diagnostic[] {
  const file = new FileCheck(model);
  for (const check of checks) check(file);
  const sorted = file.found.list.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return withoutSuppressed(sorted, model.binding.tree);
}
