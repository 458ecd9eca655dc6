// A promise read back and signed, on a tablet that is handed over: drawn where there are scripts, typed where there are
// none; and what the customer takes away.
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

const clara = "Doña Clara Núñez";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create(clara, { Correo: "clara@ejemplo.es" });
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.write("Promesa", { ...price, "A quién": clara });
  await expect(cuenta.row(/prometiste/)).not.toContainText("Guardando…");
  await cuenta.owed.getByRole("link", { name: "Leer y firmar" }).first().click();
  await cuenta.arrived();
});

test("what was read is what is signed, and the receipt shows both", async ({ page, firma, cuenta, colleague, isAlive }) => {
  await expect(page.getByText("Pagará 89.000,00 € al mes en total", { exact: false })).toBeVisible();
  if (isAlive) await expectAccessible(page, "Firma");
  await firma.name.fill(clara);
  if (isAlive) await firma.draw();
  else await firma.form.getByLabel("Lo he leído, y firmo con mi nombre escrito arriba").check();
  await firma.sign();
  await page.waitForURL(/\/firmas\/\d+$/);
  await expect(firma.heading).toHaveText("Recibo de la promesa que firmó");
  await expect(page.getByText(`Leído y firmado por ${clara}`, { exact: false })).toBeVisible();
  await expect(page.getByText("Pagará 89.000,00 € al mes en total", { exact: false })).toBeVisible();
  if (isAlive) {
    const drawn = await firma.hand(clara).locator("path").getAttribute("d");
    expect(drawn).toMatch(/^M\d+ \d+L/);
    await expectAccessible(page, "Recibo de la firma");
  }
  const pdf = await page.request.get((await page.getByRole("link", { name: "PDF" }).getAttribute("href")) ?? "");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const link = await firma.link();

  const theirs = await colleague();
  await theirs.goto(link);
  await expect(theirs.getByText("Sigue en pie.")).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Volver al cliente" })).toHaveCount(0);

  await page.getByRole("link", { name: "Volver al cliente" }).click();
  await cuenta.arrived();
  await expect(cuenta.row(/leyó y firmó la promesa/)).toHaveCount(1);
  await expect(cuenta.owed.getByRole("link", { name: "Firmada: ver el recibo" }).first()).toBeVisible();
});

test("without a signature it says what is missing, and the name stays", async ({ firma, complaints }) => {
  complaints.expect(/status of 422/);
  await firma.name.fill(clara);
  await firma.sign();
  await expect(firma.form).toContainText("Falta la firma");
  await expect(firma.name).toHaveValue(clara);
});
