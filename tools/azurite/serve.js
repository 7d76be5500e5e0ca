// Runs the pinned Azurite for one data folder, with a journal (docs/journal.md). It records itself in azurite.json before
// it touches any data (a second one finds the record and goes away), and it saves and ends when the file azurite.stop
// appears, which works on every system. Why it cannot go on it says in azurite.failed.
// Arguments: the data folder, then those of Azurite.
"use strict";
const fs = require("node:fs");
const { createHash } = require("node:crypto");
const { join } = require("node:path");
const { report } = require("./damage");

const [folder, ...args] = process.argv.slice(2);
const record = join(folder, "azurite.json");
const stop = join(folder, "azurite.stop");
const option = (name) => args[args.indexOf(name) + 1];
const port = (name) => Number(option(name));
// The folder's own; Azurite's well-known key is known to every page in every browser.
const key = fs.readFileSync(join(folder, "storage-key"), "ascii").trim();

process.env.AZURITE_ACCOUNTS = `devstoreaccount1:${key}`;
claim();
process.argv.splice(2, process.argv.length, ...args);
try {
  openJournal();
} catch (error) {
  fail(error);
}
require("azurite/dist/src/azurite.js");
setInterval(() => {
  if (fs.existsSync(stop) && process.listenerCount("SIGTERM") > 0) process.emit("SIGTERM");
}, 100).unref();

function openJournal() {
  const { attach } = require("./attach");
  const { loadAll, BLOBS } = require("./databases");
  const { eraseAll, Eraser } = require("./erase");
  const { Journal } = require("./journal");
  const { readJournal } = require("./recovery");
  const journalFolder = join(folder, "journal");
  fs.mkdirSync(journalFolder, { recursive: true });
  const found = readJournal(journalFolder);
  const location = option("--location");
  const databases = loadAll(location, found);
  found.records = [];
  const blobs = databases.get(BLOBS);
  if (blobs) eraseAll(location, blobs);
  const journal = new Journal(journalFolder, found, fail);
  attach(journal, databases, new Eraser(location, journal, blobs));
}

// Answers that wait are never given: what they tell could be lost.
function fail(error) {
  report(folder, error);
  process.exit(1);
}

// A link either appears whole or fails because there is one: no half-written record, no two owners.
function claim() {
  const own = `${record}.${process.pid}`;
  const ports = { blobPort: port("--blobPort"), queuePort: port("--queuePort"), tablePort: port("--tablePort") };
  const keyId = createHash("sha256").update(key).digest("hex").slice(0, 16);
  fs.writeFileSync(own, JSON.stringify({ pid: process.pid, ...ports, keyId }), { flush: true });
  try {
    fs.linkSync(own, record);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    console.error("Another Azurite serves this folder already.");
    process.exit(0);
  } finally {
    fs.unlinkSync(own);
  }
}
