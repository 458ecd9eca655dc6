// How long a person waits to see what they saved: from the press to the frame that shows it, on a processor four times
// slower than this one.
import { people } from "../support/people.ts";
import { test } from "../support/test.ts";
import { median, quantile, rounds, row } from "./rows.ts";
import { watchClick, watchFor } from "./seen.ts";
import { type Share, told, workOf } from "./work.ts";

const SLOWER = 4;

test("an entry is seen after pressing save", async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const work = await workOf(browser);
  const waits: number[] = [];
  const shares: Share[] = [];
  // The first ones find the code not yet compiled.
  const [warming, all] = [3, rounds(60, 23)];
  for (let n = 0; n < all; n += 1) {
    const words = `Lo dicho número ${n}.`;
    await cuenta.choose("Nota");
    await cuenta.fill("Nota", { "Qué conviene saber": words });
    await work.begins();
    const seen = await watchFor(page, words);
    const clicked = await watchClick(page);
    await cuenta.save("Nota");
    const wait = (await seen()) - (await clicked());
    const parts = await work.ends();
    if (n >= warming) {
      waits.push(wait);
      shares.push(parts);
    }
    await cuenta.row(words).getByText("Guardando…").waitFor({ state: "detached" });
  }
  const cause = told(shares);
  row({ name: "entry seen after pressing save, 4 × slower processor: median", value: median(waits), unit: "ms", goal: "≤ 50", cause });
  row({ name: "entry seen after pressing save, 4 × slower processor: p95", value: quantile(waits, 0.95), unit: "ms", goal: "≤ 100", cause });
});
