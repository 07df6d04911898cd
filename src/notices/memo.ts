/** Keeps what is made of each text, where the same few texts come again and again. */
export function memo<T extends string | object | boolean>(
  make: (text: string) => T,
): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const result = made.get(text) ?? make(text);
    made.set(text, result);
    return result;
  };
}
