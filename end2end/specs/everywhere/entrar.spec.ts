// Coming in and going out, at a desk, on a tablet and without JavaScript.
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

test("a wrong password is told in a sentence and the address stays typed", async ({ entrar, complaints }) => {
  complaints.expect(/status of 422/);
  await entrar.open();
  await entrar.try("nadie@casa.example", "no es esta");
  await expect(entrar.refusal).toHaveText("El correo y la contraseña no coinciden. Repásalos y prueba otra vez.");
  await expect(entrar.email).toHaveValue("nadie@casa.example");
  await expect(entrar.password).toHaveValue("");
});

test("somebody of the demo comes in and sees the customers", async ({ entrar, clientes }) => {
  await entrar.as(people.seller);
  await expect(clientes.heading).toHaveText("Clientes");
  await expect(clientes.list.first()).toBeVisible();
});

test("whoever wanted a page is brought to it once in", async ({ page, entrar, sesiones }) => {
  await page.goto("/sesiones");
  await expect(page).toHaveURL(/\/entrar\?next=/);
  await entrar.arrived();
  await entrar.people.filter({ hasText: people.seller }).click();
  await expect(page).toHaveURL(/\/sesiones$/);
  await expect(sesiones.heading).toHaveText("Mis sesiones");
});

test("whoever leaves is out", async ({ page, entrar, clientes }) => {
  await entrar.as(people.seller);
  await clientes.leave();
  await expect(page).toHaveURL(/\/entrar/);
  await page.goto("/clientes");
  await expect(page).toHaveURL(/\/entrar\?next=/);
});
