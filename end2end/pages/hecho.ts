// What stands after a claim was taken: the key, what to say, the slip and the receipt; and the customer's own pages.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Hecho extends Screen {
  get region(): Locator {
    return this.page.getByRole("region", { name: "Hecho" });
  }

  /** The key, as it is shown. */
  get key(): Locator {
    return this.page.locator("[data-key]");
  }

  get toSay(): Locator {
    return this.region.locator("[data-say]");
  }

  get receipt(): Locator {
    return this.region.getByRole("link", { name: "Recibo para imprimir" });
  }

  get pdf(): Locator {
    return this.region.getByRole("link", { name: "PDF" });
  }

  get code(): Locator {
    return this.region.getByRole("img", { name: /Código QR/ });
  }

  get close(): Locator {
    return this.region.getByRole("link", { name: "Cerrar" });
  }

  /** The customer's link, as their receipt prints it: its path. */
  async link(): Promise<string> {
    const printed = await this.page.getByText(/\/c\/[0-9a-f]{32}$/).first().innerText();
    return new URL(printed.trim()).pathname;
  }

  /** How a claim stands, by its key. */
  async ask(key: string): Promise<void> {
    await this.visit("/estado");
    await this.page.getByLabel("La clave de su recibo").fill(key);
    await this.page.getByRole("button", { name: "Ver cómo va" }).click();
  }
}
