// What no blob needs any more is overwritten with zeros: Azurite only ever appends to its extents, and removes one when nothing in it
// is needed, so what the office has erased would stay on the disk beside what it keeps. Bytes that a blob needs are never moved.
"use strict";
const fs = require("node:fs");
const { join } = require("node:path");

const EXTENTS = "__blobstorage__";
const EVERY = 10_000;
// What was written becomes a blob at once, or never: it was there already, or the request was refused.
const BECOMES = 20_000;
const BLOCK = 1 << 20;
const ZEROS = Buffer.alloc(BLOCK);

// Every chunk of an extent that a database of blobs points at, as [key, chunk].
function* chunksOf(collections) {
  for (const { data } of collections) for (const doc of data) yield* chunksIn(doc);
}

function* chunksIn(doc) {
  for (const part of [doc, ...(doc.committedBlocksInOrder ?? []), ...(doc.pageRangesInOrder ?? [])]) {
    if (part.persistency && part.persistency.id !== "*ZERO*") yield [keyOf(part.persistency), part.persistency];
  }
}

const keyOf = ({ id, offset, count }) => `${id}/${offset}/${count}`;

// Before Azurite runs, when nothing is under way: whatever no blob needs, and files that a kill left half written. Safe to repeat.
function eraseAll(location, blobs) {
  for (const name of fs.readdirSync(location)) if (name.endsWith("~")) fs.unlinkSync(join(location, name));
  const folder = join(location, EXTENTS);
  if (!fs.existsSync(folder)) return;
  const needed = new Map();
  for (const [, { id, offset, count }] of chunksOf(blobs.collections)) {
    if (!needed.has(id)) needed.set(id, []);
    needed.get(id).push([offset, offset + count]);
  }
  for (const id of fs.readdirSync(folder)) eraseBetween(join(folder, id), needed.get(id) ?? []);
}

function eraseBetween(path, ranges) {
  const file = fs.openSync(path, "r+");
  let changed = false;
  const size = fs.fstatSync(file).size;
  let end = 0;
  for (const [from, to] of [...ranges.sort((a, b) => a[0] - b[0]), [size, size]]) {
    for (let at = end; at < from; at += BLOCK) changed = eraseBlock(file, at, Math.min(BLOCK, from - at)) || changed;
    end = Math.max(end, to);
  }
  if (changed) fs.fsyncSync(file);
  fs.closeSync(file);
}

// Reads before it writes: most of it was erased by an earlier start.
function eraseBlock(file, at, length) {
  const found = Buffer.alloc(length);
  fs.readSync(file, found, 0, length, at);
  const zeros = ZEROS.subarray(0, length);
  if (found.equals(zeros)) return false;
  fs.writeSync(file, zeros, 0, length, at);
  return true;
}

// While Azurite runs: what a blob needed and no blob needs since at least one round, so that whoever was reading it has
// read it; and what was sent and became no blob.
class Eraser {
  // `blobs` is the database as it was read at the start.
  constructor(location, journal, blobs) {
    Object.assign(this, { folder: join(location, EXTENTS), journal, unneeded: new Set(), written: new Map(), rounds: Promise.resolve() });
    this.seen = new Map(chunksOf(blobs?.collections ?? []));
  }

  // The database of blobs as it lives; called for each of its collections.
  watch(database, collection) {
    const next = () => (this.rounds = this.rounds.then(() => this.round()).catch((error) => console.error(error)));
    if (!this.database) setInterval(next, EVERY).unref();
    this.database = database;
    const note = (docs) => {
      this.changed = true;
      for (const doc of [docs].flat()) for (const [key, chunk] of chunksIn(doc)) this.seen.set(key, chunk);
    };
    collection.on("insert", note);
    collection.on("update", note);
    collection.on("delete", note);
  }

  // A chunk of an extent that was written just now.
  wrote(chunk) {
    this.written.set(keyOf(chunk), { chunk, at: performance.now() });
  }

  async round() {
    if (!this.changed && this.unneeded.size === 0 && this.written.size === 0) return;
    this.changed = false;
    const needed = new Map(chunksOf(this.database.collections));
    const ends = [...this.unneeded].filter((key) => !needed.has(key)).map((key) => [key, this.seen.get(key)]);
    for (const [key, { chunk, at }] of this.written) {
      if (!needed.has(key) && !this.seen.has(key)) {
        if (performance.now() - at < BECOMES) continue;
        ends.push([key, chunk]);
      }
      this.written.delete(key);
    }
    this.unneeded = new Set([...this.seen.keys()].filter((key) => !needed.has(key)));
    // What is not on the disk yet could be taken back by a crash, and with it the blob.
    await this.journal.durable();
    for (const [key, { id, offset, count }] of ends) {
      await this.overwrite(join(this.folder, id), offset, count);
      this.seen.delete(key);
      this.unneeded.delete(key);
    }
  }

  async overwrite(path, offset, count) {
    let file;
    try {
      file = await fs.promises.open(path, "r+");
      for (let at = 0; at < count; at += BLOCK) await file.write(ZEROS, 0, Math.min(BLOCK, count - at), offset + at);
      await file.datasync();
    } catch (error) {
      // Azurite removes an extent that nothing needs.
      if (error.code !== "ENOENT") throw error;
    } finally {
      await file?.close();
    }
  }
}

module.exports = { eraseAll, Eraser, EXTENTS };
