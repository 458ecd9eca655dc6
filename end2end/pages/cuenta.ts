// One account: who it is, what is owed, the story, and the short forms that write it on.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export type Kind = "Llamada" | "Promesa" | "Pedido" | "Reclamación" | "Nota" | "Foto o PDF";

/** A field's label, and what is typed or chosen in it. */
export type Typed = Record<string, string>;

export class Cuenta extends Screen {
  get registrar(): Locator {
    return this.page.getByRole("region", { name: "Registrar" });
  }

  get story(): Locator {
    return this.page.getByRole("region", { name: "La historia" });
  }

  get owed(): Locator {
    return this.page.getByRole("region", { name: "Lo que debemos" });
  }

  /** What the server refused after it stood in the story. */
  get returned(): Locator {
    return this.page.getByRole("region", { name: "No se ha guardado" });
  }

  get older(): Locator {
    return this.story.getByRole("link", { name: "Lo anterior" });
  }

  /** Lets through of the story what is of that kind and says those words. */
  async sift(kind: string, words: string): Promise<void> {
    const form = this.story.getByRole("form", { name: "Filtrar la historia" });
    if (!(await form.isVisible())) await this.story.getByText("Filtrar", { exact: true }).first().click();
    await form.getByLabel("Qué", { exact: true }).selectOption({ label: kind });
    await form.getByLabel("Palabras").fill(words);
    await form.getByLabel("Palabras").press("Enter");
  }

  get back(): Locator {
    return this.page.getByRole("main").getByRole("link", { name: "Clientes" });
  }

  row(said: string | RegExp): Locator {
    return this.story.getByRole("listitem").filter({ hasText: said });
  }

  due(what: string | RegExp): Locator {
    return this.owed.getByRole("listitem").filter({ hasText: what });
  }

  form(kind: Kind): Locator {
    return this.registrar.getByRole("form", { name: kind, exact: true });
  }

  field(kind: Kind, label: string): Locator {
    return this.form(kind).getByLabel(label, { exact: true }).first();
  }

  async choose(kind: Kind): Promise<void> {
    await this.registrar.getByRole("link", { name: kind }).click();
    await this.form(kind).waitFor();
  }

  async fill(kind: Kind, typed: Typed): Promise<void> {
    await this.fillIn(this.form(kind), typed);
  }

  async fillIn(form: Locator, typed: Typed): Promise<void> {
    for (const [label, value] of Object.entries(typed)) {
      const field = form.getByLabel(label, { exact: true }).first();
      const tag = await field.evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName.toLowerCase()));
      if (tag === "select") await field.selectOption({ label: value });
      else if (tag === "checkbox") await field.setChecked(value === "sí");
      else await field.fill(value);
    }
  }

  async save(kind: Kind): Promise<void> {
    await this.form(kind).getByRole("button", { name: "Guardar" }).click();
  }

  /** Chooses, fills and saves. */
  async write(kind: Kind, typed: Typed): Promise<void> {
    await this.choose(kind);
    await this.fill(kind, typed);
    await this.save(kind);
  }

  /** Chooses a file and sends it. */
  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const kind = "Foto o PDF";
    await this.field(kind, "Archivo").setInputFiles(file);
    await this.save(kind);
  }

  /** The form of a step of what is owed, unfolded where it stands. */
  async step(due: string | RegExp, label: string): Promise<Locator> {
    const row = this.due(due);
    const form = row.getByRole("form", { name: new RegExp(`^${label}: `) });
    if (!(await form.isVisible())) await row.locator("summary").getByText(label, { exact: true }).click();
    await form.waitFor();
    return form;
  }

  /** Unfolds a step, fills it in and sends it. */
  async finish(due: string | RegExp, label: string, typed: Typed): Promise<void> {
    const form = await this.step(due, label);
    await this.fillIn(form, typed);
    await form.getByRole("button").click();
  }

  /** The claims, each as one thread. */
  get claims(): Locator {
    return this.page.getByRole("region", { name: "Reclamaciones" });
  }

  claim(title: string | RegExp): Locator {
    return this.claims.getByRole("article").filter({ hasText: title });
  }

  /** Goes on with a claim where its thread stands. */
  async goOn(title: string | RegExp, label: string, typed: Typed): Promise<void> {
    const claim = this.claim(title);
    const form = claim.getByRole("form", { name: new RegExp(`^${label}: `) });
    if (!(await form.isVisible())) await claim.locator("summary").getByText(label, { exact: true }).click();
    await form.waitFor();
    await this.fillIn(form, typed);
    await form.getByRole("button").click();
  }

  /** What a screen reader was told last. */
  get said(): Locator {
    return this.page.locator("p[role=status]");
  }

  /** A field that was refused says so and says why. */
  async why(kind: Kind, label: string): Promise<string> {
    return this.whyNot(this.field(kind, label));
  }

  async whyNot(field: Locator): Promise<string> {
    return field.evaluate((field) => {
      const ids = (field.getAttribute("aria-describedby") ?? "").split(/\s+/);
      return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    });
  }
}
