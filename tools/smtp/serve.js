// A real mail server for the tests. The local part of a recipient says what happens to the letter:
//   defer…  451 at RCPT, the first time           refuse…  550 at RCPT, always
//   drop…   the connection ends after the content, the first time
//   hold…   the content is taken and never answered, the first time
// Everything else is accepted. Each letter whose content came in whole is one line of JSON on standard output.
"use strict";
const { SMTPServer } = require("smtp-server");

const tls = process.argv[2] === "tls";
const seen = new Set();
const first = (kind, address) => address.startsWith(kind) && !seen.has(kind + address) && Boolean(seen.add(kind + address));
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });
const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: tls ? [] : ["STARTTLS"],
  allowInsecureAuth: true,
  onAuth: (auth, session, done) =>
    auth.username === "ntm" && auth.password === "mat-khau" ? done(null, { user: auth.username }) : done(refusal(535, "bad credentials")),
  onRcptTo(address, session, done) {
    if (address.address.startsWith("refuse")) return done(refusal(550, "no such mailbox"));
    if (first("defer", address.address)) return done(refusal(451, "try again later"));
    done();
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map((r) => r.address);
      say({ to, from: session.envelope.mailFrom.address, user: session.user ?? null, text: Buffer.concat(parts).toString("utf8") });
      if (first("drop", to[0])) {
        for (const connection of server.connections) connection._socket.destroy();
      } else if (!first("hold", to[0])) done();
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => say({ port: server.server.address().port }));
