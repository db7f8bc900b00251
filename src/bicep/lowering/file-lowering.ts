import type { DiagnosticCode, JsonNode, ObjectNode } from '../../kernel/index.ts';
import type { ResourceSymbol, VariableSymbol } from '../binding/index.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import type { ExpressionSyntax, SyntaxRange } from '../syntax/index.ts';
import type { ArmExpression } from './arm/arm-expression.ts';
import { NodeBuilder } from './arm/node-builder.ts';
import { lowerExpression } from './expression/lower-expression.ts';
import { lowerValue } from './expression/lower-value.ts';
import { findInlined } from './expression/runtime-values.ts';
import { unreadable } from './expression/unreadable.ts';
import { ImportClosure } from './import/import-closure.ts';
import type { TemplateNames } from './import/template-names.ts';
import type { Locals, LoweringContext } from './lowering-context.ts';
import { LoweringMeter, type LoweringStop } from './lowering-meter.ts';
import { lowerTemplate } from './template/lower-template.ts';
import { needsSymbolicNames } from './template/needs-symbolic-names.ts';

/** Makes the template of a file. Nothing but the file's own text decides where it stands; modules stand where their files do. */
export function lowerFile(model: BicepModel): ObjectNode {
  const closure = new ImportClosure(model);
  return lowerTemplate(closure, new FileLowering(model, closure));
}

/** The making of a template from one file, and of what it imports from others. */
export class FileLowering implements LoweringContext {
  readonly #meter: LoweringMeter;
  /** Those of the files that are imported from, shared by all of them. */
  readonly #others: Map<BicepModel, FileLowering>;
  readonly model: BicepModel;
  readonly names: TemplateNames;
  readonly nodes: NodeBuilder;
  readonly symbolicNames: boolean;
  readonly inlined: ReadonlySet<VariableSymbol | ResourceSymbol>;

  constructor(
    model: BicepModel,
    names: TemplateNames,
    meter: LoweringMeter = new LoweringMeter(),
    others: Map<BicepModel, FileLowering> = new Map(),
  ) {
    this.#meter = meter;
    this.#others = others.set(model, this);
    this.model = model;
    this.names = names;
    this.nodes = new NodeBuilder(model.source);
    this.symbolicNames = needsSymbolicNames(model);
    this.inlined = findInlined(model.binding);
  }

  arm(syntax: ExpressionSyntax, locals: Locals): ArmExpression {
    return this.#meter.expression(
      syntax,
      () => lowerExpression(syntax, locals, this),
      (why) => this.#stopped(why, syntax),
    );
  }

  value(syntax: ExpressionSyntax, locals: Locals): JsonNode {
    return this.#meter.value(
      syntax,
      () => lowerValue(syntax, locals, this),
      (why) => this.nodes.expression(syntax, this.#stopped(why, syntax)),
    );
  }

  /** What refers to itself is reported where names are checked. */
  #stopped(why: LoweringStop, syntax: ExpressionSyntax): ArmExpression {
    if (why === 'limit') this.report('LG7104', { limit: this.#meter.limit }, syntax);
    return unreadable(syntax, this);
  }

  within(model: BicepModel): LoweringContext {
    return this.#others.get(model) ?? new FileLowering(model, this.names, this.#meter, this.#others);
  }

  report(code: DiagnosticCode, details: Readonly<Record<string, string | number>>, place: SyntaxRange): void {
    this.model.report(code, details, place);
  }
}
