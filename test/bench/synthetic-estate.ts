import type { ValueObject } from '../../src/kernel/index.ts';
import { randomNumbers } from './random.ts';

const typeCount = 8;
const propertyCount = 30;
const values = Array.from({ length: 12 }, (_, index) => `Value${index}`);

/** Resources of about 600 bytes with properties in objects, an array of rules and tags. */
export function syntheticResources(count: number): ValueObject[] {
  const random = randomNumbers(1);
  return Array.from({ length: count }, (_, index) => syntheticResource(index, random));
}

function syntheticResource(index: number, random: () => number): ValueObject {
  const properties: ValueObject = {
    rules: Array.from({ length: 3 }, () => ({
      access: pick(['Allow', 'Deny'], random),
      port: pick(['22', '443', '*'], random),
    })),
  };
  for (let at = 0; at < propertyCount; at++) {
    if (random() >= 0.7) continue;
    const group = `group${at % 6}`;
    properties[group] = {
      ...(properties[group] as ValueObject | undefined),
      [`property${at}`]: pick(values, random),
    };
  }
  return {
    id: `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Contoso.Bench/type${index % typeCount}/r${index}`,
    name: `r${index}`,
    type: `Contoso.Bench/type${index % typeCount}`,
    location: pick(['westeurope', 'East US'], random),
    tags: { environment: pick(['prod', 'dev'], random), owner: 'bench' },
    properties,
  };
}

/**
 * Policies of three to five conditions over equals, notEquals, in, notIn, exists, like, anyOf, not and count with where. With `distinct`, nearly every
 * literal is its own, the worst case for sharing.
 */
export function syntheticPolicies(count: number, distinct: boolean): ValueObject[] {
  const random = randomNumbers(2);
  const literal = () =>
    distinct ? `${pick(values, random)}${Math.floor(random() * 1e6)}` : pick(values, random);
  return Array.from({ length: count }, (_, index) => {
    const leaves = Array.from({ length: 2 + Math.floor(random() * 3) }, () => syntheticLeaf(random, literal));
    if (random() < 0.15) leaves.push(ruleCount(pick([0, 1], random)));
    const rest: ValueObject = random() < 0.5 ? { anyOf: leaves } : { not: { allOf: leaves } };
    const type = { field: 'type', equals: `Contoso.Bench/type${index % typeCount}` };
    return {
      name: `bench-${index}`,
      properties: { mode: 'All', policyRule: { if: { allOf: [type, rest] }, then: { effect: 'audit' } } },
    };
  });
}

function syntheticLeaf(random: () => number, literal: () => string): ValueObject {
  const at = Math.floor(random() * propertyCount);
  const field = `properties.group${at % 6}.property${at}`;
  switch (Math.floor(random() * 6)) {
    case 0:
      return { field, equals: literal() };
    case 1:
      return { field, notEquals: literal() };
    case 2:
      return { field, in: [literal(), literal(), literal()] };
    case 3:
      return { field, notIn: [literal(), literal(), literal()] };
    case 4:
      return { field, exists: random() < 0.5 };
    default:
      return { field, like: pick(['Value*', '*9', 'Va*5'], random) };
  }
}

function ruleCount(limit: number): ValueObject {
  const where = {
    allOf: [
      { field: 'properties.rules[*].access', equals: 'Allow' },
      { field: 'properties.rules[*].port', in: ['22', '3389'] },
    ],
  };
  return { count: { field: 'properties.rules[*]', where }, greater: limit };
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}
