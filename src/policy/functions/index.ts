import { fold } from '../../kernel/index.ts';
import { type FunctionTable, functionTable, logicFunctions, pureFunctions } from '../../template/index.ts';
import type { PolicyEnvironment } from '../policy-environment.ts';
import { contextFunctions } from './context-functions.ts';
import { currentFunction } from './current.ts';
import { fieldFunction } from './field.ts';
import { lenientFunctions } from './lenient-functions.ts';
import { policyOnlyFunctions } from './policy-only-functions.ts';

/** Functions of templates that rules may not use (definition-structure-policy-rule.md#policy-functions). */
const lambdaTakers = new Set(['map', 'filter', 'reduce', 'sort', 'toobject', 'groupby', 'mapvalues']);

/** The functions of policy rules: those of templates, with the differences that policies have, and their own. */
export const policyFunctions: FunctionTable<PolicyEnvironment> = functionTable<PolicyEnvironment>(
  pureFunctions.filter((entry) => !lambdaTakers.has(fold(entry.name))),
  logicFunctions,
  lenientFunctions,
  policyOnlyFunctions,
  contextFunctions,
  [fieldFunction, currentFunction],
);
