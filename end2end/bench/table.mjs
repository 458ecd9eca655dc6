// The rows of script/bench as one table for people, and as one file for programs: table.mjs ROWS.jsonl TO.json
import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const rows = readFileSync(from, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
writeFileSync(to, `${JSON.stringify(rows, null, 1)}\n`);

const word = { true: "met", false: "MISSED", null: "" };
const table = rows.map(({ name, value, unit, goal, met }) => [name, `${value} ${unit}`, goal ?? "", word[met]]);
const widths = [0, 1, 2].map((column) => Math.max(0, ...table.map((cells) => cells[column].length)));
for (const [n, cells] of table.entries()) {
  const [name, value, goal, met] = cells;
  console.log(`${name.padEnd(widths[0])}  ${value.padStart(widths[1])}  ${goal.padEnd(widths[2])}  ${met}`);
  if (rows[n].cause) console.log(`  ${rows[n].cause}`);
}
const missed = rows.filter(({ met }) => met === false).length;
console.log(`\n${rows.length} rows, ${rows.filter(({ met }) => met).length} goals met, ${missed} missed: ${to}`);
