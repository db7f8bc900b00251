import { findKey, type Value, type ValueObject } from '../../kernel/index.ts';
import { EvaluationError, type TemplateFunction } from '../template-function.ts';
import { describe, isInteger, limited, objectAt, stringAt } from './operands.ts';

const defaultPorts = new Map<string, number>([
  ['http', 80],
  ['https', 443],
  ['ftp', 21],
]);

function part(components: ValueObject, name: string): Value {
  const key = findKey(components, name);
  return key === undefined ? null : components[key]!;
}

function textPart(components: ValueObject, name: string, isRequired: boolean): string {
  const value = part(components, name);
  if (typeof value === 'string') return value;
  if (value === null && !isRequired) return '';
  throw new EvaluationError(`buildUri expects a string as \`${name}\`, but it is ${describe(value)}`);
}

function portPart(components: ValueObject, scheme: string): string {
  const port = part(components, 'port');
  if (port === null) return '';
  if (!isInteger(port) || port < 0 || port > 65_535) {
    throw new EvaluationError('buildUri expects a port number from 0 to 65535 as `port`');
  }
  return Number(port) === defaultPorts.get(scheme.toLowerCase()) ? '' : `:${port}`;
}

/** `buildUri` of an object with `scheme`, `host`, `port`, `path` and `query` (bicep-functions-string.md). */
export const buildUri: TemplateFunction = {
  name: 'buildUri',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'string',
  run(args, call) {
    const components = objectAt(call, args, 0);
    const scheme = textPart(components, 'scheme', true);
    const host = textPart(components, 'host', true);
    const path = textPart(components, 'path', false).replace(/^\/?/, '/');
    const query = textPart(components, 'query', false).replace(/^(?=[^?])/, '?');
    const text = `${scheme}://${host}${portPart(components, scheme)}${path}${query}`;
    if (!URL.canParse(text)) throw new EvaluationError(`buildUri makes \`${text}\`, which is not a URI`);
    return limited(call, text);
  },
};

/** `parseUri`, the inverse of `buildUri`; a default port is null (bicep-functions-string.md). */
export const parseUri: TemplateFunction = {
  name: 'parseUri',
  argumentsMin: 1,
  argumentsMax: 1,
  returns: 'object',
  run(args, call) {
    const text = stringAt(call, args, 0);
    if (!URL.canParse(text)) throw new EvaluationError(`parseUri cannot read \`${text}\` as an absolute URI`);
    const url = new URL(text);
    const scheme = url.protocol.slice(0, -1);
    const port = url.port === '' || Number(url.port) === defaultPorts.get(scheme) ? null : Number(url.port);
    return { scheme, host: url.hostname, port, path: url.pathname, query: url.search };
  },
};
