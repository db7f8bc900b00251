import type { SyntaxRange } from '../../syntax/index.ts';
import { type ArmExpression, call } from '../arm/arm-expression.ts';
import type { LoweringContext } from '../lowering-context.ts';

const shownLengthMax = 60;

/** What stands for an expression that means nothing: the value is unknown, and says which part of the file it is. A diagnostic has been reported. */
export function unreadable({ start, end }: SyntaxRange, cx: LoweringContext): ArmExpression {
  const text = cx.nodes.source.text.slice(start, end);
  const line = text.split(/\r?\n/, 1)[0] ?? '';
  const shown = line.length > shownLengthMax ? `${line.slice(0, shownLengthMax)}…` : line;
  return call('landguard.unknown', `\`${shown}\`, which could not be read`);
}
