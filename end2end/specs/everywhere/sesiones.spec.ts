// Where somebody is signed in: seen, and ended from elsewhere.
import { Entrar } from "../../pages/entrar.ts";
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

test("a session forgotten on another machine is ended from this one", async ({
  entrar,
  sesiones,
  colleague,
  isAlive,
}) => {
  await entrar.as(people.seller);
  const forgotten = new Entrar(await colleague(), isAlive);
  await forgotten.as(people.seller);
  await sesiones.open();
  await expect(sesiones.sessions).toHaveCount(2);
  await expect(sesiones.own).toHaveCount(1);
  await sesiones.end(sesiones.others);
  await expect(sesiones.sessions).toHaveCount(1);
  await forgotten.page.goto("/clientes");
  await expect(forgotten.page).toHaveURL(/\/entrar/);
  await sesiones.open();
  await expect(sesiones.own).toHaveCount(1);
});

test("all of them are ended at once", async ({ page, entrar, sesiones }) => {
  await entrar.as(people.seller);
  await sesiones.open();
  await sesiones.endAll();
  await expect(page).toHaveURL(/\/entrar/);
  await page.goto("/clientes");
  await expect(page).toHaveURL(/\/entrar/);
});
