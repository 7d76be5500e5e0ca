// Starts serve.js detached from whoever calls this: in a session of its own, with its output in a log file, so that neither
// Ctrl-C in the console nor the end of the host takes the storage away. Says the number of its process. Arguments: the log
// file, then those of serve.js.
"use strict";
const { spawn } = require("node:child_process");
const { openSync } = require("node:fs");
const { join } = require("node:path");

const [logFile, ...args] = process.argv.slice(2);
const log = openSync(logFile, "a");
const child = spawn(process.execPath, [join(__dirname, "serve.js"), ...args], {
  detached: true,
  stdio: ["ignore", log, log],
  windowsHide: true,
});
child.unref();
console.log(child.pid);
