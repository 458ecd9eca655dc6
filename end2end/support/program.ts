// The release program and its site, as script/server and cargo-leptos leave them.
// It refuses to build anything: script/test does.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const program = process.env["PALABRA_BIN"] ?? join(root, "target/server/release/palabra");
export const scratch = join(root, "end2end/.cache");
export const laid = join(scratch, "demo.db");

export function insistOnTheProgram(): void {
  if (!existsSync(program)) {
    throw new Error(`${program} is missing: build the site first with "cargo leptos build --release --precompress".`);
  }
}

/** The settings of one run, and none of the person's own. */
export function settings(database: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(PALABRA_|LEPTOS_|DATABASE_URL)/.test(name));
  const site = process.env["LEPTOS_SITE_ROOT"];
  return {
    ...Object.fromEntries(own),
    ...(site ? { LEPTOS_SITE_ROOT: site } : {}),
    DATABASE_URL: database,
    ...more,
  };
}
