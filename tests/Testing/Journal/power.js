// What a power cut leaves. Loaded before a program (node --require), it notes what each flush has put on the disk, by the
// file's inode, which a rename keeps. Run by itself, it takes from the files below a folder all that was not flushed.
// Environment: NTM_FLUSHED, the file of notes. Argument when run: the folder. Linux only.
"use strict";
const fs = require("node:fs");
const { join } = require("node:path");

if (require.main === module) cut(process.argv[2]);
else note();

function note() {
  const log = fs.openSync(process.env.NTM_FLUSHED, "a");
  const write = (file, size) => fs.writeSync(log, `${fs.fstatSync(file).ino} ${size}\n`);
  // What a flush has surely flushed is what was there when it began.
  const flush = (file) => {
    const { size } = fs.fstatSync(file);
    return () => write(file, size);
  };
  const begin = (file, flags) => {
    if (flags === "w") write(file, 0);
    return file;
  };

  for (const name of ["fsync", "fdatasync"]) {
    const { [name]: later, [`${name}Sync`]: now } = fs;
    fs[`${name}Sync`] = (file) => {
      const flushed = flush(file);
      now(file);
      flushed();
    };
    fs[name] = (file, done) => {
      const flushed = flush(file);
      later(file, (error) => {
        if (!error) flushed();
        done(error);
      });
    };
  }
  const { openSync } = fs;
  fs.openSync = (path, flags, ...rest) => begin(openSync(path, flags, ...rest), flags);
  const { open } = fs.promises;
  fs.promises.open = async (path, flags, ...rest) => {
    const file = await open(path, flags, ...rest);
    begin(file.fd, flags);
    const { sync } = file;
    file.sync = async () => {
      const flushed = flush(file.fd);
      await sync.call(file);
      flushed();
    };
    return file;
  };
}

function cut(folder) {
  const flushed = new Map(fs.readFileSync(process.env.NTM_FLUSHED, "utf8").split("\n").map((line) => line.split(" ").map(Number)));
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile()) continue;
    const { ino, size } = fs.statSync(path);
    const kept = flushed.get(ino) ?? 0;
    if (size > kept) fs.truncateSync(path, kept);
  }
}
