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

  /** Fills the form of that name, by its labels, and sends it. */
  async send(name: string, typed: Record<string, string> = {}): Promise<void> {
    const form = this.form(name);
    for (const [label, value] of Object.entries(typed)) {
      const field = form.getByLabel(label, { exact: true });
      const isChoice = await field.evaluate((element) => element.tagName === "SELECT");
      if (isChoice) await field.selectOption({ label: value });
      else await field.fill(value);
    }
    await form.getByRole("button").click();
    await this.page.waitForLoadState();
    await this.arrived();
  }
}
