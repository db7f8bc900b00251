import { Diagnostics, type JsonDocument, type Limits, type Span } from '../kernel/index.ts';
import { EvaluationMeter } from './evaluation-meter.ts';
import type { Expression, ExpressionProblem } from './expression.ts';
import { parseExpression } from './expression-parser.ts';

/** Finds a linked template by its path relative to the template that links it; says why when it cannot. */
export type LinkedTemplateReader = (
  fromPath: string,
  relativePath: string,
) => JsonDocument | { readonly problem: string };

/** What all deployments of one expansion share: limits, diagnostics, parsed expressions, the clock. */
export class ExpansionRun {
  readonly limits: Limits;
  readonly diagnostics: Diagnostics = new Diagnostics();
  readonly readLinked: LinkedTemplateReader;
  /** The moment that `utcNow()` answers, as an ISO 8601 string; absent, it is unknown. */
  readonly now: string | undefined;
  readonly #expressions = new Map<string, Expression | ExpressionProblem>();
  readonly meter: EvaluationMeter;
  readonly #limitsReached = new Set<string>();
  resourceCount = 0;

  constructor(limits: Limits, readLinked: LinkedTemplateReader, now: string | undefined) {
    this.limits = limits;
    this.meter = new EvaluationMeter(limits);
    this.readLinked = readLinked;
    this.now = now;
  }

  /** Says that the run stopped at a limit; once for each limit, since everything after it stops there too. */
  reportLimit(limit: number, what: string, span: Span): void {
    if (this.#limitsReached.has(what)) return;
    this.#limitsReached.add(what);
    this.diagnostics.report('LG2015', { limit, what }, span);
  }

  /** Parses an expression; the same text is parsed once. */
  parse(text: string): Expression | ExpressionProblem {
    let expression = this.#expressions.get(text);
    if (expression === undefined) {
      expression = parseExpression(text, this.limits);
      this.#expressions.set(text, expression);
    }
    return expression;
  }
}
