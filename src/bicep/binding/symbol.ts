import type {
  ExpressionSyntax,
  ExtensionDeclaration,
  ForSyntax,
  FunctionDeclaration,
  ImportDeclaration,
  ModuleDeclaration,
  NameSyntax,
  ObjectSyntax,
  ParameterAssignment,
  ParameterDeclaration,
  ResourceDeclaration,
  TypeDeclaration,
  VariableDeclaration,
} from '../syntax/index.ts';
import type { ResourceType } from './resource-type.ts';

/** What a name in a Bicep file stands for. Symbols are told apart by identity. */
export type BicepSymbol =
  | ParameterSymbol
  | VariableSymbol
  | ResourceSymbol
  | ModuleSymbol
  | TypeSymbol
  | FunctionSymbol
  | ImportedSymbol
  | WildcardSymbol
  | ExtensionSymbol
  | NamespaceSymbol
  | LocalSymbol
  | AssignmentSymbol
  | BaseParametersSymbol;

export interface ParameterSymbol {
  readonly kind: 'parameter';
  readonly name: string;
  readonly declaration: ParameterDeclaration;
}

export interface VariableSymbol {
  readonly kind: 'variable';
  readonly name: string;
  readonly declaration: VariableDeclaration;
}

/** How a resource or module is deployed: once, on a condition, or once for each item of a loop. */
export interface DeploymentBody {
  readonly loop: ForSyntax | undefined;
  readonly condition: ExpressionSyntax | undefined;
  /** `undefined` where it could not be read. */
  readonly object: ObjectSyntax | undefined;
}

export interface ResourceSymbol extends DeploymentBody {
  readonly kind: 'resource';
  readonly name: string;
  readonly declaration: ResourceDeclaration;
  /** The resource in whose body it is declared. */
  readonly container: ResourceSymbol | undefined;
  /** The resources declared in its body, by name. */
  readonly children: Map<string, ResourceSymbol>;
  /** The full type, that of the container included; `undefined` where it could not be read. */
  readonly type: ResourceType | undefined;
}

export interface ModuleSymbol extends DeploymentBody {
  readonly kind: 'module';
  readonly name: string;
  readonly declaration: ModuleDeclaration;
}

export interface TypeSymbol {
  readonly kind: 'type';
  readonly name: string;
  readonly declaration: TypeDeclaration;
}

export interface FunctionSymbol {
  readonly kind: 'function';
  readonly name: string;
  readonly declaration: FunctionDeclaration;
}

/** A name that `import { original as name } from 'path'` brings. */
export interface ImportedSymbol {
  readonly kind: 'imported';
  readonly name: string;
  readonly original: string;
  readonly declaration: ImportDeclaration;
}

/** `import * as name from 'path'`. */
export interface WildcardSymbol {
  readonly kind: 'wildcard';
  readonly name: string;
  readonly declaration: ImportDeclaration;
}

export interface ExtensionSymbol {
  readonly kind: 'extension';
  readonly name: string;
  readonly declaration: ExtensionDeclaration;
}

/** `sys` or `az`, where nothing else has that name. */
export interface NamespaceSymbol {
  readonly kind: 'namespace';
  readonly name: 'sys' | 'az';
}

/** The item or index of a loop, a variable of a lambda, or a parameter of a function. */
export interface LocalSymbol {
  readonly kind: 'local';
  readonly name: string;
  readonly role: 'item' | 'index' | 'lambda' | 'parameter';
  readonly syntax: NameSyntax;
  /** The loop that declares an item or index. */
  readonly loop: ForSyntax | undefined;
  /** The array that the call of a lambda goes through, its first argument. */
  readonly source: ExpressionSyntax | undefined;
}

/** `param name = value` of a .bicepparam file. */
export interface AssignmentSymbol {
  readonly kind: 'assignment';
  readonly name: string;
  readonly declaration: ParameterAssignment;
}

/** `base`, the parameters of the file that a .bicepparam file extends. */
export interface BaseParametersSymbol {
  readonly kind: 'base';
  readonly name: 'base';
}
