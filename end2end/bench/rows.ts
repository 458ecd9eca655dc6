// One row of the bench: what was measured, against which goal. The same form as the Rust benches write.
import { appendFileSync } from "node:fs";

type Measured = {
  /** What is measured, in words. */
  name: string;
  value: number;
  unit: string;
  /** As "≤ 350" or "≥ 95", in that unit; none where the figure is only printed. */
  goal?: string;
  /** What limits it, measured: told where the goal is missed. */
  cause?: string;
};

/** Writes the row to where script/bench collects them. */
export function row({ name, value, unit, goal, cause }: Measured): void {
  const met = goal === undefined ? null : meets(value, goal);
  const line = JSON.stringify({
    name,
    value: Number(value.toPrecision(4)),
    unit,
    goal: goal === undefined ? null : `${goal} ${unit}`,
    met,
    cause: met === false ? (cause ?? null) : null,
  });
  const file = process.env["PALABRA_BENCH_ROWS"];
  if (file) appendFileSync(file, `${line}\n`);
  else console.log(line);
}

function meets(value: number, goal: string): boolean {
  const [, sign, number] = /^([≤≥]) ([\d.]+)$/.exec(goal) ?? [];
  if (!sign) throw new Error(`a goal is "≤ 1.5" or "≥ 1.5", not ${JSON.stringify(goal)}`);
  return sign === "≤" ? value <= Number(number) : value >= Number(number);
}

/** The value below which such a part of all lies, as 0.95. */
export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

export const median = (values: number[]): number => quantile(values, 0.5);

/** How often something is measured: often, or in a quick run. */
export const rounds = (full: number, quick: number): number => (process.env["PALABRA_BENCH_QUICK"] ? quick : full);
