import type { ResourceSymbol } from '../../binding/index.ts';

/** `outer::inner`: what a template calls a resource that is declared in the body of another. */
export function symbolicNameOf({ name, container }: ResourceSymbol): string {
  return container === undefined ? name : `${symbolicNameOf(container)}::${name}`;
}
