import type { DecoratorSyntax } from '../../syntax/index.ts';
import type { Entry } from '../arm/node-builder.ts';
import { type LoweringContext, noLocals } from '../lowering-context.ts';
import { decoratorArguments, findDecorator } from './decorator.ts';
import { unindented } from './unindented.ts';

/** The text of `@description`; one of several lines may be indented like the code around it. */
export function descriptionEntries(decorators: readonly DecoratorSyntax[], cx: LoweringContext): Entry[] {
  const place = findDecorator(decorators, 'description');
  const [text] = place === undefined ? [] : decoratorArguments(place);
  if (place === undefined || text === undefined) return [];
  const value =
    text.kind === 'string' ? cx.nodes.text(text, unindented(text.value)) : cx.value(text, noLocals);
  return [{ name: 'description', place, value }];
}

/** `metadata` with the text of `@description`. */
export function descriptionMetadata(
  decorators: readonly DecoratorSyntax[],
  cx: LoweringContext,
): Entry | undefined {
  const [description] = descriptionEntries(decorators, cx);
  if (description === undefined) return undefined;
  const { place = description.value } = description;
  return { name: 'metadata', place, value: cx.nodes.object(place, [description]) };
}
