// How long until a colleague sees it: two browsers, each at its own server, both servers over one PostgreSQL.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { test as base } from "@playwright/test";
import { Clientes } from "../pages/clientes.ts";
import { Cuenta } from "../pages/cuenta.ts";
import { Entrar } from "../pages/entrar.ts";
import { people } from "../support/people.ts";
import { program, root, settings } from "../support/program.ts";
import { Serving } from "../support/serving.ts";
import { quantile, rounds, row } from "./rows.ts";
import { watchClick, watchFor } from "./seen.ts";

const test = base.extend<{ servers: [Serving, Serving] }>({
  servers: async ({}, use) => {
    const database = newDatabase();
    execFileSync(program, ["demo"], { cwd: root, env: settings(database), stdio: ["ignore", "ignore", "inherit"] });
    const servers: [Serving, Serving] = [await Serving.start(database), await Serving.start(database)];
    await use(servers);
    for (const server of servers) await server.stop();
  },
});

test("a colleague at another server sees an entry", async ({ browser, servers }) => {
  const desk = async (server: Serving): Promise<Cuenta> => {
    const context = await browser.newContext({ baseURL: server.url });
    return new Cuenta(await context.newPage(), true);
  };
  const [mine, theirs] = [await desk(servers[0]), await desk(servers[1])];
  await new Entrar(mine.page, true).as(people.seller);
  const clientes = new Clientes(mine.page, true);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await mine.page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await mine.arrived();
  await new Entrar(theirs.page, true).as(people.director);
  await theirs.visit(new URL(mine.page.url()).pathname);
  const waits: number[] = [];
  const [warming, all] = [3, rounds(60, 23)];
  for (let n = 0; n < all; n += 1) {
    const words = `Lo dicho número ${n}.`;
    await mine.choose("Nota");
    await mine.fill("Nota", { "Qué conviene saber": words });
    const seen = await watchFor(theirs.page, words);
    const clicked = await watchClick(mine.page);
    await mine.save("Nota");
    const wait = (await seen()) - (await clicked());
    if (n >= warming) waits.push(wait);
  }
  row({ name: "a colleague's entry seen, two servers on PostgreSQL: median", value: quantile(waits, 0.5), unit: "ms" });
  row({ name: "a colleague's entry seen, two servers on PostgreSQL: p95", value: quantile(waits, 0.95), unit: "ms", goal: "≤ 300" });
});

/** The address of an empty database on the server that script/postgres runs. */
function newDatabase(): string {
  const maintenance = process.env["PALABRA_TEST_POSTGRES"];
  if (!maintenance) throw new Error("PALABRA_TEST_POSTGRES is missing: script/postgres runs a command with one.");
  const name = `bench_${randomBytes(6).toString("hex")}`;
  execFileSync("createdb", [`--maintenance-db=${maintenance}`, name]);
  return maintenance.replace(/\/[^/]*$/, `/${name}`);
}
