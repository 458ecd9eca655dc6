// The one-time link: choosing a password, and coming in by it.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Bienvenida extends Screen {
  get refusal(): Locator {
    return this.page.getByRole("alert");
  }

  async choose(password: string, again: string): Promise<void> {
    await this.page.getByLabel("Contraseña", { exact: true }).fill(password);
    await this.page.getByLabel("Otra vez, para estar seguros").fill(again);
    await this.page.getByRole("button", { name: "Guardar y entrar" }).click();
  }
}
