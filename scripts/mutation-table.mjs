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
    const killed = count("Killed", "Timeout"), survived = count("Survived"), uncovered = count("NoCoverage");
    const all = killed + survived + uncovered;
    return { folder, all, killed, survived, uncovered, score: all === 0 ? 100 : (100 * killed) / all };
  });
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  const all = sum("all");
  rows.push({ folder: "all of these", all, killed: sum("killed"), survived: sum("survived"), uncovered: sum("uncovered"), score: all === 0 ? 100 : (100 * sum("killed")) / all });
  console.log("| folder | mutants | killed | survived | no coverage | score |\n| --- | --- | --- | --- | --- | --- |");
  for (const r of rows) console.log(`| ${r.folder} | ${r.all} | ${r.killed} | ${r.survived} | ${r.uncovered} | ${r.score.toFixed(1)} % |`);
  const low = rows.filter((r) => guarded.includes(r.folder) && r.score < least);
  for (const r of low) console.error(`mutation-table: ${r.folder} is below ${least} %`);
  return low.length === 0;
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
