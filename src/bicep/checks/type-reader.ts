import type { Binding } from '../binding/index.ts';
import { moduleTarget } from '../lowering/module/module-reference.ts';
import { isExtensible } from '../lowering/resource/extensible-resource.ts';
import { resourceTarget } from '../lowering/resource/resource-target.ts';
import {
  type BinarySyntax,
  type CallSyntax,
  type ExpressionSyntax,
  type ForSyntax,
  type InterpolationSyntax,
  keyText,
  type MemberSyntax,
  type MethodCallSyntax,
  type ObjectSyntax,
  type TypeSyntax,
} from '../syntax/index.ts';
import { calledFunction } from './called-function.ts';
import { commonType, isNone, type PlainType, plainOf, unknownType } from './plain-type.ts';

const depthMax = 64;
const textLengthMax = 1024;

/** Finds the types of expressions and of written types, as far as they are plain. Cycles and depth end in `unknown`. */
export class TypeReader {
  readonly #binding: Binding;
  readonly #known = new Map<ExpressionSyntax | TypeSyntax, PlainType>();
  #depth = 0;

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  /** The type of the value of an expression. */
  of(syntax: ExpressionSyntax): PlainType {
    return this.#once(syntax, () => this.#expression(syntax));
  }

  /** The type that is written. */
  declared(syntax: TypeSyntax): PlainType {
    return this.#once(syntax, () => this.#type(syntax));
  }

  #once(syntax: ExpressionSyntax | TypeSyntax, find: () => PlainType): PlainType {
    const known = this.#known.get(syntax);
    if (known !== undefined) return known;
    if (this.#depth > depthMax) return unknownType;
    this.#known.set(syntax, unknownType);
    this.#depth++;
    const found = find();
    this.#depth--;
    this.#known.set(syntax, found);
    return found;
  }

  #expression(syntax: ExpressionSyntax): PlainType {
    switch (syntax.kind) {
      case 'string':
        return { kind: 'string', value: syntax.value };
      case 'interpolation':
        return this.#interpolation(syntax);
      case 'integer':
        return { kind: 'int', value: syntax.value };
      case 'boolean':
        return { kind: 'bool', value: syntax.value };
      case 'null':
        return { kind: 'null' };
      case 'object':
        return this.#object(syntax);
      case 'array':
        return { kind: 'array', item: unknownType };
      case 'for':
        return { kind: 'array', item: this.#loopItem(syntax) };
      case 'parenthesized':
        return this.of(syntax.expression);
      case 'reference':
        return this.#reference(syntax);
      case 'call':
      case 'methodCall':
        return this.#call(syntax);
      case 'member':
        if (syntax.isSafe) return unknownType;
        if (isTextOfDeclaration(syntax, this.#binding)) return { kind: 'string' };
        return this.#property(this.of(syntax.target), syntax.name.name);
      case 'index':
        return this.#index(syntax.target, syntax.index, syntax.isSafe || syntax.isFromEnd);
      case 'unary':
        return this.#operation(syntax.operator === '!' ? 'bool' : 'int', [syntax.operand]);
      case 'binary':
        return this.#binary(syntax);
      case 'ternary':
        return commonType(this.of(syntax.whenTrue), this.of(syntax.whenFalse));
      case 'child':
      case 'nonNull':
      case 'lambda':
      case 'unreadable':
        return unknownType;
      default:
        return syntax satisfies never;
    }
  }

  #object(syntax: ObjectSyntax): PlainType {
    const properties = new Map<string, PlainType>();
    for (const member of syntax.members) {
      const name = member.kind === 'property' ? keyText(member.key) : undefined;
      if (member.kind !== 'property' || name === undefined) return { kind: 'object' };
      properties.set(name, this.of(member.value));
    }
    return { kind: 'object', properties };
  }

  #loopItem(loop: ForSyntax): PlainType {
    return loop.body.kind === 'if' || loop.body.kind === 'object' ? { kind: 'object' } : this.of(loop.body);
  }

