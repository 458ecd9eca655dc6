// Where the person is signed in, and the way to end it.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Sesiones extends Screen {
  get sessions(): Locator {
    return this.page.getByRole("main").getByRole("listitem");
  }

  get own(): Locator {
    return this.sessions.filter({ has: this.page.getByText("Esta", { exact: true }) });
  }

  get others(): Locator {
    return this.sessions.filter({ hasNot: this.page.getByText("Esta", { exact: true }) });
  }

  async open(): Promise<void> {
    await this.visit("/sesiones");
  }

  async end(session: Locator): Promise<void> {
    await session.getByRole("button", { name: "Cerrar" }).click();
  }

  async endAll(): Promise<void> {
    await this.page.getByRole("button", { name: "Cerrar todas, también esta" }).click();
  }
}
