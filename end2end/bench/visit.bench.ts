// What a first visit to an account page loads, with nothing of it in the browser's cache; and the wasm alone.
import { people } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { row } from "./rows.ts";
import { madeOf } from "./wasm.ts";

const KB = 1000;

test("what a first visit loads", async ({ page, entrar, clientes, browser, house }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.list.first().click();
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  const address = page.url();
  // The session and nothing else: another browser that never saw the house.
  const fresh = await browser.newContext({ baseURL: house.url, storageState: await page.context().storageState() });
  const visit = await fresh.newPage();
  const network = await fresh.newCDPSession(visit);
  const loaded = new Map<string, { url: string; bytes: number }>();
  network.on("Network.responseReceived", ({ requestId, response }) => {
    // What stands in the page itself is not loaded.
    if (response.url.startsWith("http")) loaded.set(requestId, { url: response.url, bytes: 0 });
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = loaded.get(requestId);
    if (one) one.bytes = encodedDataLength;
  });
  await network.send("Network.enable");
  await visit.goto(address);
  await visit.locator("html[data-hydrated]").waitFor({ state: "attached" });
  // The live stream never ends: everything else has come once only that one is without its bytes.
  const coming = (): string[] => [...loaded.values()].filter(({ bytes }) => bytes === 0).map(({ url }) => new URL(url).pathname);
  await expect.poll(coming).toEqual(["/live"]);
  const all = [...loaded.values()];
  const wasm = all.find(({ url }) => new URL(url).pathname.endsWith(".wasm"));
  expect(wasm?.bytes ?? 0, "the wasm was loaded").toBeGreaterThan(0);
  for (const { url, bytes } of all) console.log(`${String(bytes).padStart(8)} ${new URL(url).pathname}`);
  const module = await (await fresh.request.get(wasm?.url ?? "")).body();
  row({ name: "the wasm, in brotli", value: (wasm?.bytes ?? 0) / KB, unit: "kB", goal: "≤ 350", cause: madeOf(module) });
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
  const largest = [...all].sort((a, b) => b.bytes - a.bytes).slice(0, 4);
  const parts = largest.map(({ url, bytes }) => `${(bytes / KB).toFixed(0)} kB ${new URL(url).pathname.split(".").at(-1) ?? ""}`);
  row({ name: "everything a first visit to an account page loads", value: bytes / KB, unit: "kB", goal: "≤ 450", cause: `the largest: ${parts.join(", ")}` });
  await fresh.close();
});
