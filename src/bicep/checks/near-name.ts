import { closest } from '../../kernel/index.ts';

/** Nothing is suggested for a name so short that everything short is near. */
const suggestedLengthMin = 3;

/** The known name that was probably meant. */
export function nearName(name: string, known: Iterable<string>): string | undefined {
  return name.length < suggestedLengthMin ? undefined : closest(name, known);
}

/** ``did you mean `x`?`` or, when nothing is near, the sentence given. */
export function adviseName(name: string, known: Iterable<string>, otherwise: string): string {
  const near = nearName(name, known);
  return near === undefined ? otherwise : `did you mean \`${near}\`?`;
}
