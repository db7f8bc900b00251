import { type DiagnosticCode, Diagnostics } from '../../kernel/index.ts';
import type { Binding } from '../binding/index.ts';
import type { BicepModel } from '../program/bicep-model.ts';
import { eachChild, type SyntaxNode, type SyntaxRange } from '../syntax/index.ts';
import type { CheckedFile } from './check.ts';
import { TypeReader } from './type-reader.ts';

/** The file that is being checked, and what was found. */
export class FileCheck implements CheckedFile {
  readonly model: BicepModel;
  readonly binding: Binding;
  readonly types: TypeReader;
  readonly nodes: readonly SyntaxNode[];
  readonly found: Diagnostics = new Diagnostics();
  readonly #parents = new Map<SyntaxNode, SyntaxNode>();

  constructor(model: BicepModel) {
    this.model = model;
    this.binding = model.binding;
    this.types = new TypeReader(model.binding);
    this.nodes = this.#collect(model.binding.tree);
  }

  parentOf(node: SyntaxNode): SyntaxNode | undefined {
    return this.#parents.get(node);
  }

  report(code: DiagnosticCode, details: Readonly<Record<string, string | number>>, place: SyntaxRange): void {
    const { start, end } = place;
    this.found.report(code, details, { source: this.model.source, start, end });
  }

  #collect(root: SyntaxNode): readonly SyntaxNode[] {
    const nodes: SyntaxNode[] = [];
    const collect = (node: SyntaxNode): void => {
      nodes.push(node);
      eachChild(node, (child) => {
        this.#parents.set(child, node);
        collect(child);
      });
    };
    collect(root);
    return nodes;
  }
}
