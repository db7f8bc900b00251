import type { Diagnostic, ObjectNode } from '../../kernel/index.ts';
import type { ScopeKind } from '../../template/index.ts';
import type { NamedDeclaration } from './named-declaration.ts';

/** What a file says to those that use it as a module or import from it. */
export interface ModuleFacts {
  /** The file, or the reference to the registry. */
  readonly path: string;
  /** The scope that it deploys to; `undefined` where it cannot be read. */
  readonly scopeKind: ScopeKind | undefined;
  /** `undefined` where it cannot be read: then nothing can be said of what is passed. */
  readonly parameters: readonly ModuleParameter[] | undefined;
  readonly outputs: readonly ModuleOutput[];
  /** The template; `undefined` where it cannot be read. Made when first asked for. */
  readonly template: ObjectNode | undefined;
  /** What is wrong with a compiled template; a Bicep file says so itself. */
  readonly diagnostics: readonly Diagnostic[];
  /** What it exports under a name. */
  export(name: string): NamedDeclaration | undefined;
  readonly exports: readonly (readonly [string, NamedDeclaration])[];
}

export interface ModuleParameter {
  readonly name: string;
  /** Whether it has neither a default nor a type that allows null. */
  readonly isRequired: boolean;
  /** `string`, `int`, `bool`, `object`, `array`, `securestring` ... where that is plainly stated. */
  readonly type: string | undefined;
}

export interface ModuleOutput {
  readonly name: string;
  readonly isSecure: boolean;
}

/** A module that cannot be read. */
export function missingModule(path: string): ModuleFacts {
  return {
    path,
    scopeKind: undefined,
    parameters: undefined,
    outputs: [],
    template: undefined,
    diagnostics: [],
    export: () => undefined,
    exports: [],
  };
}
