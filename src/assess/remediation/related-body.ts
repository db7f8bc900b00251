import { fold, Unknown, type ValueObject } from '../../kernel/index.ts';
import type { PolicyEvaluation, RelatedQuery } from '../../policy/index.ts';
import { memberOf } from './remediation-task.ts';
import { placeholder } from './wanted-values.ts';

/** The beginnings of the resource that an existence effect misses: its type, its name and, where it belongs to the resource, its id. */
export function relatedBody({ policy, subject }: PolicyEvaluation, query: RelatedQuery): ValueObject {
  const details = policy?.definition.rule.details;
  const written = memberOf(details, 'type');
  const type = typeof written === 'string' && fold(written) === query.type ? written : query.type;
  const given = memberOf(details, 'name');
  const name = query.name instanceof Unknown ? undefined : query.name;
  const isLiteral = typeof given === 'string' && fold(given) === name;
  const own = filled(isLiteral ? given : name);
  const id = typeof subject.id === 'string' ? subject.id : undefined;
  switch (query.relation) {
    case 'child': {
      const outer = typeof subject.name === 'string' ? `${subject.name}/` : '';
      const whole = own.includes('/') ? own : `${outer}${own}`;
      const segment = type.slice(type.lastIndexOf('/') + 1);
      const isDirect = type.split('/').length === subject.type.split('/').length + 1;
      return {
        type,
        name: whole,
        ...(id === undefined || !isDirect
          ? {}
          : { id: `${id}/${segment}/${whole.slice(whole.lastIndexOf('/') + 1)}` }),
      };
    }
    case 'extension':
      return { type, name: own, ...(id === undefined ? {} : { id: `${id}/providers/${type}/${own}` }) };
    default:
      return { type, name: own };
  }
}

/** A `?` stands for any name. */
function filled(name: string | undefined): string {
  const segments = (name ?? '?').split('/');
  return segments.map((segment) => (segment === '?' || segment === '' ? placeholder : segment)).join('/');
}
