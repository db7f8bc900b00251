import type { TemplateFunction } from '../template-function.ts';
import { indexFromEnd, tryGet, tryIndexFromEnd } from './access.ts';
import { endsWith, startsWith } from './affix.ts';
import { add, div, mod, mul, sub } from './arithmetic.ts';
import { base64, base64ToJson, base64ToString } from './base64.ts';
import { cidrHost, cidrSubnet, parseCidr } from './cidr.ts';
import { greater, greaterOrEquals, less, lessOrEquals } from './comparison.ts';
import { concat } from './concat.ts';
import { contains } from './contains.ts';
import { createObject } from './create-object.ts';
import { dataUri, dataUriToString } from './data-uri.ts';
import { dateTimeAdd, dateTimeFromEpoch, dateTimeToEpoch } from './date-time-add.ts';
import { equals } from './deep-equals.ts';
import { distinct } from './distinct.ts';
import { first, last } from './ends.ts';
import { max, min } from './extremes.ts';
import { fail } from './fail.ts';
import { filter } from './filter.ts';
import { flatten } from './flatten.ts';
import { format } from './format.ts';
import { guid } from './guid.ts';
import { intersection } from './intersection.ts';
import { items, objectKeys } from './items.ts';
import { join } from './join.ts';
import { json } from './json-text.ts';
import { toLower, toUpper } from './letter-case.ts';
import { like } from './like.ts';
import { bool, falseFunction, not, nullFunction, trueFunction } from './logical.ts';
import { array, createArray, range } from './make-array.ts';
import { map, mapValues } from './map.ts';
import { float, int } from './number-conversion.ts';
import { padLeft } from './pad-left.ts';
import { indexOf, lastIndexOf } from './position.ts';
import { reduce } from './reduce.ts';
import { replace } from './replace.ts';
import { shallowMerge } from './shallow-merge.ts';
import { empty, length } from './size.ts';
import { skip, substring, take } from './slice.ts';
import { sort } from './sort.ts';
import { split } from './split.ts';
import { groupBy, toObject } from './to-object.ts';
import { trim } from './trim.ts';
import { union } from './union.ts';
import { uniqueStringFunction } from './unique-string.ts';
import { uri } from './uri.ts';
import { uriComponent, uriComponentToString } from './uri-component.ts';
import { buildUri, parseUri } from './uri-parts.ts';
import { string } from './value-text.ts';

export { type DateTime, parseDateTime } from './date-time.ts';
export { deepEquals, type Tri } from './deep-equals.ts';
export { addDuration } from './duration.ts';
export { formatNet } from './format.ts';
export { guidOf } from './guid.ts';
export { containsRange, type IpRange, parseIpRange } from './ip-network.ts';
export { formatDateTime } from './net-date-format.ts';
export { uniqueString } from './unique-string.ts';
export { valueToString } from './value-text.ts';

/** Every function of the template language that depends on nothing but its arguments. */
export const pureFunctions: readonly TemplateFunction[] = [
  add,
  array,
  base64,
  base64ToJson,
  base64ToString,
  bool,
  buildUri,
  cidrHost,
  cidrSubnet,
  concat,
  contains,
  createArray,
  createObject,
  dataUri,
  dataUriToString,
  dateTimeAdd,
  dateTimeFromEpoch,
  dateTimeToEpoch,
  distinct,
  div,
  empty,
  endsWith,
  equals,
  fail,
  falseFunction,
  filter,
  first,
  flatten,
  float,
  format,
  greater,
  greaterOrEquals,
  groupBy,
  guid,
  indexFromEnd,
  indexOf,
  int,
  intersection,
  items,
  join,
  json,
  last,
  lastIndexOf,
  length,
  less,
  lessOrEquals,
  like,
  map,
  mapValues,
  max,
  min,
  mod,
  mul,
  not,
  nullFunction,
  objectKeys,
  padLeft,
  parseCidr,
  parseUri,
  range,
  reduce,
  replace,
  shallowMerge,
  skip,
  sort,
  split,
  startsWith,
  string,
  sub,
  substring,
  take,
  toLower,
  toObject,
  toUpper,
  trim,
  trueFunction,
  tryGet,
  tryIndexFromEnd,
  union,
  uniqueStringFunction,
  uri,
  uriComponent,
  uriComponentToString,
];
