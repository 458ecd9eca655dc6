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

  /// Whom a denial names.
  get bodies(): Locator {
    return this.page.getByRole("region", { name: "Adónde puede acudir quien no está conforme" });
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

  async setLimits(gesture: string, alert: string): Promise<void> {
    const form = this.form("Límites");
    await form.getByLabel("Detalle sin pedir permiso, hasta").fill(gesture);
    await form.getByLabel("Respaldo que se avisa a dirección, desde").fill(alert);
    await form.getByRole("button").click();
    await this.arrived();
  }

  /// The letter and the language that the screen names so.
  async chooseLetter(letter: string, language: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "Qué carta" }).getByRole("link", { name: letter }).click();
    await this.page.getByRole("navigation", { name: "En qué lengua" }).getByRole("link", { name: language }).click();
    await this.page.getByRole("heading", { name: `${letter}, en ${language.toLowerCase()}` }).waitFor();
  }

  /** What stands before the letter that is shown. */
  get before(): Locator {
    return this.page.getByLabel("Antes", { exact: true });
  }

  async writeAround(before: string, after: string): Promise<void> {
    await this.before.fill(before);
    await this.page.getByLabel("Después", { exact: true }).fill(after);
    await this.page.getByRole("button", { name: "Guardar la carta" }).click();
    await this.arrived();
  }
}
