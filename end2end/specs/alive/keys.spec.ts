// Every form is a key away, and a key typed into a field is a letter.
import type { Kind } from "../../pages/cuenta.ts";
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

const keys: [string, Kind][] = [
  ["l", "Llamada"],
  ["p", "Promesa"],
  ["o", "Pedido"],
  ["r", "Reclamación"],
  ["f", "Foto o PDF"],
  ["n", "Nota"],
];

test("l p o r f n open the forms, with the keyboard in their first field", async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.list.first().click();
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  for (const [key, kind] of keys) {
    await page.keyboard.press(key);
    const first = cuenta.form(kind).locator("input:not([type=hidden]), select, textarea").first();
    await expect(first, kind).toBeFocused();
    await first.blur();
  }
  await cuenta.field("Nota", "Qué conviene saber").pressSequentially("lporn");
  await expect(cuenta.field("Nota", "Qué conviene saber")).toHaveValue("lporn");
});

test("the letters can be switched off, and stay so", async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.list.first().click();
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  const letters = cuenta.registrar.getByRole("switch", { name: "Teclas de una letra" });
  await letters.uncheck();
  await page.reload();
  await cuenta.arrived();
  await expect(letters).not.toBeChecked();
  await letters.blur();
  await page.keyboard.press("p");
  await letters.check();
  await letters.blur();
  await page.keyboard.press("n");
  await expect(cuenta.form("Nota")).toBeVisible();
  await expect(cuenta.form("Promesa")).toHaveCount(0);
});
