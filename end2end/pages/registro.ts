// What somebody promised and how it ended: counts, each the way to its list. And whom a director directs.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Registro extends Screen {
  get counts(): Locator {
    return this.page.getByRole("navigation", { name: "Cuántas hay" }).getByRole("link");
  }

  /** How many there are of that kind. */
  async count(label: string): Promise<number> {
    const said = await this.counts.filter({ hasText: label }).innerText();
    return Number.parseInt(said, 10);
  }

  /** Looks at the lines behind a count. */
  async look(label: string): Promise<void> {
    const count = this.counts.filter({ hasText: label });
    await count.click();
    await this.page.waitForURL(/\?de=/);
    await this.counts.and(this.page.locator("[aria-current]")).filter({ hasText: label }).waitFor();
    await this.arrived();
  }

  get lines(): Locator {
    return this.page.getByRole("main").getByRole("listitem").getByRole("link");
  }

  line(said: string | RegExp): Locator {
    return this.lines.filter({ hasText: said });
  }

  async mine(): Promise<void> {
    await this.navigation.getByRole("link", { name: "Mi registro" }).click();
    await this.page.waitForURL(/\/equipo\/[0-9a-f-]{36}/);
    await this.arrived();
  }

  /** That person's, by the way of whoever directs them. */
  async of(name: string): Promise<void> {
    await this.visit("/equipo");
    await this.page.getByRole("main").getByRole("link", { name }).click();
    await this.page.waitForURL(/\/equipo\/[0-9a-f-]{36}/);
    await this.arrived();
  }
}
