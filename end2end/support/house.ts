// A Palabra of one test's own: a copy of the laid demo, a server on a free port, both gone with the test.
// It refuses to share: no test sees what another wrote.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { laid, program, root, scratch, settings } from "./program.ts";

export class House {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly server: ChildProcess,
    private readonly said: string[],
  ) {}

  static async open(): Promise<House> {
    const folder = mkdtempSync(join(scratch, "house-"));
    const database = join(folder, "palabra.db");
    for (const part of ["", "-wal"]) {
      if (existsSync(laid + part)) copyFileSync(laid + part, database + part);
    }
    const address = `127.0.0.1:${await freePort()}`;
    const server = spawn(program, ["serve", "--demo"], {
      cwd: root,
      env: settings(database, { PALABRA_ADDR: address, PALABRA_LOG: "warn" }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    server.stdout.on("data", (piece) => said.push(String(piece)));
    server.stderr.on("data", (piece) => said.push(String(piece)));
    const house = new House(`http://${address}`, folder, server, said);
    await house.ready();
    return house;
  }

  /** What the server logged. */
  get log(): string {
    return this.said.join("");
  }

  /** The one-time link of somebody new, as the command line prints it: its path here. */
  invite(email: string, name: string): string {
    const said = execFileSync(program, ["user", "add", email, "--name", name, "--role", "store_staff"], {
      cwd: root,
      env: settings(join(this.folder, "palabra.db")),
      encoding: "utf8",
    });
    const path = /\/bienvenida\/\S+/.exec(said)?.[0];
    if (!path) throw new Error(`no link in what palabra user add said:\n${said}`);
    return path;
  }

  async close(): Promise<void> {
    const gone = new Promise((done) => this.server.once("exit", done));
    if (this.server.exitCode === null && this.server.signalCode === null) {
      this.server.kill("SIGKILL");
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const until = Date.now() + 15_000;
    while (Date.now() < until) {
      if (this.server.exitCode !== null) break;
      const answer = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((soon) => setTimeout(soon, 25));
    }
    const log = this.log;
    await this.close();
    throw new Error(`palabra serve --demo was not ready; it said:\n${log}`);
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}
