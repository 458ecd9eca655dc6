// Nothing found by axe, in light and in dark, on the page as it stands.
// The source is evaluated, not added as a script: the page's own policy refuses scripts that are not its own.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

export async function expectAccessible(page: Page, about: string): Promise<void> {
  // What is not dressed yet would be measured naked.
  await page.waitForLoadState("load");
  for (const scheme of ["light", "dark"] as const) {
    await test.step(`axe: ${about}, ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await settled(page);
      expect(await violations(page), `${about}, ${scheme}`).toEqual([]);
    });
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** A colour on its way from light to dark would be measured as neither. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
      .map((one) => one.finished.catch(() => undefined))),
  );
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(on: Document, how: RunOptions): Promise<AxeResults> } };
    return (await axe.run(document, options)).violations;
  }, rules);
  return found.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary ?? rule.help}`),
  );
}
