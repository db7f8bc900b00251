/** What the grammar asks for at a place. */
export interface Expectation {
  /** Follows "expected". */
  readonly text: string;
  /** The code of Microsoft's compiler for the same mistake (Azure/bicep, DiagnosticBuilder). */
  readonly bcp: string;
  readonly advice: string;
}

/** Everything the parser asks for by name. */
export const expectations = {
  value: {
    text: 'a value',
    bcp: 'BCP009',
    advice: 'write a literal, an array, an object, a name, a function call or an expression in parentheses',
  },
  type: {
    text: 'a type',
    bcp: 'BCP279',
    advice: 'write string, int, bool, object, array, the name of a declared type or a type expression',
  },
  unionMember: {
    text: 'a type behind `|`',
    bcp: 'BCP300',
    advice: 'write the next type in this line, or remove the `|`',
  },
  endOfLine: {
    text: 'the end of the line',
    bcp: 'BCP019',
    advice: 'one declaration ends before the next line begins; what follows in this line was left out',
  },
  separator: {
    text: 'a new line or a comma',
    bcp: 'BCP236',
    advice: 'put each element in its own line or commas between them',
  },
  comma: { text: 'a comma', bcp: 'BCP237', advice: 'put commas between the arguments' },
  propertyName: {
    text: 'a property name',
    bcp: 'BCP022',
    advice:
      'write `name: value`; a name with other characters than letters, digits and `_` is put in single quotes',
  },
  propertyNameOrMatcher: {
    text: 'a property name or `*`',
    bcp: 'BCP317',
    advice: 'write `name: type`, or `*: type` for the properties that are not listed',
  },
  memberName: {
    text: 'the name of a property or function',
    bcp: 'BCP020',
    advice: 'write the name, or remove what leads to it',
  },
  index: {
    text: 'an index',
    bcp: 'BCP117',
    advice: 'write a number or a property name between the brackets',
  },
  holeEnd: {
    text: '`}`',
    bcp: 'BCP064',
    advice: 'a hole in a string holds one expression; close it with `}` behind the expression',
  },
  loopVariable: {
    text: 'a loop variable or `(`',
    bcp: 'BCP162',
    advice: 'write `[for item in items: ...]` or `[for (item, index) in items: ...]`',
  },
  indexVariable: {
    text: 'the variable of the item and that of the index',
    bcp: 'BCP249',
    advice: 'write `for (item, index) in items`',
  },
  in: { text: 'the word `in`', bcp: 'BCP012', advice: 'write `[for item in items: ...]`' },
  loop: {
    text: 'a loop',
    bcp: 'BCP012',
    advice:
      'in brackets stands `[for item in items: { ... }]`; the body of one resource or module is in braces',
  },
  loopBody: {
    text: '`{` or `if`',
    bcp: 'BCP167',
    advice: 'a loop of resources or modules has a body in braces, with or without `if (condition)`',
  },
  lambdaParameter: {
    text: 'the name of a variable',
    bcp: 'BCP015',
    advice: 'the variables of a lambda are plain names: `(x, y) => ...`',
  },
  body: {
    text: '`{`, `[` or `if`',
    bcp: 'BCP118',
    advice: 'write `{ ... }`, `if (condition) { ... }` or `[for item in items: { ... }]`',
  },
  decoratorName: {
    text: 'the name of a decorator',
    bcp: 'BCP123',
    advice: "write a decorator such as `@description('...')`",
  },
  parameterName: { text: 'the name of a parameter', bcp: 'BCP013', advice: 'write `param name type`' },
  parameterRest: {
    text: '`=` or the end of the line',
    bcp: 'BCP008',
    advice: 'write `param name type = default`; constraints are decorators in the lines above',
  },
  variableName: { text: 'the name of a variable', bcp: 'BCP015', advice: 'write `var name = value`' },
  outputName: { text: 'the name of an output', bcp: 'BCP016', advice: 'write `output name type = value`' },
  resourceName: {
    text: 'the symbolic name of a resource',
    bcp: 'BCP017',
    advice: "write `resource name 'type@version' = { ... }`",
  },
  resourceType: {
    text: 'the type of a resource in single quotes',
    bcp: 'BCP068',
    advice: "write `resource name 'type@version' = { ... }`",
  },
  moduleName: {
    text: 'the symbolic name of a module',
    bcp: 'BCP096',
    advice: "write `module name 'path' = { ... }`",
  },
  modulePath: {
    text: 'the path of a file in single quotes',
    bcp: 'BCP097',
    advice: "write a relative path such as './network.bicep' or a registry reference such as 'br:...'",
  },
  metadataName: { text: 'a name', bcp: 'BCP266', advice: 'write `metadata name = value`' },
  typeIdentifier: { text: 'the name of a type', bcp: 'BCP325', advice: 'write `type name = ...`' },
  functionName: {
    text: 'the name of a function',
    bcp: 'BCP015',
    advice: 'write `func name(parameter type) type => value`',
  },
  assertName: { text: 'a name', bcp: 'BCP344', advice: 'write `assert name = condition`' },
  testName: { text: 'a name', bcp: 'BCP346', advice: "write `test name 'path' = { ... }`" },
  testPath: { text: 'the path of a file', bcp: 'BCP347', advice: "write `test name 'path' = { ... }`" },
  imported: {
    text: '`{` or `*`',
    bcp: 'BCP354',
    advice: "write `import { name } from 'path'` or `import * as name from 'path'`",
  },
  importedName: {
    text: 'the name of something exported',
    bcp: 'BCP355',
    advice: 'list the names, each in its own line or with commas between them',
  },
  namespaceName: { text: 'a name', bcp: 'BCP356', advice: "write `import * as name from 'path'`" },
  from: { text: 'the word `from`', bcp: 'BCP012', advice: "write `import { name } from 'path'`" },
  as: { text: 'the word `as`', bcp: 'BCP012', advice: "write `import * as name from 'path'`" },
  with: { text: 'the word `with`', bcp: 'BCP012', advice: 'write `with { ... }`' },
  withOrAs: {
    text: '`with`, `as` or the end of the line',
    bcp: 'BCP305',
    advice: 'write `extension name with { ... } as alias`; both parts may be left out',
  },
  withOrEndOfLine: {
    text: '`with` or the end of the line',
    bcp: 'BCP436',
    advice: "write `using 'main.bicep'`",
  },
  extension: {
    text: 'an extension',
    bcp: 'BCP201',
    advice: 'name an extension of bicepconfig.json, a relative path or a registry reference',
  },
  alias: { text: 'an alias', bcp: 'BCP202', advice: 'write the name by which this file calls it' },
  templatePath: {
    text: 'the path of a Bicep file in single quotes, or `none`',
    bcp: 'BCP257',
    advice: "write `using 'main.bicep'`",
  },
  basePath: {
    text: 'the path of a .bicepparam file in single quotes',
    bcp: 'BCP404',
    advice: "write `extends 'base.bicepparam'`",
  },
} as const satisfies Record<string, Expectation>;

/** The expectation of one character or operator. */
export function expectedText(text: string): Expectation {
  return { text: `\`${text}\``, bcp: 'BCP018', advice: `write \`${text}\` here` };
}
