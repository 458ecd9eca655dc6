// axe finds nothing on any page, as it stands, in light and in dark.
import type { Kind } from "../../pages/cuenta.ts";
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { claim, inDays, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test("the door, as it is and with its refusal", async ({ page, entrar, complaints }) => {
  complaints.expect(/status of 422/);
  await entrar.open();
  await expectAccessible(page, "Entrar");
  await entrar.try("nadie@casa.example", "no es esta");
  await expect(entrar.refusal).toBeVisible();
  await expectAccessible(page, "Entrar, refused");
});

test("the customers, some and none, and a refused form", async ({ page, entrar, clientes, complaints }) => {
  complaints.expect(/status of 422/);
  await entrar.as(people.seller);
  await clientes.open();
  await expectAccessible(page, "Clientes");
  await clientes.find("zzz no hay nadie");
  await expect(clientes.list).toHaveCount(0);
  await expectAccessible(page, "Clientes, none");
  await clientes.create("");
  await expect(clientes.form.getByLabel("Nombre")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "Clientes, refused");
});

test("what somebody owes", async ({ page, entrar, hoy }) => {
  await entrar.as(people.seller);
  await hoy.open();
  await expect(hoy.lines.first()).toBeVisible();
  await expectAccessible(page, "Hoy");
});

test("the letters to customers", async ({ page, entrar, correo }) => {
  await entrar.as(people.director);
  await correo.open();
  await expectAccessible(page, "Correo");
  await correo.choose("No enviados");
  await expectAccessible(page, "Correo, none");
});

test("the sessions, and a page that is nowhere", async ({ page, entrar, sesiones, complaints }) => {
  complaints.expect(/status of 404/);
  await entrar.as(people.seller);
  await sesiones.open();
  await expectAccessible(page, "Sesiones");
  await page.goto("/no-hay-tal-pagina");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, "nowhere");
});

test("an account: new, with each form open, refused, and with its story told", async ({
  page,
  entrar,
  clientes,
  cuenta,
}) => {
  test.setTimeout(180_000);
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez", { Teléfono: "+34 612 00 77 11" });
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await expectAccessible(page, "Cuenta, new");
  for (const kind of ["Llamada", "Promesa", "Pedido", "Reclamación", "Nota", "Foto o PDF"] satisfies Kind[]) {
    await cuenta.choose(kind);
    await expectAccessible(page, kind);
  }
  await cuenta.write("Pedido", { Número: "P-1", "Qué se pide": "Diez cerraduras", "Se le promete para": inDays(9) });
  await expect(cuenta.row("Diez cerraduras")).toHaveCount(1);
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/prometiste/)).not.toContainText("Guardando…");
  await cuenta.write("Promesa", { "Qué se promete": "Un precio" });
  await expect(cuenta.field("Promesa", "El IVA")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "Promesa, refused");
  await page.reload();
  await cuenta.arrived();
  await cuenta.write("Reclamación", claim);
  await expect(cuenta.row(/respaldaste la promesa/)).toHaveCount(1);
  await expectAccessible(page, "Cuenta, told");
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => one.setAttribute("open", "")));
  await expectAccessible(page, "Cuenta, everything unfolded");
});
