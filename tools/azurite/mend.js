// For an administrator without a backup: accepts the loss that azurite.failed tells, so that the folder starts again with
// everything that can still be read. What it takes away it keeps beside. Argument: the data folder, whose host is stopped.
"use strict";
const fs = require("node:fs");
const { basename, join } = require("node:path");
const { decode } = require("./frames");
const { journaledIn } = require("./databases");
const { segmentFiles, segmentName } = require("./recovery");

const folder = process.argv[2];
if (!folder || !fs.existsSync(join(folder, "azurite.failed"))) {
  console.error("Cách dùng: node mend.js THƯ-MỤC-DỮ-LIỆU, sau khi máy chủ đã báo thư mục bị hỏng.");
  process.exit(2);
}
const { kind, file } = JSON.parse(fs.readFileSync(join(folder, "azurite.failed"), "utf8"));
const journal = join(folder, "journal");
if (kind.startsWith("journal-")) mendJournal();
else if (kind === "blob-missing") acceptMissing(basename(file));
else {
  console.error("Hỏng hóc này không tự sửa được. Hãy khôi phục thư mục từ bản sao lưu.");
  process.exit(1);
}
fs.unlinkSync(join(folder, "azurite.failed"));

function mendJournal() {
  const kept = `${journal}.damaged-${new Date().toISOString().replaceAll(":", "")}`;
  fs.cpSync(journal, kept, { recursive: true });
  fs.rmSync(join(journal, "acknowledged"), { force: true });
  const saved = Math.max(0, ...fs.readdirSync(join(folder, "azurite")).map((f) => journaledIn(join(folder, "azurite", f))));
  const last = keepWholeRecords();
  if (saved > last) {
    // The databases are ahead of what is left of the journal, which then cannot be brought to fit.
    for (const segment of segmentFiles(journal)) fs.unlinkSync(join(journal, segment));
    fs.writeFileSync(join(journal, segmentName(saved + 1)), "");
  }
  console.log(`Đã giữ lại các thay đổi đến số ${Math.max(saved, last)}; những thay đổi sau đó đã mất. Nhật ký cũ ở ${kept}.`);
}

// Cuts the journal off where it first cannot be read; gives the number of the last record that is left.
function keepWholeRecords() {
  let last;
  let isBroken = false;
  for (const name of segmentFiles(journal)) {
    const path = join(journal, name);
    last ??= Number(/\d+/.exec(name)[0]) - 1;
    isBroken ||= name !== segmentName(last + 1);
    if (isBroken) {
      fs.unlinkSync(path);
      continue;
    }
    const buffer = fs.readFileSync(path);
    let at = 0;
    for (let r = decode(buffer, 0); r && r.number === last + 1; r = decode(buffer, at)) [at, last] = [r.next, r.number];
    isBroken = at < buffer.length;
    fs.truncateSync(path, at);
  }
  return last ?? 0;
}

function acceptMissing(extent) {
  fs.appendFileSync(join(journal, "accepted-missing"), `${extent}\n`);
  console.log(`Từ nay kho dữ liệu khởi động tuy thiếu nội dung ${extent}; những tệp đã tải lên nằm trong đó không mở được nữa.`);
}
