// What a colleague saves appears without a reload.
import type { Page } from "@playwright/test";
import { Cuenta } from "../../pages/cuenta.ts";
import { Entrar } from "../../pages/entrar.ts";
import { people } from "../../support/people.ts";
import { inDays, post, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test("two people on one account see what the other saves", async ({ page, entrar, clientes, cuenta, colleague }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();

  const other = await colleague();
  await new Entrar(other, true).as(people.director);
  const theirs = new Cuenta(other, true);
  await theirs.visit(new URL(page.url()).pathname);

  await cuenta.write("Promesa", price);
  await expect(theirs.row(/prometió .*89\.000,00/)).toHaveCount(1);
  await expect(theirs.due("Comparar con la factura")).toHaveCount(1);

  await theirs.write("Nota", { "Qué conviene saber": "La vi en la tienda" });
  await expect(cuenta.row("La vi en la tienda")).toHaveCount(1);
  await expect(theirs.row("La vi en la tienda")).toHaveCount(1);
});

test("a tab that was hidden catches up when it is seen again", async ({ page, entrar, clientes, cuenta, house }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await see(page, false);
  expect(await post(page, house, { kind: "note", note: "Dicho mientras tanto" })).toBe(200);
  await see(page, true);
  await expect(cuenta.row("Dicho mientras tanto")).toHaveCount(1);
});

test("what is closed keeps its title when something else is written", async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.write("Pedido", { Número: "P-9", "Qué se pide": "Una mesa", "Se le promete para": inDays(9) });
  await expect(cuenta.row("Una mesa")).not.toContainText("Guardando…");
  const due = cuenta.due("Preguntar a la casa si se cumplirá");
  await due.getByText("Ya llegó").click();
  await due.getByRole("form", { name: "Ya llegó" }).getByRole("button", { name: "Guardar" }).click();
  const delivered = cuenta.row(/la entrega de/);
  await expect(delivered).toContainText("P-9");
  await expect(delivered).not.toContainText("Guardando…");
  await cuenta.write("Nota", { "Qué conviene saber": "Quedó contenta" });
  await expect(cuenta.row("Quedó contenta")).not.toContainText("Guardando…");
  await expect(delivered).toContainText("P-9");
});

/** As the browser says that the tab is seen, or that another is. */
async function see(page: Page, isSeen: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, !isSeen);
}
