// The in-memory database (LokiJS) of the pinned Azurite.
"use strict";
const { createRequire } = require("node:module");

const Loki = createRequire(require.resolve("azurite/package.json"))("lokijs");

// A new collection as Loki writes it to a file.
function emptyCollection(name, options) {
  const memory = new Loki("", { persistenceMethod: "memory" });
  memory.addCollection(name, options);
  return JSON.parse(memory.serialize()).collections[0];
}

module.exports = { Loki, emptyCollection };
