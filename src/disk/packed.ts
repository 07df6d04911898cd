/** Bytes made smaller for what is kept: quickly, since most of it is written more often than read. */
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';

/**
 * Zstandard takes half the time of deflate for smaller files, where this Node.js has it: from 22.15 on.
 * What is kept by one is never read by the other, since the version of Node.js is in all keys.
 */
const hasZstandard = 'zstdCompressSync' in zlib;

const QUICK = hasZstandard
  ? { params: { [zlib.constants.ZSTD_c_compressionLevel]: 1 } }
  : { level: 1 };

/** Packs bytes or a text in this turn of the event loop. */
export const packNow: (content: string | Uint8Array) => Buffer = (content) =>
  hasZstandard ? zlib.zstdCompressSync(content, QUICK) : zlib.deflateRawSync(content, QUICK);

/** What was packed. @throws if it was not */
export const unpackNow: (packed: Uint8Array) => Buffer = hasZstandard
  ? zlib.zstdDecompressSync
  : zlib.inflateRawSync;

/** The same in another thread. */
export const unpack: (packed: Uint8Array) => Promise<Buffer> = promisify(
  hasZstandard ? zlib.zstdDecompress : zlib.inflateRaw,
);

/** Packs what comes bit by bit, of which only the packed bytes are held. */
export function openPacking(): { add: (bytes: Uint8Array) => void; end: () => Promise<Buffer> } {
  const packing = hasZstandard ? zlib.createZstdCompress(QUICK) : zlib.createDeflateRaw(QUICK);
  const packed = buffer(packing);
  // Whoever asks for the end is told of a failure; before, nobody listens.
  packed.catch(() => undefined);
  return {
    add: (bytes) => void packing.write(bytes),
    end: () => {
      packing.end();
      return packed;
    },
  };
}
