// The files of Azurite's five databases. Ours begin with the number of the last journal record that they hold and with a
// checksum; Azurite itself would still read them.
"use strict";
const fs = require("node:fs");
const { createHash } = require("node:crypto");
const { basename, join } = require("node:path");
const { Damage } = require("./damage");
const { replay } = require("./recovery");
const { replaceFile } = require("./journal");
const { emptyCollection } = require("./loki");

const HEAD = /^\{"journaled":(\d+),"checksum":"([0-9a-f]{64})",/;
const NAMES = ["blob", "blob_extent", "queue", "queue_extent", "table"].map((name) => `__azurite_db_${name}__.json`);
const BLOBS = "__azurite_db_blob__.json";

const checksum = (journaled, body) => createHash("sha256").update(`${journaled},`).update(body).digest("hex");

// `text` is Loki's JSON of the database as it is now, so with all changes made so far; it must not get ahead of the journal.
async function save(path, text, journal) {
  const journaled = journal.position();
  const flushed = journal.durable();
  journal.split();
  const body = Buffer.from(text.slice(1));
  const head = `{"journaled":${journaled},"checksum":"${checksum(journaled, body)}",`;
  await replaceFile(path, [head, body], flushed);
  journal.hasSaved(basename(path), journaled);
  await list(journal);
}

// From the first time that all are there, a database that is missing was lost.
async function list(journal) {
  const path = join(journal.folder, "databases.json");
  if (fs.existsSync(path) || NAMES.some((name) => journal.saved[name] === undefined)) return;
  await replaceFile(path, [JSON.stringify(NAMES)]);
}

// Reads all before anything is changed, and brings them up to the journal.
function loadAll(location, found) {
  const databases = new Map();
  for (const name of NAMES) {
    const path = join(location, name);
    if (fs.existsSync(path)) databases.set(name, load(path, found));
    else if (found.databases.includes(name) || found.latest[name]) throw new Damage("database-missing", path, "it was there before");
  }
  return databases;
}

function load(path, found) {
  const name = basename(path);
  const text = fs.readFileSync(path, "utf8");
  const head = HEAD.exec(text);
  const isListed = found.databases.includes(name);
  if (!head && isListed && isWhole(text)) throw new Damage("database-foreign", path, "it has no journal number");
  if (!head && !isWhole(text)) throw new Damage("database-broken", path, "it is not JSON");
  const body = head ? text.slice(head[0].length) : text.slice(1);
  if (head && checksum(head[1], body) !== head[2]) throw new Damage("database-broken", path, "its checksum is another");
  const database = JSON.parse(`{${body}`);
  const journaled = Number(head?.[1] ?? 0);
  // An older databaseVersion makes Loki build its indexes anew.
  if (replay(database, name, journaled, found, emptyCollection) > 0) database.databaseVersion = 0;
  // An older copy of the file, put back alone, will not fit the records to come.
  found.latest[name] = Math.max(found.latest[name] ?? 0, journaled);
  if (name === BLOBS) {
    checkExtents(path, database, found.acceptedMissing);
    reviveLeases(database);
  }
  return database;
}

function isWhole(text) {
  try {
    return JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

// The number of the last record that a database file holds; 0 for any other file.
function journaledIn(path) {
  if (!NAMES.includes(basename(path))) return 0;
  return Number(HEAD.exec(fs.readFileSync(path, "utf8"))?.[1] ?? 0);
}

// The bytes that blobs point at must be there, unless the administrator knows that they are lost (mend.js).
function checkExtents(path, database, acceptedMissing) {
  const needed = new Map();
  const need = ({ id, offset, count }) => needed.set(id, Math.max(needed.get(id) ?? 0, offset + count));
  for (const { data } of database.collections) {
    for (const blob of data) {
      const parts = [blob, ...(blob.committedBlocksInOrder ?? []), ...(blob.pageRangesInOrder ?? [])];
      parts.filter((part) => part.persistency && part.persistency.id !== "*ZERO*").forEach((part) => need(part.persistency));
    }
  }
  for (const [id, length] of needed) {
    if (acceptedMissing.includes(id)) continue;
    const extent = join(path, "..", "__blobstorage__", id);
    const size = fs.statSync(extent, { throwIfNoEntry: false })?.size ?? -1;
    if (size < length) throw new Damage("blob-missing", extent, `${size} bytes of ${length}`);
  }
}

// Azurite compares these with dates and takes every other lease for expired; then a second host could take the storage
// from one that still believes that it has it.
function reviveLeases(database) {
  for (const { data } of database.collections) {
    for (const doc of data) {
      for (const time of ["leaseExpireTime", "leaseBreakTime"]) if (doc[time]) doc[time] = new Date(doc[time]);
    }
  }
}

module.exports = { save, loadAll, journaledIn, BLOBS };
