/** The digits of the absolute value of a number, rounded to `fractionDigits` after the point. */
export function decimalDigits(
  value: number | bigint,
  fractionDigits: number,
): { whole: string; fraction: string } {
  if (typeof value === 'bigint' || Number.isInteger(value)) {
    const exact = BigInt(value);
    return { whole: (exact < 0n ? -exact : exact).toString(), fraction: '0'.repeat(fractionDigits) };
  }
  const text = Math.abs(value).toFixed(Math.min(fractionDigits, 100));
  const [whole, fraction = ''] = text.split('.');
  return { whole: whole!, fraction: fraction.padEnd(fractionDigits, '0') };
}

/** Puts a comma between groups of three digits. */
export function grouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A hundred times `value`, without the rounding of a binary multiplication: 0.1234 gives 12.34. */
export function hundredfold(value: number | bigint): number | bigint {
  return typeof value === 'bigint'
    ? value * 100n
    : Number(`${value}e2`.replace(/e(.+)e2$/, (_, e) => `e${Number(e) + 2}`));
}
