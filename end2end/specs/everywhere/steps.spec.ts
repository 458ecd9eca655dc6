// What is owed is finished where it stands, one step of each kind: at a desk, on a tablet and without JavaScript alike.
import { people } from "../../support/people.ts";
import { claim, inDays, post, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

const check = "Preguntar a la casa si se cumplirá";

const order = {
  kind: "order",
  number: "P-9",
  "line.0.what": "Diez cerraduras",
  "line.0.promised": inDays(20),
  "line.1.what": "Un buzón",
  "line.1.promised": inDays(20),
};

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.director);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

test("part of an order arrives: the line that is not ticked still waits", async ({ page, cuenta, house }) => {
  expect(await post(page, house, order)).toBe(200);
  await cuenta.visit(new URL(page.url()).pathname);
  const form = await cuenta.step(check, "Ya llegó");
  await expect(form.getByRole("checkbox")).toHaveCount(2);
  await form.getByLabel(/Un buzón/).uncheck();
  await form.getByRole("button", { name: "Guardar" }).click();
  const row = cuenta.row(/anotaste la entrega/);
  await expect(row).toContainText("la línea 1");
  const rest = await cuenta.step(check, "Ya llegó");
  await expect(rest.getByRole("checkbox")).toHaveCount(0);
  await rest.getByRole("button", { name: "Guardar" }).click();
  await expect(cuenta.row(/anotaste la entrega/)).toHaveCount(2);
  await expect(cuenta.due(check)).toHaveCount(0);
});

test("no line ticked is none, not all", async ({ page, cuenta, house, complaints }) => {
  complaints.expect(/status of 422/);
  expect(await post(page, house, order)).toBe(200);
  await cuenta.visit(new URL(page.url()).pathname);
  const form = await cuenta.step(check, "Ya llegó");
  for (const line of [/Diez cerraduras/, /Un buzón/]) await form.getByLabel(line).uncheck();
  await form.getByRole("button", { name: "Guardar" }).click();
  await expect(form.getByRole("group", { name: "Qué líneas" })).toContainText("Falta este dato");
  await expect(form.getByLabel(/Un buzón/)).not.toBeChecked();
  await expect(cuenta.row(/anotaste la entrega/)).toHaveCount(0);
});

test("an order has another date, for its reason", async ({ page, cuenta, house }) => {
  expect(await post(page, house, order)).toBe(200);
  await cuenta.visit(new URL(page.url()).pathname);
  const form = await cuenta.step(check, "Otra fecha");
  await form.getByLabel(/Un buzón/).uncheck();
  await cuenta.finish(check, "Otra fecha", { "Nueva fecha": inDays(30), "Por qué": "El proveedor se retrasa" });
  const row = cuenta.row(/diste nueva fecha/);
  await expect(row).toContainText("a la línea 1:");
});

test("a promise will not be kept, and the customer is told", async ({ cuenta }) => {
  await cuenta.write("Promesa", { "Qué se promete": "Una entrega", "Para qué día": inDays(20) });
  await cuenta.finish(check, "No se cumplirá", { "Qué ha pasado": "No queda género" });
  await cuenta.finish("Decírselo al cliente", "Se lo he dicho", { "Qué se dijo": "No llegará, y lo siento" });
  await expect(cuenta.row("No llegará, y lo siento")).toHaveCount(1);
  await expect(cuenta.due("Decírselo al cliente")).toHaveCount(0);
});

test("a claim is answered point by point, and a denial says why", async ({ cuenta, complaints }) => {
  complaints.expect(/status of 422/);
  await cuenta.write("Reclamación", {
    "De qué se queja": "El trato",
    "Qué dice": "No me saludaron",
    "Otro punto": "Y esperé una hora",
  });
  const form = await cuenta.step("Contestar la reclamación", "Contestar");
  const [first, second] = [form.getByRole("group").nth(0), form.getByRole("group").nth(1)];
  await first.getByLabel("Respuesta").selectOption({ label: "Se acepta" });
  await second.getByLabel("Respuesta").selectOption({ label: "Se deniega" });
  await form.getByRole("button").click();
  await expect(second.getByLabel("Razones")).toHaveAttribute("aria-invalid", "true");
  expect(await cuenta.whyNot(second.getByLabel("Razones"))).not.toBe("");
  await expect(first.getByLabel("Respuesta").locator("option:checked")).toHaveText("Se acepta");
  await second.getByLabel("Razones").fill("El registro dice doce minutos");
  await form.getByRole("button").click();
  await expect(cuenta.row("El registro dice doce minutos")).toHaveCount(1);
  await cuenta.finish("Contestar la reclamación", "Entregar la respuesta", { Cómo: "Por correo" });
  await expect(cuenta.row(/entregaste la respuesta al cliente por correo/)).toHaveCount(1);
  await expect(cuenta.due("Contestar la reclamación")).toHaveCount(0);
});

test("what repairs a broken word is done, and a director apologises", async ({ cuenta }) => {
  await cuenta.write("Reclamación", claim);
  await expect(cuenta.row(/respaldaste la promesa/)).toHaveCount(1);
  await cuenta.finish("Reparar", "Hecho", { "Cómo se sabe": "Abono 2026-114" });
  await expect(cuenta.row(/diste por hecha la reparación/)).toHaveCount(1);
  await expect(cuenta.due("Reparar")).toHaveCount(0);
  await cuenta.finish("Pedir disculpas", "Pedir disculpas", { "En primera persona": "Lo siento: no cumplí." });
  await expect(cuenta.row(/pediste disculpas/)).toHaveCount(1);
  await expect(cuenta.due("Pedir disculpas")).toHaveCount(0);
});

test("why a date is that date stands a touch away", async ({ cuenta }) => {
  await cuenta.write("Promesa", price);
  const due = cuenta.due("Comparar con la factura");
  const why = due.getByText("Por qué esta fecha");
  const told = due.locator("details", { hasText: "Por qué esta fecha" }).locator("p").first();
  await expect(told).toBeHidden();
  await why.click();
  await expect(told).toBeVisible();
  await expect(told).not.toBeEmpty();
});
