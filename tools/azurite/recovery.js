// What a start finds in the journal's folder, and how it brings a database that was saved earlier up to it.
"use strict";
const fs = require("node:fs");
const { join } = require("node:path");
const { decode, follows } = require("./frames");
const { Damage } = require("./damage");

const SEGMENT = /^journal-(\d{16})\.log$/;
const segmentName = (first) => `journal-${String(first).padStart(16, "0")}.log`;
const segmentFiles = (folder) => fs.readdirSync(folder).filter((name) => SEGMENT.test(name)).sort();

// Reads every record. `last` is the number of the last one; `latest` and a segment's `latest` are by database.
function readJournal(folder) {
  const databases = JSON.parse(readOr(folder, "databases.json", "[]"));
  const acceptedMissing = readOr(folder, "accepted-missing", "").split("\n");
  const found = { segments: [], records: [], last: 0, latest: {}, databases, acceptedMissing };
  const files = segmentFiles(folder);
  if (files.length === 0 && found.databases.length > 0) {
    throw new Damage("journal-missing", folder, "no segment is left");
  }
  files.forEach((file, i) => {
    const first = Number(SEGMENT.exec(file)[1]);
    if (i > 0 && first !== found.last + 1) {
      throw new Damage("journal-missing", join(folder, file), `record ${found.last + 1} should come first`);
    }
    found.last = first - 1;
    readSegment(join(folder, file), i === files.length - 1, found);
  });
  const acknowledged = readMark(folder);
  if (acknowledged > found.last) {
    throw new Damage("journal-short", folder, `it ends with record ${found.last}, but ${acknowledged} was acknowledged`);
  }
  return found;
}

function readSegment(path, isLast, found) {
  const buffer = fs.readFileSync(path);
  const segment = { path, latest: {}, length: 0 };
  while (segment.length < buffer.length) {
    const record = decode(buffer, segment.length);
    if (!record || record.number !== found.last + 1) {
      // One record is written at a time, so only the last can be torn by a crash; whether it had been acknowledged
      // says the mark.
      if (!isLast || record || follows(buffer, segment.length)) {
        throw new Damage("journal-broken", path, `at byte ${segment.length}, record ${found.last + 1}`);
      }
      segment.torn = true;
      break;
    }
    const content = JSON.parse(record.text);
    for (const database of Object.keys(content.before)) {
      segment.latest[database] = found.latest[database] = record.number;
    }
    found.records.push({ number: record.number, ...content });
    found.last = record.number;
    segment.length = record.next;
  }
  found.segments.push(segment);
}

// The number of the last acknowledged record. It is not flushed, so after a power cut it may be an older one or none.
function readMark(folder) {
  return decode(Buffer.from(readOr(folder, "acknowledged", "", "latin1"), "latin1"), 0)?.number ?? 0;
}

function readOr(folder, file, missing, encoding = "utf8") {
  const path = join(folder, file);
  return fs.existsSync(path) ? fs.readFileSync(path, encoding) : missing;
}

// Applies to a parsed database what was recorded after it was saved. `emptyCollection` makes one as Loki writes it.
// Returns how many records there were.
function replay(database, name, journaled, found, emptyCollection) {
  if (journaled > found.last) {
    throw new Damage("journal-short", name, `it ends with record ${found.last}, but the database holds ${journaled}`);
  }
  const collections = new Map(database.collections.map((c) => [c.name, { ...c, byId: undefined }]));
  let at = journaled;
  let count = 0;
  for (const { number, before, changes } of found.records) {
    if (number <= journaled || before[name] === undefined) continue;
    if (before[name] > at) throw new Damage("journal-missing", name, `records between ${at} and ${number}`);
    at = number;
    count++;
    for (const [where, ...change] of changes) {
      if (where === name) apply(collections, change, emptyCollection);
    }
  }
  database.collections = [...collections.values()].map(({ byId, ...c }) => (byId ? { ...c, data: inOrder(byId) } : c));
  return count;
}

function apply(collections, [kind, name, value], emptyCollection) {
  if (kind === "create") return void collections.set(name, emptyCollection(name, value));
  const collection = collections.get(name);
  if (!collection) throw new Damage("journal-broken", name, "a change to a collection that is not there");
  if (kind === "drop") return void collections.delete(name);
  collection.byId ??= new Map(collection.data.map((doc) => [doc.$loki, doc]));
  if (kind === "remove") return void collection.byId.delete(value);
  collection.byId.set(value.$loki, value);
  collection.maxId = Math.max(collection.maxId, value.$loki);
}

// Loki finds documents by a binary search on their ids.
const inOrder = (byId) => [...byId.values()].sort((a, b) => a.$loki - b.$loki);

module.exports = { readJournal, replay, segmentFiles, segmentName };
