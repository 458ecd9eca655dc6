// What was written on a page is not lost by leaving it: it is sent all the same, and what comes back waits there.
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { invoice, post, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

const clara = "Doña Clara Núñez";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create(clara);
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

test("an entry that waits is sent though its page was left", async ({ page, cuenta, clientes, complaints }) => {
  complaints.expect(/ERR_FAILED/);
  let isCut = true;
  await page.route(/\/clientes\/[0-9a-f-]{36}$/, (route) =>
    isCut && route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await cuenta.write("Nota", { "Qué conviene saber": "Dicho en la puerta" });
  await expect(cuenta.row("Dicho en la puerta")).toHaveCount(1);
  await cuenta.navigation.getByRole("link", { name: "Clientes" }).click();
  await clientes.customer(clara).click();
  await expect(cuenta.row("Dicho en la puerta")).toContainText(/Guardando…|se enviará solo/);
  await cuenta.navigation.getByRole("link", { name: "Clientes" }).click();
  await expect(clientes.customer(clara)).toHaveCount(1);
  isCut = false;
  await page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok());
  await clientes.customer(clara).click();
  await expect(cuenta.row("Dicho en la puerta")).not.toContainText(/Guardando…|se enviará solo/);
  await page.reload();
  await expect(cuenta.row("Dicho en la puerta")).toHaveCount(1);
});

test("what comes back while its page is left stands there, until it is dismissed", async ({
  page,
  cuenta,
  clientes,
  house,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await cuenta.choose("Nota");
  const id = await cuenta.form("Nota").locator("input[name=id]").inputValue();
  expect(await post(page, house, { kind: "note", id, note: "Con este mismo id, otra cosa" })).toBe(200);
  let answer = (): void => undefined;
  const held = new Promise<void>((go) => (answer = go));
  await page.route(/\/clientes\/[0-9a-f-]{36}$/, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await cuenta.fill("Nota", { "Qué conviene saber": "Esto no debe perderse" });
  await cuenta.save("Nota");
  await cuenta.navigation.getByRole("link", { name: "Clientes" }).click();
  await expect(clientes.customer(clara)).toHaveCount(1);
  const refused = page.waitForResponse((answer) => answer.status() === 422);
  answer();
  await refused;
  await clientes.customer(clara).click();
  await expect(cuenta.returned.getByLabel("Qué conviene saber")).toHaveValue("Esto no debe perderse");
  await expectAccessible(page, "Returned");
  // Sent again it has an id of its own.
  await cuenta.returned.getByRole("button", { name: "Guardar" }).click();
  await expect(cuenta.row("Esto no debe perderse")).not.toContainText("Guardando…");
  await expect(cuenta.returned).toHaveCount(0);
});

test("a step that comes back stands as its own form, and can be dismissed", async ({
  page,
  cuenta,
  house,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/prometiste/)).not.toContainText("Guardando…");
  const form = await cuenta.step("Comparar con la factura", "La factura");
  const id = await form.locator("input[name=id]").inputValue();
  expect(await post(page, house, { kind: "note", id, note: "Con este mismo id, otra cosa" })).toBe(200);
  await cuenta.finish("Comparar con la factura", "La factura", invoice);
  await expect(cuenta.returned.getByLabel("Número de la factura")).toHaveValue("F-12");
  await expectAccessible(page, "Returned, a step");
  await cuenta.returned.getByRole("button", { name: "Descartar" }).click();
  await expect(cuenta.returned).toHaveCount(0);
  await expect(cuenta.due("Comparar con la factura")).toHaveCount(1);
});

test("the browser warns whoever closes the tab while something waits, and not once it is written", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  let isCut = true;
  await page.route(/\/clientes\/[0-9a-f-]{36}$/, (route) =>
    isCut && route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await cuenta.write("Nota", { "Qué conviene saber": "Dicho en la puerta" });
  const warned = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await warned;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  isCut = false;
  await expect(cuenta.row("Dicho en la puerta")).not.toContainText(/Guardando…|se enviará solo/);
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
});

test("the keyboard goes on from the heading when a step is finished, and it is said that it was saved", async ({
  page,
  cuenta,
}) => {
  await cuenta.write("Promesa", price);
  await expect(cuenta.said).toContainText("Guardado.");
  await cuenta.finish("Comparar con la factura", "La factura", invoice);
  await expect(cuenta.owed.getByRole("heading", { name: "Lo que debemos" })).toBeFocused();
  await expectAccessible(page, "a step finished");
});
