/** What each needs. */
export type Edges<T> = ReadonlyMap<T, readonly T[]>;

/** A number for each symbol: two have the same where each is needed by the other (Tarjan's algorithm, without recursion). */
export function stronglyConnected<T>(edges: Edges<T>): Map<T, number> {
  const groups = new Map<T, number>();
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const stack: T[] = [];
  const onStack = new Set<T>();
  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const pending: { symbol: T; next: number }[] = [{ symbol: root, next: 0 }];
    for (let frame = pending.at(-1); frame !== undefined; frame = pending.at(-1)) {
      const { symbol } = frame;
      if (frame.next === 0) {
        order.set(symbol, order.size);
        low.set(symbol, order.get(symbol) ?? 0);
        stack.push(symbol);
        onStack.add(symbol);
      }
      const to = edges.get(symbol)?.[frame.next];
      frame.next++;
      if (to !== undefined) {
        if (!order.has(to)) pending.push({ symbol: to, next: 0 });
        else if (onStack.has(to)) lower(low, symbol, order.get(to));
        continue;
      }
      pending.pop();
      const caller = pending.at(-1);
      if (caller !== undefined) lower(low, caller.symbol, low.get(symbol));
      if (low.get(symbol) !== order.get(symbol)) continue;
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        groups.set(member, order.get(symbol) ?? 0);
        if (member === symbol) break;
      }
    }
  }
  return groups;
}

function lower<T>(low: Map<T, number>, symbol: T, value: number | undefined): void {
  low.set(symbol, Math.min(low.get(symbol) ?? 0, value ?? Number.POSITIVE_INFINITY));
}

/** The way from one to another, both included. */
export function shortestPath<T>(from: T, to: T, edges: Edges<T>): readonly T[] | undefined {
  const before = new Map<T, T | undefined>([[from, undefined]]);
  for (const symbol of before.keys()) {
    if (symbol === to) {
      const path: T[] = [];
      for (let at: T | undefined = to; at !== undefined; at = before.get(at)) path.unshift(at);
      return path;
    }
    for (const next of edges.get(symbol) ?? []) if (!before.has(next)) before.set(next, symbol);
  }
  return undefined;
}
