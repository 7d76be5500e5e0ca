// What is wrong with a data folder, said in azurite.failed for the host to tell the administrator. The kinds and their
// texts are the host's (StorageFailure).
"use strict";
const fs = require("node:fs");
const { join } = require("node:path");

class Damage extends Error {
  constructor(kind, file, detail) {
    super(`${kind}: ${file}: ${detail}`);
    Object.assign(this, { kind, file, detail });
  }
}

function report(folder, error) {
  const { kind = "other", file = "", detail = error.message } = error;
  console.error(error);
  try {
    fs.writeFileSync(join(folder, "azurite.failed"), JSON.stringify({ kind, file, detail }));
  } catch {
    // The disk is full or cannot be written; the host sees that for itself.
  }
}

module.exports = { Damage, report };
