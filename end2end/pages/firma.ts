// A promise as its customer reads it back and signs it, and what they take away.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Firma extends Screen {
  get form(): Locator {
    return this.page.getByRole("form", { name: "Firmar" });
  }

  get sheet(): Locator {
    return this.page.getByRole("img", { name: "Recuadro para firmar" });
  }

  get name(): Locator {
    return this.form.getByLabel("Su nombre y apellidos");
  }

  /** Draws a line across the sheet, as a finger does. */
  async draw(): Promise<void> {
    await this.sheet.scrollIntoViewIfNeeded();
    const box = await this.sheet.boundingBox();
    if (box === null) throw new Error("the sheet is not in sight");
    const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
    const { mouse } = this.page;
    await mouse.move(...at(0.2, 0.7));
    await mouse.down();
    for (const [x, y] of [[0.3, 0.3], [0.4, 0.7], [0.5, 0.3], [0.7, 0.6]] as const) {
      await mouse.move(...at(x, y), { steps: 4 });
    }
    await mouse.up();
  }

  async sign(): Promise<void> {
    await this.form.getByRole("button", { name: "Firmar" }).click();
  }

  /** The signature as it was drawn, where it was. */
  hand(of: string): Locator {
    return this.page.getByRole("img", { name: `Firma de ${of}` });
  }

  /** The customer's link, as their receipt prints it: its path. */
  async link(): Promise<string> {
    const printed = await this.page.getByText(/\/p\/[0-9a-f]{32}$/).first().innerText();
    const [link] = /\S+\/p\/[0-9a-f]{32}/.exec(printed) ?? [];
    return new URL(link ?? "").pathname;
  }
}
