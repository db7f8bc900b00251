import type { DiagnosticCode, JsonNode } from '../../kernel/index.ts';
import type { LocalSymbol, ResourceSymbol, VariableSymbol } from '../binding/index.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import type { ExpressionSyntax, SyntaxRange } from '../syntax/index.ts';
import type { ArmExpression } from './arm/arm-expression.ts';
import type { NodeBuilder } from './arm/node-builder.ts';
import type { TemplateNames } from './import/template-names.ts';

/** What the variables of loops stand for where they are not the turn of the loop around: the place that is being made is elsewhere. */
export type Locals = ReadonlyMap<LocalSymbol, ArmExpression>;

export const noLocals: Locals = new Map();

/** What the making of a template from one file shares. */
export interface LoweringContext {
  readonly model: BicepModel;
  /** What declarations are called in the template. */
  readonly names: TemplateNames;
  readonly nodes: NodeBuilder;
  /** Whether the template has its resources by symbolic name. */
  readonly symbolicNames: boolean;
  /** What cannot be a variable or resource of the template, since it needs values of the running deployment. */
  readonly inlined: ReadonlySet<VariableSymbol | ResourceSymbol>;
  /** An expression as one of the template language. */
  arm(syntax: ExpressionSyntax, locals: Locals): ArmExpression;
  /** An expression as a value of a template: objects and arrays as they are. */
  value(syntax: ExpressionSyntax, locals: Locals): JsonNode;
  /** The same for a declaration of another file. */
  within(model: BicepModel): LoweringContext;
  /** Reports what cannot be part of a template. */
  report(code: DiagnosticCode, details: Readonly<Record<string, string | number>>, place: SyntaxRange): void;
}
