// What a browser complains of while a test runs: console errors, uncaught errors, files that did not come.
// Any of them fails the test, but those that it said it would cause.
import type { BrowserContext, Page } from "@playwright/test";

export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  /** A refused form answers 422, which Chromium writes into its console. */
  expect(what: RegExp): void {
    this.expected.push(what);
  }

  listen(context: BrowserContext): void {
    context.on("page", (page) => this.hear(page));
    context.on("weberror", (error) => this.heard.push(`uncaught: ${error.error().stack ?? error.error().message}`));
    context.on("console", (message) => {
      const at = message.location().url;
      if (message.type() === "error") this.heard.push(`console: ${message.text()} (${at})`);
      // A view that hydrates into other markup only warns.
      if (message.type() === "warning" && /hydrat/i.test(message.text())) this.heard.push(`console: ${message.text()}`);
    });
  }

  private hear(page: Page): void {
    page.on("crash", () => this.heard.push(`crashed: ${page.url()}`));
  }

  all(): string[] {
    return this.heard.filter((line) => !this.expected.some((what) => what.test(line)));
  }
}
