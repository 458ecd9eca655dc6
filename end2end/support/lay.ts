// Lays the demo's stories once; every test works on its own copy of the file.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { insistOnTheProgram, laid, program, root, scratch, settings } from "./program.ts";

export default function lay(): void {
  insistOnTheProgram();
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  execFileSync(program, ["demo"], { cwd: root, env: settings(`sqlite:${laid}`), stdio: ["ignore", "ignore", "inherit"] });
}
