/** Sorts 32-bit keys with their values in three passes of eleven bits; yields between passes. */
export function* sortByKey(keys: Uint32Array<ArrayBuffer>, values: Uint32Array<ArrayBuffer>): Generator<void, void> {
  const count = keys.length;
  let fromKeys = keys;
  let fromValues = values;
  let toKeys = new Uint32Array(count);
  let toValues = new Uint32Array(count);
  for (const shift of [0, 11, 22]) {
    const starts = new Uint32Array(2049);
    for (let i = 0; i < count; i++) starts[((fromKeys[i]! >>> shift) & 2047) + 1]!++;
    for (let i = 1; i < 2049; i++) starts[i]! += starts[i - 1]!;
    for (let i = 0; i < count; i++) {
      const key = fromKeys[i]!;
      const at = starts[(key >>> shift) & 2047]!++;
      toKeys[at] = key;
      toValues[at] = fromValues[i]!;
    }
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [fromValues, toValues] = [toValues, fromValues];
    yield;
  }
  // Three passes leave the result in the spare arrays.
  keys.set(fromKeys);
  values.set(fromValues);
}
