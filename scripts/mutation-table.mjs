// Prints the mutation score of each folder from the reports that scripts/mutation.sh keeps, as a table for TESTING.md. Exits 1 while a guarded
// folder is below its least score. `--survivors folder...` lists what was not killed instead; `--guarded` names the guarded folders.
import { readFileSync } from "node:fs";

const least = 85;
const guarded = ["Classes", "Registrations", "Attendance", "PeriodicReports"];

const [first, ...rest] = process.argv.slice(2);
if (first === "--guarded") console.log(guarded.join("\n"));
else if (first === "--survivors") rest.forEach(printSurvivors);
else process.exitCode = printTable([first, ...rest].filter(Boolean)) ? 0 : 1;

// A report names every file of the project; those of other folders were not mutated.
function filesOf(folder) {
  const report = JSON.parse(readFileSync(`mutation/${folder}/reports/mutation-report.json`, "utf8"));
  return Object.entries(report.files).filter(([path]) => path.replaceAll("\\", "/").includes(`src/Domain/${folder}/`));
}

function printTable(folders) {
  const rows = folders.map((folder) => {
    const mutants = filesOf(folder).flatMap(([, file]) => file.mutants);
    const count = (...statuses) => mutants.filter((m) => statuses.includes(m.status)).length;
    // A mutant that runs for ever is noticed as well.
    return { folder, killed: count("Killed", "Timeout"), survived: count("Survived"), uncovered: count("NoCoverage"), unbuilt: count("CompileError") };
  });
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const whole = { folder: "together", killed: sum("killed"), survived: sum("survived"), uncovered: sum("uncovered"), unbuilt: sum("unbuilt") };
  console.log("| folder | mutants | killed | survived | no coverage | score | not built |\n| --- | --- | --- | --- | --- | --- | --- |");
  for (const r of [...rows, whole]) {
    const percent = tested(r) ? `${score(r).toFixed(1)} %` : "-";
    console.log(`| ${[r.folder, tested(r), r.killed, r.survived, r.uncovered, percent, r.unbuilt].join(" | ")} |`);
  }
  const low = rows.filter((r) => guarded.includes(r.folder) && score(r) < least);
  for (const r of low) console.error(`mutation-table.mjs: ${r.folder} is below ${least} %`);
  return low.length === 0;
}

function tested(row) {
  return row.killed + row.survived + row.uncovered;
}

function score(row) {
  return tested(row) ? (100 * row.killed) / tested(row) : 100;
}

function printSurvivors(folder) {
  for (const [path, { source, mutants }] of filesOf(folder)) {
    const lines = source.split("\n");
    for (const { status, mutatorName, replacement, location: { start, end } } of mutants) {
      if (status !== "Survived" && status !== "NoCoverage") continue;
      const last = start.line === end.line ? end.column - 1 : undefined;
      console.log(`${path}:${start.line} ${status}, ${mutatorName}: ${lines[start.line - 1].slice(start.column - 1, last)} -> ${replacement}`);
    }
  }
}
