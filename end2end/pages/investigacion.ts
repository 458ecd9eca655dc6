// The file of an investigation.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Investigacion extends Screen {
  part(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  form(name: string): Locator {
    return this.page.getByRole("form", { name, exact: true });
  }

  /** Adds evidence: a picture or a document, and what is seen in it. */
  async prove(file: { name: string; mimeType: string; buffer: Buffer }, what: string): Promise<void> {
    const form = this.form("Prueba nueva");
    await form.getByLabel("Archivo", { exact: true }).setInputFiles(file);
    await form.getByLabel("Qué se ve", { exact: true }).fill(what);
    await form.getByRole("button", { name: "Guardar la prueba" }).click();
    await this.page.waitForLoadState();
    await this.arrived();
  }

  /** Fills the form of that name, by its labels, and sends it. */
  async send(name: string, typed: Record<string, string> = {}): Promise<void> {
    const form = this.form(name);
    for (const [label, value] of Object.entries(typed)) {
      const field = form.getByLabel(label, { exact: true });
      const kind = await field.evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName.toLowerCase()));
      if (kind === "select") await field.selectOption({ label: value });
      else if (kind === "checkbox") await field.setChecked(value === "sí");
      else await field.fill(value);
    }
    await form.getByRole("button").click();
    await this.page.waitForLoadState();
    await this.arrived();
  }
}
