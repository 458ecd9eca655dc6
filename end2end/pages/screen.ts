// What every screen shares: its page, whether it is alive (JavaScript on), the way between screens.
// It finds things as a person does: by role and by name.
import type { Locator, Page } from "@playwright/test";

export abstract class Screen {
  constructor(
    readonly page: Page,
    protected readonly isAlive: boolean,
  ) {}

  get heading(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }

  get navigation(): Locator {
    return this.page.getByRole("navigation", { name: "Principal" });
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(path);
    await this.arrived();
  }

  /** Once it is alive, a click is answered by the page and not by the server alone. */
  async arrived(): Promise<void> {
    await this.heading.waitFor();
    if (this.isAlive) await this.page.locator("html[data-hydrated]").waitFor({ state: "attached" });
  }

  async leave(): Promise<void> {
    await this.page.getByRole("button", { name: "Salir" }).click();
  }
}
