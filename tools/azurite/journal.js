// The journal of a data folder: one log of all changes in the order in which they were made. Changes gather in memory;
// when someone waits for them they go out as one record, and are flushed to the disk, before he is answered. What one turn of
// the event loop brings shares one flush.
"use strict";
const fs = require("node:fs");
const { dirname, join } = require("node:path");
const { encode } = require("./frames");
const { segmentName } = require("./recovery");

class Journal {
  // `found` is what readJournal found; `failed` is told when the disk refuses, and does not return.
  constructor(folder, found, failed) {
    Object.assign(this, { folder, failed, segments: found.segments, before: { ...found.latest } });
    this.number = this.flushed = found.last;
    this.saved = {};
    this.gathering = { changes: [], databases: new Set() };
    this.sealed = [];
    this.waiting = [];
    for (const segment of found.segments) {
      if (segment.torn) cut(segment.path, segment.length);
    }
    this.mark = fs.openSync(join(folder, "acknowledged"), fs.constants.O_RDWR | fs.constants.O_CREAT);
    this.begin();
  }

  // A change of a database, as the JSON of its kind, its collection and its value.
  append(database, change) {
    this.gathering.changes.push(`[${JSON.stringify(database)},${change}]`);
    this.gathering.databases.add(database);
  }

  // The number of the record that holds the latest change.
  position() {
    return this.number + this.sealed.length + (this.gathering.changes.length > 0 ? 1 : 0);
  }

  // Resolves when all changes made so far are on the disk.
  durable() {
    const number = this.position();
    if (number <= this.flushed) return Promise.resolve();
    return new Promise((resolve) => {
      this.waiting.push({ number, resolve });
      this.wake();
    });
  }

  // A database as it is now is being saved. What follows goes to another record, as it is not in the file, and to a new
  // segment, so that the older ones can go when the file is complete.
  split() {
    this.splits = true;
    this.seal();
    this.wake();
  }

  // The file of this database holds, on the disk, all its changes up to this record.
  hasSaved(database, number) {
    this.saved[database] = number;
    const isSaved = ([name, latest]) => latest <= (this.saved[name] ?? 0);
    while (this.segments.length > 1 && Object.entries(this.segments[0].latest).every(isSaved)) {
      fs.unlinkSync(this.segments.shift().path);
    }
  }

  seal() {
    if (this.gathering.changes.length === 0) return;
    this.sealed.push(this.gathering);
    this.gathering = { changes: [], databases: new Set() };
  }

  wake() {
    if (this.woken) return;
    this.woken = true;
    setImmediate(() => {
      this.woken = false;
      this.write();
    });
  }

  // Runs only from the event loop itself, never from a promise: Azurite works through an entity group transaction
  // without giving the loop a turn, so a record holds it whole or not at all.
  write() {
    if (this.splits) this.begin();
    if (this.sealed.length === 0) this.seal();
    if (this.sealed.length === 0) return;
    const { changes, databases } = this.sealed.shift();
    const number = ++this.number;
    const before = {};
    for (const database of databases) {
      before[database] = this.before[database] ?? 0;
      this.before[database] = this.segment.latest[database] = number;
    }
    const frame = encode(number, `{"before":${JSON.stringify(before)},"changes":[${changes.join(",")}]}`);
    try {
      // On this thread: everyone waits for the disk in any case, and another thread has to be asked and heard.
      fs.appendFileSync(this.file, frame);
      fs.fdatasyncSync(this.file);
    } catch (error) {
      return this.failed(error);
    }
    this.segment.length += frame.length;
    this.written(number);
  }

  written(number) {
    this.flushed = number;
    fs.writeSync(this.mark, encode(number, ""), 0, undefined, 0);
    const done = this.waiting.filter((w) => w.number <= number);
    this.waiting = this.waiting.filter((w) => w.number > number);
    done.forEach((w) => w.resolve());
    if (this.waiting.length > 0 || this.splits) this.write();
  }

  begin() {
    this.splits = false;
    if (this.segment?.length === 0) return;
    const path = join(this.folder, segmentName(this.number + 1));
    if (this.file !== undefined) fs.closeSync(this.file);
    this.file = fs.openSync(path, "w");
    syncFolder(this.folder);
    this.segments = this.segments.filter((s) => s.path !== path);
    this.segment = { path, latest: {}, length: 0 };
    this.segments.push(this.segment);
  }
}

function cut(path, length) {
  const file = fs.openSync(path, "r+");
  fs.ftruncateSync(file, length);
  fs.fsyncSync(file);
  fs.closeSync(file);
}

// Makes created and renamed names durable; Windows does it by itself and lets no one open a folder.
function syncFolder(folder) {
  if (process.platform === "win32") return;
  const handle = fs.openSync(folder, "r");
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}

// Replaces a file whole.
async function replaceFile(path, chunks, beforeIsSeen) {
  const fresh = `${path}~`;
  const file = await fs.promises.open(fresh, "w");
  try {
    for (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
  await beforeIsSeen;
  await fs.promises.rename(fresh, path);
  syncFolder(dirname(path));
}

module.exports = { Journal, replaceFile, syncFolder };
