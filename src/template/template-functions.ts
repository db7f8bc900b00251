import { clockFunctions } from './clock-functions.ts';
import { type FunctionTable, functionTable } from './evaluate.ts';
import { externalFunctions } from './external-functions.ts';
import type { Frame } from './frame.ts';
import { pureFunctions } from './functions/index.ts';
import { lambdaFunctions } from './lambda-functions.ts';
import { logicFunctions } from './logic-functions.ts';
import { lookupFunctions } from './lookup-functions.ts';
import { referenceFunctions } from './reference-functions.ts';
import { resourceIdFunctions } from './resource-id-functions.ts';
import { scopeFunctions } from './scope-functions.ts';

/** All functions of the ARM template language but the `list*` family, which is known by its prefix. */
export const templateFunctions: FunctionTable<Frame> = functionTable<Frame>(
  pureFunctions,
  logicFunctions,
  lookupFunctions,
  lambdaFunctions,
  resourceIdFunctions,
  scopeFunctions,
  referenceFunctions,
  clockFunctions,
  externalFunctions,
);
