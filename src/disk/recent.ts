/** Holds what was used last, up to a size: what was not used for longest goes first. */
export class Recent<T> {
  readonly #held = new Map<string, { value: T; size: number }>();
  readonly #most: number;
  #size = 0;

  /** @param most the size of all that is held; what is used last is held whatever its size */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is held under a key, in an object of its own: it may be undefined itself. */
  get(key: string): { value: T } | undefined {
    const held = this.#held.get(key);
    if (!held) return undefined;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held;
  }

  /** @param size in whatever `most` is measured in */
  put(key: string, value: T, size = 1): void {
    this.#drop(key);
    this.#held.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#held.keys()) {
      if (this.#size <= this.#most || oldest === key) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#held.get(key)?.size ?? 0;
    this.#held.delete(key);
  }
}
