// The list of customers: search as one types, open one, open an account.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Clientes extends Screen {
  get search(): Locator {
    return this.page.getByRole("searchbox", { name: "Nombre, teléfono, NIF o número de pedido" });
  }

  get mine(): Locator {
    return this.page.getByRole("checkbox", { name: "Los míos" });
  }

  get silent(): Locator {
    return this.page.getByRole("checkbox", { name: "En silencio" });
  }

  get list(): Locator {
    return this.page.getByRole("main").getByRole("listitem").getByRole("link");
  }

  get form(): Locator {
    return this.page.getByRole("form", { name: "Cliente nuevo" });
  }

  async open(): Promise<void> {
    await this.visit("/clientes");
  }

  /** Alive, typing is enough; without JavaScript the form is sent. */
  async find(words: string): Promise<void> {
    await this.search.fill(words);
    if (!this.isAlive) await this.search.press("Enter");
  }

  /** Alive, a tick is enough; without JavaScript the form is sent. */
  async tick(facet: Locator): Promise<void> {
    await facet.check();
    if (!this.isAlive) await this.page.getByRole("button", { name: "Buscar" }).click();
  }

  customer(name: string | RegExp): Locator {
    return this.list.filter({ hasText: name });
  }

  async create(name: string, more: Record<string, string> = {}): Promise<void> {
    await this.form.getByLabel("Nombre").fill(name);
    for (const [label, value] of Object.entries(more)) await this.form.getByLabel(label).fill(value);
    await this.form.getByRole("button", { name: "Abrir la cuenta" }).click();
  }
}
