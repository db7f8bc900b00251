import type { Origin } from '../kernel/index.ts';

const words: Readonly<Record<Origin['kind'], string>> = {
  literal: 'the value is written here',
  expression: 'the value is computed here',
  parameter: 'the value of parameter',
  default: 'the default of parameter',
  variable: 'variable',
  'loaded-file': 'file',
  'nested-template': 'the value for the nested template, parameter',
  'linked-template': 'the value for the linked template, parameter',
  output: 'output',
};

/** One step of the way that a value came, in words. */
export function originText({ kind, name }: Origin): string {
  return name === '' ? words[kind] : `${words[kind]} ${name}`;
}
