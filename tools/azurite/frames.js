// The bytes of the journal. A record is a header of 24 bytes and a JSON text:
//   0  u32 LE  "NTMJ"      4  u32 LE  length of the text      8  u64 LE  number of the record, counting up by one
//   16 8 bytes, the start of SHA-256 over the 16 bytes before and the text
"use strict";
const { createHash } = require("node:crypto");

const MAGIC = Buffer.from("NTMJ");
const HEADER = 24;

function sum(header, text) {
  return createHash("sha256").update(header).update(text).digest().subarray(0, 8);
}

function encode(number, text) {
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(HEADER + length);
  MAGIC.copy(frame);
  frame.writeUInt32LE(length, 4);
  frame.writeBigUInt64LE(BigInt(number), 8);
  frame.write(text, HEADER);
  sum(frame.subarray(0, 16), frame.subarray(HEADER)).copy(frame, 16);
  return frame;
}

// The record that begins at this offset, or undefined if no whole record does.
function decode(buffer, at) {
  if (at + HEADER > buffer.length || !buffer.subarray(at, at + 4).equals(MAGIC)) return undefined;
  const next = at + HEADER + buffer.readUInt32LE(at + 4);
  if (next > buffer.length) return undefined;
  const text = buffer.subarray(at + HEADER, next);
  if (!sum(buffer.subarray(at, at + 16), text).equals(buffer.subarray(at + 16, at + HEADER))) return undefined;
  return { number: Number(buffer.readBigUInt64LE(at + 8)), text, next };
}

// Whether a whole record begins anywhere behind this offset.
function follows(buffer, at) {
  for (let i = buffer.indexOf(MAGIC, at + 1); i >= 0; i = buffer.indexOf(MAGIC, i + 1)) {
    if (decode(buffer, i)) return true;
  }
  return false;
}

module.exports = { encode, decode, follows };
