// Ajustes: what the house sets, a store's days of one year, and the rules.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Ajustes extends Screen {
  get calendar(): Locator {
    return this.page.getByRole("region", { name: /^Calendario de \d{4}$/ });
  }

  get holidays(): Locator {
    return this.calendar.getByRole("listitem");
  }

  get rules(): Locator {
    return this.page.getByRole("region", { name: "Reglas" });
  }

  rule(id: string): Locator {
    return this.rules.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: id, exact: true }) });
  }

  form(name: string): Locator {
    return this.page.getByRole("form", { name });
  }

  async open(year?: number): Promise<void> {
    await this.visit(year === undefined ? "/ajustes" : `/ajustes?anio=${year}`);
  }

  async addHoliday(day: string, name: string): Promise<void> {
    const form = this.form("Festivo nuevo");
    await form.getByLabel("Día").fill(day);
    await form.getByLabel("Cómo se llama").fill(name);
    await form.getByRole("button").click();
    await this.arrived();
  }
}
