// What Lighthouse says of the account page on a tablet in the middle of its range: a processor four times slower than
// this one, 10 Mbit/s, 40 ms away.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { people } from "../support/people.ts";
import { root } from "../support/program.ts";
import { test } from "../support/test.ts";
import { median, rounds, row } from "./rows.ts";

type Report = {
  categories: { performance: { score: number } };
  audits: Record<"first-contentful-paint" | "interactive" | "total-blocking-time" | "cumulative-layout-shift", { numericValue: number }>;
};

test("the account page on a tablet", async ({ page, entrar, clientes, launchOptions }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.list.first().click();
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const reports: Report[] = [];
  for (let n = 0; n < rounds(7, 3); n += 1) reports.push(look(page.url(), cookie, launchOptions));
  const of = (read: (report: Report) => number): number => median(reports.map(read));
  row({ name: "Lighthouse 12, account page on a tablet: performance", value: 100 * of((r) => r.categories.performance.score), unit: "of 100", goal: "≥ 95" });
  row({ name: "Lighthouse 12, account page on a tablet: first contentful paint", value: of((r) => r.audits["first-contentful-paint"].numericValue), unit: "ms" });
  row({ name: "Lighthouse 12, account page on a tablet: ready for interaction", value: of((r) => r.audits.interactive.numericValue), unit: "ms" });
});

function look(url: string, cookie: string, { executablePath, args }: { executablePath?: string; args?: string[] }): Report {
  const said = execFileSync(
    join(root, "node_modules/.bin/lighthouse"),
    [
      url,
      "--quiet",
      "--output=json",
      "--only-categories=performance",
      "--form-factor=mobile",
      "--screenEmulation.mobile=true",
      "--screenEmulation.width=1024",
      "--screenEmulation.height=768",
      "--screenEmulation.deviceScaleFactor=1.5",
      "--throttling-method=simulate",
      "--throttling.cpuSlowdownMultiplier=4",
      "--throttling.rttMs=40",
      "--throttling.throughputKbps=10240",
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      `--chrome-flags=--headless=new ${(args ?? []).join(" ")}`,
    ],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, env: { ...process.env, CHROME_PATH: executablePath } },
  );
  return JSON.parse(said) as Report;
}
