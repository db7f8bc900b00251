import { describe, expect, it } from 'vitest';
import { run, seen, unknown } from './call-for-test.ts';
import { uniqueString } from './unique-string.ts';

describe('uniqueString', () => {
  // Known results of Azure, for inputs whose lengths leave each kind of tail.
  it.each([
    [['/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/myRg'], 'js26ofeqkqeve'],
    [['/subscriptions/11068ed9-6c31-4a47-8183-4eca6d84bb32/resourceGroups/myRg'], 'pwt7yebfrftwu'],
    [['/subscriptions/1ec1dd71-d88e-465d-95e2-4996c828833a/resourceGroups/myRg'], 'jztimcr36svny'],
    [['/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/my-rg'], 'bmg7c6xu4tw46'],
    [['test'], 'rbgf3xv4ufgzg'],
    [['abc'], 'cgtzqvhu4i23s'],
    [['hello', 'world'], 'a7wkljktk6wne'],
    [['foo', 'bar', 'baz'], 'xzi4ioaxtmth4'],
  ])('of %j is %s', (parts, expected) => {
    expect(uniqueString(parts)).toBe(expected);
    expect(run('uniqueString', ...parts)).toBe(expected);
  });

  it('depends on case and takes strings only', () => {
    expect(uniqueString(['Test'])).not.toBe(uniqueString(['test']));
    expect(() => run('uniqueString', 1)).toThrow('uniqueString expects a string, but argument 1 is an int');
  });

  it('gives away no secret', () => {
    expect(seen(run('uniqueString', 'a', unknown({ secret: true })))).toEqual({
      unknown: { type: 'string' },
    });
  });
});
