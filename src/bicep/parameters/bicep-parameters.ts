import type { JsonDocument, ObjectNode } from '../../kernel/index.ts';

/** A Bicep file as a document. */
export interface BicepDocument extends JsonDocument {
  /** The files that it names: modules, imports, `using`, `extends`; as they are written, those of registries left out. */
  readonly references: readonly string[];
}

/** A .bicepparam file as the parameter file that it stands for, see `readParameterFile`. */
export interface BicepParameters extends BicepDocument {
  /** The template that it is for; `undefined` where it does not say so. */
  readonly using: UsedTemplate | undefined;
  /** That template; `undefined` where it cannot be read. Made when first asked for. */
  template(): ObjectNode | undefined;
}

/** What `using` names (articles/azure-resource-manager/bicep/bicep-using.md). */
export type UsedTemplate =
  /** No template: a file that others extend. */
  | { readonly kind: 'none' }
  /** A file, by its path from the parameter file. */
  | { readonly kind: 'file'; readonly reference: string }
  /** A module of a registry or a template spec; without a document where it cannot be read. */
  | { readonly kind: 'artifact'; readonly document: JsonDocument | undefined };
