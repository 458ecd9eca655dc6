// Alive, the key of a claim is there before the network is: taken without it, it is the same key that is written later.
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

test("a claim taken without a network shows its key at once, and keeps it", async ({
  page,
  cuenta,
  hecho,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  let isCut = true;
  await page.route(/\/clientes\/[0-9a-f-]{36}(\?.*)?$/, (route) =>
    isCut && route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await cuenta.write("Reclamación", { "Qué dice": "Me prometieron el cable gratis" });
  await expect(hecho.key).toBeVisible();
  const key = await hecho.key.innerText();
  await expect(hecho.toSay).toContainText("Está hecho");
  await expect(hecho.region).toContainText("en cuanto se guarde");
  await expect(hecho.receipt).toHaveCount(0);
  isCut = false;
  await expect(hecho.receipt).toBeVisible({ timeout: 30_000 });
  await expect(hecho.key).toHaveText(key);
  await expectAccessible(page, "Hecho");
  await hecho.receipt.click();
  await expect(hecho.key).toHaveText(key);
  await hecho.arrived();
  await expectAccessible(page, "Recibo");
});

test("axe finds nothing on the customer's page, nor where a key is asked", async ({
  page,
  cuenta,
  hecho,
  complaints,
}) => {
  complaints.expect(/status of 4(04|22)/);
  await cuenta.write("Reclamación", { "Qué dice": "Me prometieron el cable gratis" });
  const key = await hecho.key.innerText();
  await hecho.receipt.click();
  await hecho.arrived();
  const link = await hecho.link();
  await hecho.visit(link);
  await expectAccessible(page, "the customer's page");
  await hecho.ask(key);
  await hecho.arrived();
  await expectAccessible(page, "Estado, told");
  await hecho.ask("0000-0000-0000-1");
  await hecho.arrived();
  await expectAccessible(page, "Estado, refused");
});
