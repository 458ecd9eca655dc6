// What somebody owes today and later: a line each, which leads to where it is done.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Hoy extends Screen {
  get lines(): Locator {
    return this.page.getByRole("main").getByRole("listitem").getByRole("link");
  }

  get next(): Locator {
    return this.page.getByRole("link", { name: "Lo siguiente" });
  }

  async open(): Promise<void> {
    await this.visit("/hoy");
  }

  line(said: string | RegExp): Locator {
    return this.lines.filter({ hasText: said });
  }

  /** Opens why a line has its day; what is said then. */
  async why(line: Locator): Promise<Locator> {
    const row = line.locator("..");
    await row.getByText("Por qué esta fecha").click();
    return row.getByRole("group");
  }

  /** Reads on until there is such a line. */
  async readOnTo(said: string | RegExp): Promise<Locator> {
    while ((await this.line(said).count()) === 0) {
      const before = this.page.url();
      await this.next.click();
      await this.page.waitForURL((url) => url.href !== before);
      await this.arrived();
    }
    return this.line(said);
  }
}
