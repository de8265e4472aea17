/** A growing array of one element type. */
export class Column<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>> {
  #array: T;
  length = 0;
  constructor(array: T) {
    this.#array = array;
  }
  reserve(count: number): T {
    if (this.length + count > this.#array.length) {
      const Type = this.#array.constructor as new (length: number) => T;
      const wider = new Type(Math.max(this.#array.length * 2, this.length + count));
      wider.set(this.#array);
      this.#array = wider;
    }
    return this.#array;
  }
  push(value: number): void {
    this.reserve(1)[this.length++] = value;
  }
  taken(): T {
    return this.#array.subarray(0, this.length) as T;
  }
}
