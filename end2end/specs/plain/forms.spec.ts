// Without JavaScript: a form leads to its new row, or comes back with 422 and all that was typed.
import { people } from "../../support/people.ts";
import { price, writeNotes } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

test("a saved form leads by 303 to its new row", async ({ page, cuenta }) => {
  await cuenta.choose("Nota");
  await cuenta.fill("Nota", { "Qué conviene saber": "Se muda en marzo" });
  const posted = page.waitForResponse((answer) => answer.request().method() === "POST");
  await cuenta.save("Nota");
  expect((await posted).status()).toBe(303);
  await expect(page).toHaveURL(/#row-[0-9a-f-]{36}-0$/);
  await expect(page.locator(new URL(page.url()).hash)).toContainText("Se muda en marzo");
});

test("a refused form comes back with 422, every reason beside its field and every word as typed", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  const { "El IVA": _, ...silent } = price;
  const typed = { ...silent, "Importe en EUR": "ochenta y nueve <mil>" };
  await cuenta.choose("Promesa");
  await cuenta.fill("Promesa", typed);
  const posted = page.waitForResponse((answer) => answer.request().method() === "POST");
  await cuenta.save("Promesa");
  expect((await posted).status()).toBe(422);
  expect(await cuenta.why("Promesa", "Importe en EUR")).toContain("No se entiende el importe");
  expect(await cuenta.why("Promesa", "El IVA")).toContain("un precio nunca lo calla");
  await expect(cuenta.field("Promesa", "Importe en EUR")).toHaveValue("ochenta y nueve <mil>");
  await expect(cuenta.field("Promesa", "Con sus palabras")).toHaveValue(price["Con sus palabras"] ?? "");
  await expect(cuenta.field("Promesa", "Vale para cada factura, no una sola vez")).toBeChecked();
});

test("what is older is a link away", async ({ page, cuenta, house }) => {
  await writeNotes(page, house, 60);
  await page.reload();
  await expect(cuenta.row("Nota número 60")).toHaveCount(1);
  await expect(cuenta.row("Nota número 1.")).toHaveCount(0);
  await cuenta.older.click();
  await expect(cuenta.row("Nota número 1.")).toHaveCount(1);
});

test("a refused step of what is owed comes back unfolded, with its reason beside the field and what was typed", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Promesa", price);
  const form = await cuenta.step("Comparar con la factura", "Mover la fecha");
  await cuenta.fillIn(form, { "Por qué": "La factura sale <tarde>" });
  const posted = page.waitForResponse((answer) => answer.request().method() === "POST");
  await form.getByRole("button", { name: "Guardar" }).click();
  expect((await posted).status()).toBe(422);
  await expect(form).toBeVisible();
  await expect(form.getByLabel("Nueva fecha")).toHaveAttribute("aria-invalid", "true");
  expect(await cuenta.whyNot(form.getByLabel("Nueva fecha"))).toContain("Falta este dato");
  await expect(form.getByLabel("Por qué")).toHaveValue("La factura sale <tarde>");
  await expect(page.getByRole("form").filter({ visible: true })).toHaveCount(1);
});

test("the forms keep the filters of the story", async ({ page, cuenta }) => {
  await cuenta.visit(`${new URL(page.url()).pathname}?tipo=notas`);
  await cuenta.choose("Nota");
  await expect(page).toHaveURL(/\?tipo=notas&registrar=nota/);
});
