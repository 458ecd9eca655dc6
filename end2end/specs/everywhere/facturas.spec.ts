// Story 1, its second variant: the invoice is entered before it leaves, the mismatch is caught, and the customer never sees it.
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { invoice, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

const compare = "Comparar con la factura";
const correct = "Corregir la factura antes de que salga";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/prometiste/)).not.toContainText("Guardando…");
});

test("an invoice that differs is not to be sent, and the corrected one clears it", async ({ page, cuenta, isAlive }) => {
  const form = await cuenta.step(compare, "La factura");
  await expect(form).toContainText(/Según lo prometido paga 89\.000,00\s€ al mes/);
  const wrong = { ...invoice, "Número de la factura": "F-11", "Importe en EUR": "103.240" };
  await cuenta.finish(compare, "La factura", wrong);
  const due = cuenta.due(correct);
  await expect(due).toContainText(/La factura F-11 dice 103\.240,00\s€ y se prometió 89\.000,00\s€: no la envíes\./);
  await expect(page.getByText("1 promesa en riesgo")).toBeVisible();
  await expect(cuenta.due(compare)).toHaveCount(0);
  if (isAlive) await expectAccessible(page, "A promise at risk");
  await cuenta.finish(correct, "La factura corregida", invoice);
  await expect(due).toHaveCount(0);
  await expect(cuenta.row(/sustituye a la F-11/)).toContainText("dice lo prometido");
  await expect(cuenta.due(compare)).toHaveCount(1);
  await expect(page.getByText("en riesgo")).toHaveCount(0);
});

test("one that has left is a broken word, and the customer is told", async ({ cuenta }) => {
  await cuenta.finish(compare, "La factura", {
    ...invoice,
    "Importe en EUR": "103.240",
    "Ya ha salido al cliente": "sí",
  });
  await expect(cuenta.row(/103\.240/)).toContainText("y ya salió");
  await expect(cuenta.due("Decírselo al cliente")).toHaveCount(1);
});

test("an amount never hides its tax", async ({ cuenta, complaints }) => {
  complaints.expect(/status of 422/);
  const silent = { "Número de la factura": "F-12", "Importe en EUR": "89.000" };
  await cuenta.finish(compare, "La factura", silent);
  const form = await cuenta.step(compare, "La factura");
  expect(await cuenta.whyNot(form.getByLabel("El IVA"))).toContain("IVA");
  await expect(form.getByLabel("Número de la factura")).toHaveValue("F-12");
  await expect(cuenta.row(/F-12/)).toHaveCount(0);
});
