/** Counts how much of one thing is of another, and tells of which the most. */
export class Tally<A, B> {
  readonly #rows = new Map<A, Map<B, number>>();

  add(a: A, b: B, amount: number): void {
    const row = this.#rows.get(a) ?? new Map<B, number>();
    this.#rows.set(a, row.set(b, (row.get(b) ?? 0) + amount));
  }

  /** Everything that was counted, the most first. */
  all(): { a: A; b: B; amount: number }[] {
    return [...this.#rows]
      .flatMap(([a, row]) => [...row].map(([b, amount]) => ({ a, b, amount })))
      .sort((p, q) => q.amount - p.amount);
  }

  /** For each thing that of which it has the most, and how much. */
  best(): Map<A, { b: B; amount: number }> {
    // The most comes first, and what is set last stays.
    return new Map(
      this.all()
        .reverse()
        .map(({ a, ...best }) => [a, best]),
    );
  }
}
