// Runs the pinned Azurite for one data folder, with a journal (docs/operator/journal.md). It holds the folder and records itself in azurite.json
// before it touches any data (a second one finds the holder and goes away), and it saves and ends when the file azurite.stop
// appears, which works on every system. Why it cannot go on it says in azurite.failed.
// Arguments: the data folder, then those of Azurite.
"use strict";
const fs = require("node:fs");
const { createHash } = require("node:crypto");
const net = require("node:net");
const { join } = require("node:path");
const { report } = require("./damage");

const [folder, ...args] = process.argv.slice(2);
const record = join(folder, "azurite.json");
const stop = join(folder, "azurite.stop");
const option = (name) => args[args.indexOf(name) + 1];
const port = (name) => Number(option(name));
// The folder's own; Azurite's well-known key is known to every page in every browser.
const key = fs.readFileSync(join(folder, "storage-key"), "ascii").trim();
const own = JSON.stringify({
  pid: process.pid,
  blobPort: port("--blobPort"),
  queuePort: port("--queuePort"),
  tablePort: port("--tablePort"),
  keyId: createHash("sha256").update(key).digest("hex").slice(0, 16),
});

process.env.AZURITE_ACCOUNTS = `devstoreaccount1:${key}`;
process.argv.splice(2, process.argv.length, ...args);
holdFolder(serve);

function serve() {
  writeRecord(own);
  try {
    openJournal();
  } catch (error) {
    fail(error);
  }
  require("azurite/dist/src/azurite.js");
  setInterval(() => {
    if (fs.existsSync(stop) && process.listenerCount("SIGTERM") > 0) process.emit("SIGTERM");
  }, 100).unref();
}

// A name that the system keeps for one process and frees whatever ends it. The record alone may be lost or cut off while its writer
// lives, and two on one folder destroy each other's data. Who comes second writes the holder's record anew and goes away.
function holdFolder(held) {
  const name = `ntm-azurite-${createHash("sha256").update(fs.realpathSync(folder)).digest("hex").slice(0, 32)}`;
  const path = { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` }[process.platform];
  if (!path) return held();
  const door = net.createServer((asking) => asking.on("error", () => {}).end(own));
  door.on("error", (error) => {
    if (error.code !== "EADDRINUSE") return fail(error);
    let told = "";
    const holder = net.connect(path);
    holder.on("data", (text) => (told += text));
    // It ends at this very moment.
    holder.on("error", () => setTimeout(() => holdFolder(held), 100));
    holder.on("end", () => {
      writeRecord(told);
      console.error("Another Azurite serves this folder already.");
      process.exit(0);
    });
  });
  door.listen(path, held).unref();
}

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

// Appears whole or not at all.
function writeRecord(text) {
  fs.writeFileSync(`${record}.${process.pid}`, text, { flush: true });
  fs.renameSync(`${record}.${process.pid}`, record);
}
