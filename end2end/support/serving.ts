// One running `palabra serve --demo` over a database that is there already, on a free port.
// It refuses to know where the database came from.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { program, root, settings } from "./program.ts";

export class Serving {
  private constructor(
    readonly url: string,
    private readonly server: ChildProcess,
    private readonly said: string[],
  ) {}

  static async start(database: string): Promise<Serving> {
    const address = `127.0.0.1:${await freePort()}`;
    const server = spawn(program, ["serve", "--demo"], {
      cwd: root,
      env: settings(database, { PALABRA_ADDR: address, PALABRA_LOG: "warn" }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    server.stdout.on("data", (piece) => said.push(String(piece)));
    server.stderr.on("data", (piece) => said.push(String(piece)));
    const serving = new Serving(`http://${address}`, server, said);
    await serving.ready();
    return serving;
  }

  /** What the server logged. */
  get log(): string {
    return this.said.join("");
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.server.once("exit", done));
    if (this.server.exitCode === null && this.server.signalCode === null) {
      this.server.kill("SIGKILL");
      await gone;
    }
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
    await this.stop();
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