  #reference(syntax: ExpressionSyntax): PlainType {
    const symbol = this.#binding.symbolOf.get(syntax);
    switch (symbol?.kind) {
      case 'parameter':
        return this.declared(symbol.declaration.type);
      case 'variable': {
        const { type, value } = symbol.declaration;
        return type === undefined ? this.of(value) : this.declared(type);
      }
      case 'local':
        if (symbol.role === 'index') return { kind: 'int' };
        if (symbol.role !== 'item' || symbol.loop === undefined) return unknownType;
        return itemOf(this.of(symbol.loop.collection));
      default:
        return unknownType;
    }
  }

  #property(target: PlainType, name: string): PlainType {
    return (target.kind === 'object' ? target.properties?.get(name) : undefined) ?? unknownType;
  }

  #index(target: ExpressionSyntax, index: ExpressionSyntax, isUncertain: boolean): PlainType {
    if (isUncertain) return unknownType;
    const type = this.of(target);
    const at = this.of(index);
    if (type.kind === 'array' && at.kind === 'int') return type.item;
    return at.kind === 'string' && at.value !== undefined ? this.#property(type, at.value) : unknownType;
  }

  /** A text whose holes hold texts that are known is known itself. */
  #interpolation(syntax: InterpolationSyntax): PlainType {
    let text = syntax.segments[0] ?? '';
    for (const [index, expression] of syntax.expressions.entries()) {
      const type = this.of(expression);
      if (type.kind !== 'string' || type.value === undefined) return { kind: 'string' };
      text += type.value + (syntax.segments[index + 1] ?? '');
      if (text.length > textLengthMax) return { kind: 'string' };
    }
    return { kind: 'string', value: text };
  }

  /** Of a call that is wrong nothing is known. */
  #call(syntax: CallSyntax | MethodCallSyntax): PlainType {
    const called = calledFunction(syntax, this.#binding);
    if (called === undefined) return unknownType;
    const { argumentsMin, argumentsMax } = called;
    if (syntax.args.length < argumentsMin || syntax.args.length > argumentsMax) return unknownType;
    return plainOf(called.returns);
  }

  #binary({ operator, left, right }: BinarySyntax): PlainType {
    const operands = [left, right];
    switch (operator) {
      case '??':
        return unknownType;
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
        return this.#operation('int', operands);
      case '&&':
      case '||':
        return this.#operation('bool', operands);
      default:
        return this.#operation('bool', []);
    }
  }

  /** The result of an operator whose operands are of its own type; nothing is known where one is not. */
  #operation(kind: 'bool' | 'int', operands: readonly ExpressionSyntax[]): PlainType {
    return operands.some((one) => one.kind === 'unreadable' || isNone(this.of(one), kind))
      ? unknownType
      : { kind };
  }

  #type(syntax: TypeSyntax): PlainType {
    switch (syntax.kind) {
      case 'typeName':
        return this.#typeName(syntax, syntax.name);
      case 'string':
      case 'integer':
      case 'boolean':
      case 'null':
        return this.#expression(syntax);
      case 'unaryType':
        return plainOf(syntax.operator === '!' ? 'bool' : 'int');
      case 'arrayType':
        return { kind: 'array', item: this.declared(syntax.item) };
      case 'tupleType':
        return { kind: 'array', item: unknownType };
      case 'objectType':
        return { kind: 'object' };
      case 'parenthesizedType':
        return this.declared(syntax.type);
      case 'unionType':
        return this.#union(syntax.members);
      default:
        return unknownType;
    }
  }

  #typeName(syntax: TypeSyntax, name: string): PlainType {
    const symbol = this.#binding.symbolOf.get(syntax);
    if (symbol !== undefined)
      return symbol.kind === 'type' ? this.declared(symbol.declaration.value) : unknownType;
    switch (name) {
      case 'string':
      case 'int':
      case 'bool':
      case 'object':
      case 'array':
        return plainOf(name);
      default:
        return unknownType;
    }
  }

  #union(members: readonly TypeSyntax[]): PlainType {
    const [first, ...rest] = members.map((member) => this.declared(member));
    return rest.reduce(commonType, first ?? unknownType);
  }
}

const declaredTexts: ReadonlySet<string> = new Set(['id', 'name', 'type', 'apiVersion']);

/** The name, id, type and version of a resource, and the name of a module, are texts whatever it is. */
function isTextOfDeclaration({ target, name }: MemberSyntax, binding: Binding): boolean {
  const resource = resourceTarget(target, binding);
  if (resource !== undefined) {
    const isAll = resource.resource.loop !== undefined && resource.index === undefined;
    return declaredTexts.has(name.name) && !isExtensible(resource.resource) && !isAll;
  }
  const module = moduleTarget(target, binding);
  return (
    name.name === 'name' &&
    module !== undefined &&
    (module.module.loop === undefined || module.index !== undefined)
  );
}

function itemOf(type: PlainType): PlainType {
  return type.kind === 'array' ? type.item : unknownType;
}
