import { expect, it } from 'vitest';
import { childNode, Diagnostics, parseJson } from '../kernel/index.ts';
import { readTemplate } from './template-sections.ts';
import { readTypeDeclaration } from './type-declaration.ts';

const { root } = parseJson(
  'main.json',
  JSON.stringify({
    definitions: {
      a: { type: 'Int', nullable: true },
      b: { $ref: '#/definitions/A' },
      c: { $ref: '#/definitions/gone' },
      d: { $ref: '#/definitions/d' },
    },
    parameters: {
      plain: { type: 'String' },
      secret: { type: 'secureObject' },
      nullable: { type: 'bool', nullable: true },
      odd: { type: 'toString' },
      none: {},
      referred: { $ref: '#/definitions/b' },
      ownNullable: { $ref: '#/definitions/plain', nullable: true },
      broken: { $ref: '#/definitions/c' },
      round: { $ref: '#/definitions/d' },
    },
  }),
);
const sections = readTemplate(root, new Diagnostics())!;

it.each([
  ['plain', { type: 'string', secure: false, nullable: false }],
  ['secret', { type: 'object', secure: true, nullable: false }],
  ['nullable', { type: 'bool', secure: false, nullable: true }],
  ['odd', { type: undefined }],
  ['none', { type: undefined, nullable: false }],
  ['referred', { type: 'int', nullable: true }],
])('reads %s', (name, expected) => {
  expect(readTypeDeclaration(childNode(childNode(root, 'parameters'), name)!, sections)).toMatchObject(
    expected,
  );
});

it.each(['ownNullable', 'broken', 'round'])('knows that %s leads nowhere', (name) => {
  expect(readTypeDeclaration(childNode(childNode(root, 'parameters'), name)!, sections)).toBeUndefined();
});
