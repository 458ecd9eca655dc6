// The investigations across customers: a line each, which leads to the file.
import type { Locator } from "@playwright/test";
import { Screen } from "./screen.ts";

export class Investigaciones extends Screen {
  get lines(): Locator {
    return this.page.getByRole("main").getByRole("listitem").getByRole("link");
  }

  line(said: string | RegExp): Locator {
    return this.lines.filter({ hasText: said });
  }

  async open(): Promise<void> {
    await this.visit("/investigaciones");
  }
}
