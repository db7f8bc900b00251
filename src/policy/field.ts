import { fold, Unknown, type Value } from '../kernel/index.ts';
import { type Alias, type AliasTable, aliasPath } from './alias-table.ts';
import {
  type FieldPath,
  type FoundValue,
  parseFieldPath,
  type Substitution,
  selectValues,
  starCount,
} from './field-path.ts';
import { type PolicySubject, shortName } from './policy-subject.ts';

/**
 * A field of a rule, resolved for a resource type (definition-structure-policy-rule.md#fields):
 * - `property`: a path into the resource
 * - `name`, `fullName`, `location`, `id`, `apiVersion`: fields with a meaning of their own
 * - `foreign`: an alias of other types only; it is missing here
 * - `unknownAlias`: an alias that is not in the alias table, so that nothing can be said
 */
export type ResolvedField =
  | {
      readonly kind: 'property';
      readonly path: FieldPath;
      readonly stars: number;
      readonly alias: Alias | undefined;
    }
  | { readonly kind: 'name' | 'fullName' | 'location' | 'id' | 'apiVersion' | 'type' }
  | { readonly kind: 'foreign'; readonly stars: number }
  | { readonly kind: 'unknownAlias'; readonly name: string };

const ownFields: ReadonlyMap<string, 'name' | 'fullName' | 'location' | 'id' | 'apiVersion' | 'type'> =
  new Map([
    ['name', 'name'],
    ['fullname', 'fullName'],
    ['location', 'location'],
    ['id', 'id'],
    ['apiversion', 'apiVersion'],
    ['type', 'type'],
  ]);

/** How fields are resolved. */
export interface FieldResolver {
  readonly aliases: AliasTable;
  /** Read names with a slash that are no alias as property paths instead of refusing them (for tests of foreign catalogues). */
  readonly unknownAliasesArePaths?: boolean;
}

/** Resolves a field name for a resource type (folded) and API version. */
export function resolveField(
  name: string,
  type: string,
  apiVersion: string | undefined,
  resolver: FieldResolver,
): ResolvedField {
  const folded = fold(name);
  const own = ownFields.get(folded);
  if (own !== undefined) return { kind: own };
  const tag = tagName(name, folded);
  if (tag !== undefined) return property(['tags', tag]);
  if (!name.includes('/')) return property(parseFieldPath(name));
  const alias = resolver.aliases.find(type, folded);
  if (alias !== undefined) return property(aliasPath(alias, apiVersion), alias);
  if (resolver.aliases.has(folded)) return { kind: 'foreign', stars: name.split('[*]').length - 1 };
  return resolver.unknownAliasesArePaths ? property(parseFieldPath(name)) : { kind: 'unknownAlias', name };
}

function property(path: FieldPath, alias?: Alias): ResolvedField {
  return { kind: 'property', path, stars: starCount(path), alias };
}

/** `tags.x`, `tags['x y']`, `tags[x]`: a tag may hold dots and quotes. */
function tagName(name: string, folded: string): string | undefined {
  if (folded.startsWith('tags.')) return name.slice('tags.'.length);
  if (!folded.startsWith('tags[') || !folded.endsWith(']')) return undefined;
  const inner = name.slice('tags['.length, -1);
  if (inner === '*') return undefined;
  const quoted = /^'(.*)'$/s.exec(inner);
  return quoted === null ? inner : quoted[1]!.replaceAll("''", "'");
}

/** The values that a resolved field has on a resource. */
export function readField(
  field: ResolvedField,
  subject: PolicySubject,
  substitution?: Substitution,
): FoundValue[] {
  switch (field.kind) {
    case 'property':
      return selectValues(subject.body, field.path, substitution);
    case 'name':
      return [{ value: shortName(subject) ?? undefined, path: ['name'] }];
    case 'fullName':
      return [{ value: subject.name ?? undefined, path: ['name'] }];
    case 'type':
      return [{ value: subject.type === '' ? undefined : subject.type, path: ['type'] }];
    case 'id':
      return [{ value: subject.id, path: ['id'] }];
    case 'apiVersion':
      return [{ value: subject.apiVersion, path: ['apiVersion'] }];
    case 'location': {
      const own = selectValues(subject.body, ['location'])[0]!;
      return [{ ...own, value: own.value ?? subject.parentLocation }];
    }
    case 'foreign':
      return [{ value: undefined, path: [] }];
    case 'unknownAlias': {
      const cause = {
        kind: 'external',
        name: `the alias ${field.name}, which is not in the alias table`,
      } as const;
      return [{ value: new Unknown(`field('${field.name}')`, { causes: [cause] }), path: [] }];
    }
    default:
      return field satisfies never;
  }
}

/** Whether the values of a field are compared as locations: `East US 2` is `eastus2`. */
export function isLocationField(field: ResolvedField): boolean {
  return field.kind === 'location';
}

/** A location, or a list of them, in normalised form; what is known of an unknown one is normalised too. */
export function normalizeLocation(location: Value): Value {
  if (typeof location === 'string') return normalizeText(location);
  if (Array.isArray(location)) return location.map(normalizeLocation);
  if (!(location instanceof Unknown)) return location;
  return location.derive(location.expression, {
    type: location.type,
    prefix: normalizeText(location.prefix),
    suffix: normalizeText(location.suffix),
    candidates: location.candidates?.map(normalizeLocation),
  });
}

function normalizeText(location: string): string {
  return fold(location.replaceAll(' ', ''));
}
