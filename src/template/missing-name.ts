import { EvaluationError } from './template-function.ts';

/** A parameter or variable that is used but not declared. */
export class MissingNameError extends EvaluationError {
  readonly kind: 'parameter' | 'variable';
  readonly missingName: string;
  readonly known: readonly string[];

  constructor(kind: 'parameter' | 'variable', missingName: string, known: readonly string[]) {
    super(`there is no ${kind} \`${missingName}\``);
    this.kind = kind;
    this.missingName = missingName;
    this.known = known;
  }
}
