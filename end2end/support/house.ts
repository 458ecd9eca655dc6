// A Palabra of one test's own: a copy of the laid demo and a server over it, both gone with the test.
// It refuses to share: no test sees what another wrote.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { laid, program, root, scratch, settings } from "./program.ts";
import { Serving } from "./serving.ts";

export class House {
  private constructor(
    private readonly folder: string,
    private readonly database: string,
    private readonly serving: Serving,
  ) {}

  static async open(): Promise<House> {
    const folder = mkdtempSync(join(scratch, "house-"));
    const file = join(folder, "palabra.db");
    for (const part of ["", "-wal"]) {
      if (existsSync(laid + part)) copyFileSync(laid + part, file + part);
    }
    const database = `sqlite:${file}`;
    return new House(folder, database, await Serving.start(database));
  }

  get url(): string {
    return this.serving.url;
  }

  /** What the server logged. */
  get log(): string {
    return this.serving.log;
  }

  /** The one-time link of somebody new, as the command line prints it: its path here. */
  invite(email: string, name: string): string {
    const said = execFileSync(program, ["user", "add", email, "--name", name, "--role", "store_staff"], {
      cwd: root,
      env: settings(this.database),
      encoding: "utf8",
    });
    const path = /\/bienvenida\/\S+/.exec(said)?.[0];
    if (!path) throw new Error(`no link in what palabra user add said:\n${said}`);
    return path;
  }

  async close(): Promise<void> {
    await this.serving.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
