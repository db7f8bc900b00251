/** Functions of templates that Bicep has operators or literals for (articles/azure-resource-manager/bicep/operators.md). */
const operators: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['sub', '-'],
  ['mul', '*'],
  ['div', '/'],
  ['mod', '%'],
  ['less', '<'],
  ['lessOrEquals', '<='],
  ['greater', '>'],
  ['greaterOrEquals', '>='],
  ['equals', '=='],
  ['not', '!'],
  ['and', '&&'],
  ['or', '||'],
  ['coalesce', '??'],
]);

const others: ReadonlyMap<string, { readonly bcp: string; readonly advice: string }> = new Map([
  ['if', { bcp: 'BCP100', advice: 'write `condition ? whenTrue : whenFalse`' }],
  ['createArray', { bcp: 'BCP101', advice: 'write the items between `[` and `]`' }],
  ['createObject', { bcp: 'BCP102', advice: 'write the properties between `{` and `}`' }],
  ['variables', { bcp: 'BCP060', advice: 'write the name of the variable alone' }],
  ['parameters', { bcp: 'BCP061', advice: 'write the name of the parameter alone' }],
]);

/** What stands in Bicep for a function of the template language. */
export function unsupportedFunction(
  name: string,
): { readonly bcp: string; readonly advice: string } | undefined {
  const operator = operators.get(name);
  return operator === undefined
    ? others.get(name)
    : { bcp: 'BCP069', advice: `write the operator \`${operator}\`` };
}
