// Runs the pinned Azurite for one data folder, with a journal (docs/journal.md). It records itself in azurite.json before
// it touches any data (a second one finds the record and goes away), and it saves and ends when the file azurite.stop
// appears, which works on every system. Why it cannot go on it says in azurite.failed.
// Arguments: the data folder, then those of Azurite.
"use strict";
const fs = require("node:fs");
const { join } = require("node:path");
const { report } = require("./damage");

const [folder, ...args] = process.argv.slice(2);
const record = join(folder, "azurite.json");
const stop = join(folder, "azurite.stop");
const option = (name) => args[args.indexOf(name) + 1];
const port = (name) => Number(option(name));

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
  const { loadAll } = require("./databases");
  const { Journal } = require("./journal");
  const { readJournal } = require("./recovery");
  const journalFolder = join(folder, "journal");
  fs.mkdirSync(journalFolder, { recursive: true });
  const found = readJournal(journalFolder);
  const databases = loadAll(option("--location"), found);
  found.records = [];
  attach(new Journal(journalFolder, found, fail), databases);
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
  fs.writeFileSync(own, JSON.stringify({ pid: process.pid, ...ports }));
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
