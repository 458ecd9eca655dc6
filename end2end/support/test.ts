// What every browser test is given: a house of its own, a page in it that may not complain, and its page objects.
// It refuses the network: whatever is not the house is refused and fails the test.
import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { Complaints } from "./complaints.ts";
import { House } from "./house.ts";

export { expect } from "@playwright/test";

type Given = {
  house: House;
  complaints: Complaints;
  /** Another person at another desk of the same house: a context of its own. */
  colleague: () => Promise<Page>;
};

export const test = base.extend<Given>({
  house: async ({}, use, info) => {
    const house = await House.open();
    await use(house);
    await house.close();
    if (info.status !== info.expectedStatus) {
      await info.attach("server.log", { body: house.log, contentType: "text/plain" });
    }
  },

  baseURL: async ({ house }, use) => use(house.url),

  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    base.expect(complaints.all(), "what the browser complained of").toEqual([]);
  },

  context: async ({ context, house, complaints }, use) => {
    await keepInside(context, house, complaints);
    await use(context);
  },

  colleague: async ({ browser, contextOptions, house, complaints }, use) => {
    const others: BrowserContext[] = [];
    await use(async () => {
      const other = await browser.newContext({ ...contextOptions, baseURL: house.url });
      await keepInside(other, house, complaints);
      others.push(other);
      return other.newPage();
    });
    for (const other of others) await other.close();
  },
});

async function keepInside(context: BrowserContext, house: House, complaints: Complaints): Promise<void> {
  complaints.listen(context);
  await context.route(
    (url) => url.origin !== house.url && url.protocol.startsWith("http"),
    (route) => route.abort(),
  );
}

/** Once it is alive, a click is answered by the page and not by the server alone. */
export async function alive(page: Page): Promise<void> {
  await page.locator("html[data-hydrated]").waitFor({ state: "attached" });
}
