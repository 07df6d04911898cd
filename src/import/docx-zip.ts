/** The files in a ZIP archive, unpacked one by one and within limits: a bomb ends as a refusal. */
import { Inflate } from 'fflate';

/** Files in an archive. A Word document with a thousand pictures has two thousand. */
const MAX_ENTRIES = 10_000;
/** Bytes of all parts that are read, unpacked. The longest notice known has one. */
const MAX_UNPACKED = 64 * 1024 * 1024;

/** Bytes given to the unpacker at once: they become at most a thousand times as many. */
const STEP = 16 * 1024;

/** Why an archive cannot be read; `message` is for people. */
export class ZipError extends Error {}

interface Entry {
  method: number;
  size: number;
  offset: number;
  check: number;
  isEncrypted: boolean;
}

/** An archive. Nothing is unpacked before it is asked for. */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  #left: number;

  /** @throws ZipError if the bytes are no archive, or one with too many files */
  constructor(bytes: Uint8Array, limit = MAX_UNPACKED) {
    this.#left = limit;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
      this.#list();
    } catch (error) {
      if (error instanceof RangeError) throw new ZipError('it is damaged: its list is cut off');
      throw error;
    }
  }

  /** The names of all files. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The bytes of a file, or undefined if there is none of this name.
   *
   * @throws ZipError if it is damaged, encrypted, or too large
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    const bytes = this.#unpack(name, entry);
    if (checksum(bytes) !== entry.check) throw new ZipError(`it is damaged in ${name}`);
    return bytes;
  }

  /** APPNOTE.TXT 4.3.16 and 4.3.12: the end of the list, and its entries. */
  #list(): void {
    const view = this.#view;
    let end = view.byteLength - 22;
    const first = Math.max(0, end - 0xffff);
    while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
    if (end < first) throw new ZipError('it is no ZIP archive, or is cut off');
    const count = view.getUint16(end + 10, true);
    if (count > MAX_ENTRIES) throw new ZipError(`it has ${count} parts; at most 10,000 are read`);
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new ZipError('it is damaged: no list');
      const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
      const start = at + 46;
      const written = this.#bytes.subarray(start, start + (name ?? 0));
      this.#entries.set(new TextDecoder().decode(written).replaceAll('\\', '/'), {
        method: view.getUint16(at + 10, true),
        size: view.getUint32(at + 20, true),
        offset: view.getUint32(at + 42, true),
        check: view.getUint32(at + 16, true),
        isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      });
      at = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    }
  }

  #unpack(name: string, { method, size, offset, isEncrypted }: Entry): Uint8Array {
    if (isEncrypted) throw new ZipError('it has a password');
    let packed: Uint8Array;
    try {
      const names = this.#view.getUint16(offset + 26, true);
      const start = offset + 30 + names + this.#view.getUint16(offset + 28, true);
      packed = this.#bytes.subarray(start, start + size);
    } catch {
      throw new ZipError(`it is damaged in ${name}`);
    }
    if (method === 0) return this.#count(packed);
    if (method !== 8) throw new ZipError(`${name} is packed in a way that is not known`);
    return this.#inflate(name, packed);
  }

  #inflate(name: string, packed: Uint8Array): Uint8Array {
    const parts: Uint8Array[] = [];
    const inflate = new Inflate((part) => parts.push(this.#count(part)));
    try {
      for (let at = 0; at === 0 || at < packed.length; at += STEP) {
        inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      }
    } catch (error) {
      if (error instanceof ZipError) throw error;
      throw new ZipError(`it is damaged in ${name}`);
    }
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }

  /** What is unpacked counts, whatever the archive says about its size. */
  #count(part: Uint8Array): Uint8Array {
    this.#left -= part.length;
    if (this.#left < 0) throw new ZipError('it unpacks to more than 64 MB');
    return part;
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32, as in RFC 1952. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
