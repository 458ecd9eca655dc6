// The letters to customers: how each stands, and having one sent again.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Correo extends Screen {
  get letters(): Locator {
    return this.page.getByRole("main").getByRole("listitem");
  }

  get noServer(): Locator {
    return this.page.getByRole("note").filter({ hasText: "No hay servidor de correo" });
  }

  of(customer: string): Locator {
    return this.letters.filter({ hasText: customer });
  }

  async open(): Promise<void> {
    await this.visit("/correo");
  }

  async choose(state: string): Promise<void> {
    const states = this.page.getByRole("navigation", { name: "Cómo están" });
    // Its number may follow it.
    await states.getByRole("link", { name: new RegExp(`^${state}`) }).click();
  }
}
