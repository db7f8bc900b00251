import { isObject, Unknown, type Value } from '../kernel/index.ts';

const printedLengthMax = 8_192;

/** Prints a value as a template expression, without brackets: `'a'`, `true()`, `createArray(1, 2)`. Long ones are cut with `…`. */
export function printExpression(value: Value): string {
  const text = print(value, printedLengthMax);
  return text.length > printedLengthMax ? `${text.slice(0, printedLengthMax)}…` : text;
}

function print(value: Value, budget: number): string {
  if (budget <= 0) return '…';
  if (value === null) return 'null()';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'boolean') return value ? 'true()' : 'false()';
  if (value instanceof Unknown) return value.expression;
  if (Array.isArray(value)) return printCall('createArray', value, budget);
  if (isObject(value)) return printCall('createObject', Object.entries(value).flat(), budget);
  if (typeof value === 'number' && !Number.isInteger(value)) return `float('${value}')`;
  return String(value);
}

function printCall(name: string, args: readonly Value[], budget: number): string {
  let text = `${name}(`;
  for (const [index, arg] of args.entries()) {
    if (text.length > budget) return `${text}, …)`;
    text += (index === 0 ? '' : ', ') + print(arg, budget - text.length);
  }
  return `${text})`;
}

/** Prints a call of `name`. */
export function printFunctionCall(name: string, args: readonly Value[]): string {
  const text = printCall(name, args, printedLengthMax);
  return text.length > printedLengthMax ? `${text.slice(0, printedLengthMax)}…` : text;
}
