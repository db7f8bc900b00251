import { fold } from './fold.ts';

/** The candidate closest to `name`, when it is close enough to be a likely slip of the pen. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(name).slice(0, 128);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, fold(candidate), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** ``did you mean `x`?`` or, when nothing is close, the sentence given. */
export function suggest(name: string, candidates: Iterable<string>, otherwise: string): string {
  const match = closest(name, candidates);
  return match === undefined ? otherwise : `did you mean \`${match}\`?`;
}

/** Levenshtein distance, given up (as `limit`) once it cannot be below `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const cost = a.charCodeAt(row - 1) === b.charCodeAt(column - 1) ? 0 : 1;
      const distance = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + cost,
      );
      current.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest >= limit) return limit;
    previous = current;
  }
  return previous[b.length]!;
}
