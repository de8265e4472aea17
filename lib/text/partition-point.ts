/**
 * The first index whose item is not before what is looked for, by halving (C++ and Rust: `partition_point`); `length` when
 * all are before it. The items are in order: where one is not before, none after it is.
 */
export function partitionPoint(length: number, isBefore: (index: number) => boolean, from = 0): number {
  let low = from;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index whose number is not below a value, in ascending numbers. */
export const lowerBound = (ascending: ArrayLike<number>, value: number): number =>
  partitionPoint(ascending.length, (index) => ascending[index]! < value);
