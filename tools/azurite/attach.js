// Puts the journal into the pinned Azurite before it is loaded: what its in-memory databases (LokiJS) change is recorded,
// and an answer, also of a read or a refusal, waits until what it tells is on the disk.
"use strict";
const { basename } = require("node:path");
const { save, BLOBS } = require("./databases");
const { EXTENTS } = require("./erase");
const { syncFolder } = require("./journal");
const { Loki } = require("./loki");

const azurite = (path) => require(`azurite/dist/src/${path}`);

// `databases` are those that were read at the start, by the names of their files.
function attach(journal, databases, eraser) {
  // Loki's own collections and indexes are made at each start, before the first save, and need no record.
  const recorded = new Set();
  recordChanges(journal, recorded, eraser);
  keepDatabases(journal, databases, recorded);
  for (const service of ["blob", "queue", "table"]) holdAnswers(journal, service);
  keepExtents(journal, eraser);
}

function recordChanges(journal, recorded, eraser) {
  const { addCollection, removeCollection } = Loki.prototype;
  const record = (db, kind, collection, value) => {
    const name = basename(db.filename);
    if (!recorded.has(name)) return;
    const rest = value === undefined ? "" : `,${JSON.stringify(value)}`;
    journal.append(name, `"${kind}",${JSON.stringify(collection)}${rest}`);
  };
  const has = (db, name) => db.collections.some((c) => c.name === name);

  Loki.prototype.addCollection = function (name, options) {
    const isNew = !has(this, name);
    const collection = addCollection.call(this, name, options);
    if (!isNew) return collection;
    if (basename(this.filename) === BLOBS) eraser.watch(this, collection);
    record(this, "create", name, options ?? {});
    const put = (docs) => [docs].flat().forEach((doc) => record(this, "put", name, doc));
    collection.on("insert", put);
    collection.on("update", (doc) => put(doc));
    collection.on("delete", (doc) => record(this, "remove", name, doc.$loki));
    return collection;
  };
  Loki.prototype.removeCollection = function (name) {
    if (has(this, name)) record(this, "drop", name);
    return removeCollection.call(this, name);
  };
}

function keepDatabases(journal, databases, recorded) {
  const adapter = Loki.LokiFsAdapter.prototype;
  adapter.loadDatabase = (path, done) => {
    const name = basename(path);
    const database = databases.get(name);
    databases.delete(name);
    done(database);
  };
  // Called with what has just been serialized, before anything else can change. `done` may save again, so it too runs from
  // the event loop itself: never in the middle of an entity group transaction.
  adapter.saveDatabase = (path, text, done) => {
    recorded.add(basename(path));
    save(path, text, journal).then(
      () => setImmediate(done, null),
      (error) => {
        // The journal still has everything; the next autosave tries again only if something changes.
        console.error(error);
        setImmediate(done, error);
      },
    );
  };
}

function holdAnswers(journal, service) {
  const factory = azurite(`${service}/generated/ExpressMiddlewareFactory.js`).default.prototype;
  const { createHandlerMiddleware } = factory;
  factory.createHandlerMiddleware = function (handlers) {
    const handle = createHandlerMiddleware.call(this, handlers);
    return (request, response, next) =>
      handle(request, response, (...outcome) => journal.durable().then(() => next(...outcome)).catch(next));
  };
}

// Azurite flushes the bytes of a blob before it notes where they are; what is missing is the name of a new file, and that
// bytes are not deleted before it is on the disk that no blob needs them.
function keepExtents(journal, eraser) {
  const store = azurite("common/persistence/FSExtentStore.js").default.prototype;
  const { appendExtent, deleteExtents } = store;
  store.appendExtent = async function (...args) {
    const chunk = await appendExtent.apply(this, args);
    const folders = [...this.persistencyPath.values()];
    if (chunk.offset === 0) folders.forEach(syncFolder);
    if (folders.some((folder) => basename(folder) === EXTENTS)) eraser.wrote(chunk);
    return chunk;
  };
  store.deleteExtents = async function (ids) {
    await journal.durable();
    return deleteExtents.call(this, ids);
  };
}

module.exports = { attach };
