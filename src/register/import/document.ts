import { Damage } from './damage.ts';
import { tooLarge } from './limit.ts';

/**
 * Cuts a JSON document into the releases it holds, as raw bytes and without keeping the document: a package of any
 * size passes through a buffer as large as its largest release. What stands around the releases is kept in `rest`,
 * with `{}` in the place of each release, so that parsing it proves the whole document well formed.
 */
export interface Cut {
  /** Byte offset of the piece in the document. */
  readonly offset: number;
  readonly bytes: Buffer;
}

/** Thrown with a sentence for the reader when the document cannot be JSON or passes a limit. */
export class DocumentError extends Damage {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = 'DocumentError';
    this.offset = offset;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;
const COMMA = 0x2c;
const PIECES = new Set(['"releases"', '"records"']);
const LONGEST_KEY = 64;

/** One pass over one document. Feed chunks with `push`, then ask `end`. */
export class DocumentCutter {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private offset = 0;
  /** Depth at which an opening brace begins a piece; -1 outside the arrays that hold pieces. */
  private pieceDepth = -1;
  private pieceStart = -1;
  private piece: Buffer[] = [];
  private pieceSize = 0;
  private rest: Buffer[] = [];
  private restSize = 0;
  private lastString = '';
  private stringStart = -1;
  private key = '';
  private readonly limit: number;

  /** @param limit largest piece, and largest rest, in bytes. */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** The pieces that end in this chunk. @throws DocumentError */
  *push(chunk: Buffer): Generator<Cut> {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (this.inString) {
        at = this.skipString(chunk, at);
        continue;
      }
      if (byte === QUOTE) this.openString(at);
      else if (byte === COLON) this.key = this.depth === 1 ? this.lastString : '';
      else if (byte === COMMA && this.depth === 1) this.key = '';
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (byte === OPEN_BRACE && this.depth === this.pieceDepth && this.pieceStart < 0) {
          this.keepRest(chunk.subarray(from, at));
          this.pieceStart = this.offset + at;
          from = at;
        }
        this.open(byte);
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        this.close(byte);
        if (this.pieceStart >= 0 && this.depth === this.pieceDepth) {
          yield this.finishPiece(chunk.subarray(from, at + 1));
          from = at + 1;
        }
      }
    }
    this.carry(chunk.subarray(from));
    this.keepStringStart(chunk);
    this.offset += chunk.length;
  }

  /** What stands around the pieces; the whole document when it has none. @throws DocumentError when it is cut short. */
  end(): Buffer {
    if (this.depth > 0 || this.inString) {
      throw new DocumentError('The document ends in the middle: it is cut short, or a bracket or quote is missing.', this.offset);
    }
    return Buffer.concat(this.rest);
  }

  private skipString(chunk: Buffer, start: number): number {
    for (let at = start; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) {
        this.inString = false;
        if (this.stringStart >= 0) this.closeString(chunk, at);
        return at;
      }
    }
    return chunk.length;
  }

  // Only a string directly in the outermost object can name the array of releases.
  private openString(at: number): void {
    this.inString = true;
    this.stringStart = this.depth === 1 && this.pieceDepth < 0 ? at : -1;
    this.lastString = '';
  }

  private closeString(chunk: Buffer, at: number): void {
    if (this.lastString.length <= LONGEST_KEY) {
      this.lastString += chunk.toString('latin1', this.stringStart, Math.min(at + 1, this.stringStart + LONGEST_KEY + 1));
    }
    this.stringStart = -1;
  }

  private keepStringStart(chunk: Buffer): void {
    if (!this.inString || this.stringStart < 0) return;
    if (this.lastString.length <= LONGEST_KEY) this.lastString += chunk.toString('latin1', this.stringStart, this.stringStart + LONGEST_KEY + 1);
    this.stringStart = 0;
  }

  private open(byte: number): void {
    if (byte === OPEN_BRACKET && this.pieceDepth < 0) {
      if (this.depth === 0) this.pieceDepth = 1;
      else if (this.depth === 1 && PIECES.has(this.key)) this.pieceDepth = 2;
    }
    this.depth += 1;
  }

  private close(byte: number): void {
    this.depth -= 1;
    if (this.depth < 0) throw new DocumentError('A closing bracket stands where none is open.', this.offset);
    if (byte === CLOSE_BRACKET && this.pieceStart < 0 && this.depth < this.pieceDepth) this.pieceDepth = -1;
  }

  private finishPiece(last: Buffer): Cut {
    const bytes = Buffer.concat([...this.piece, last]);
    const cut = { offset: this.pieceStart, bytes };
    this.piece = [];
    this.pieceSize = 0;
    this.pieceStart = -1;
    this.keepRest(Buffer.from('{}'));
    return cut;
  }

  private carry(bytes: Buffer): void {
    if (this.pieceStart < 0) {
      this.keepRest(bytes);
      return;
    }
    this.pieceSize += bytes.length;
    if (this.pieceSize > this.limit) throw new DocumentError(tooLarge('A release', this.limit), this.pieceStart);
    this.piece.push(Buffer.from(bytes));
  }

  private keepRest(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.restSize += bytes.length;
    if (this.restSize > this.limit) throw new DocumentError(tooLarge('The document outside its releases', this.limit), this.offset);
    this.rest.push(Buffer.from(bytes));
    // Between a million releases stand a million commas; as buffers of their own they would weigh a hundred times more.
    if (this.rest.length > 4096) this.rest = [Buffer.concat(this.rest)];
  }
}
