/** Orders numbers, big integers and texts; `NaN` where there is no order. */
export function compareValues<Value extends number | bigint | string>(
  left: Value,
  right: Value,
): number {
  return left < right ? -1 : left > right ? 1 : left === right ? 0 : Number.NaN;
}
