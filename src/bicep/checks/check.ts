import type { DiagnosticCode } from '../../kernel/index.ts';
import type { Binding } from '../binding/index.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import type { SyntaxNode, SyntaxRange } from '../syntax/index.ts';
import type { TypeReader } from './type-reader.ts';

/** One thing that a user gets wrong, or a few that are found in one look. Says only what is plainly so. */
export type Check = (file: CheckedFile) => void;

/** A file as the checks see it. */
export interface CheckedFile {
  readonly model: BicepModel;
  readonly binding: Binding;
  readonly types: TypeReader;
  /** Every node of the file, in its order. */
  readonly nodes: readonly SyntaxNode[];
  /** The node that holds another; `undefined` of the file. */
  parentOf(node: SyntaxNode): SyntaxNode | undefined;
  report(code: DiagnosticCode, details: Readonly<Record<string, string | number>>, place: SyntaxRange): void;
}
