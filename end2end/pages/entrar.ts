// The way in: address and password, or as somebody of the demo.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Entrar extends Screen {
  get email(): Locator {
    return this.page.getByLabel("Correo");
  }

  get password(): Locator {
    return this.page.getByLabel("Contraseña");
  }

  get refusal(): Locator {
    return this.page.getByRole("alert");
  }

  get people(): Locator {
    return this.page.getByRole("region", { name: "Personas de la demostración" }).getByRole("button");
  }

  async open(): Promise<void> {
    await this.visit("/entrar");
  }

  async try(email: string, password: string): Promise<void> {
    await this.email.fill(email);
    await this.password.fill(password);
    await this.page.getByRole("button", { name: "Entrar", exact: true }).click();
  }

  /** As the one of the demo whose button begins so. */
  async as(who: string): Promise<void> {
    await this.open();
    await this.people.filter({ hasText: who }).click();
    await this.page.waitForURL((url) => url.pathname !== "/entrar");
    await this.arrived();
  }
}
