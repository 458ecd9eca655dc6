// A long story comes as one scrolls, and the list of customers while one types.
import { people } from "../../support/people.ts";
import { writeNotes } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test("the next page of the story comes as one scrolls", async ({ page, entrar, clientes, cuenta, house }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await writeNotes(page, house, 60);
  await cuenta.visit(new URL(page.url()).pathname);
  await expect(cuenta.row("Nota número 60.")).toHaveCount(1);
  await expect(cuenta.row("Nota número 1.")).toHaveCount(0);
  await cuenta.older.scrollIntoViewIfNeeded();
  await expect(cuenta.row("Nota número 1.")).toHaveCount(1);
  await expect(cuenta.row("Nota número 60.")).toHaveCount(1);
  await expect(cuenta.older).toHaveCount(0);
});

test("the list follows what is typed, letter by letter, in one page", async ({ page, entrar, clientes }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Quincallería Zúñiga");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await clientes.open();
  await page.evaluate(() => document.documentElement.setAttribute("data-same-page", ""));
  await clientes.search.pressSequentially("zuni", { delay: 30 });
  await expect(clientes.list).toHaveCount(1);
  await expect(clientes.list).toContainText("Quincallería Zúñiga");
  await expect(clientes.search).toBeFocused();
  await expect(clientes.search).toHaveValue("zuni");
  await expect(page.locator("html[data-same-page]")).toHaveCount(1);
});
