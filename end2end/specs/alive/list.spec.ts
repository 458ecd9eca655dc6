// The list of customers while it is alive: it keeps its place, says what it found, and refuses at once.
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

test.beforeEach(async ({ entrar, clientes }) => {
  await entrar.as(people.seller);
  await clientes.open();
});

test("one is opened without losing the list, and the keyboard goes along", async ({ page, clientes, cuenta }) => {
  await clientes.tick(clientes.mine);
  await clientes.find("a");
  await expect(page).toHaveURL(/q=a.*mios=si/);
  const list = page.url();
  await clientes.list.first().click();
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await expect(cuenta.heading).toBeFocused();
  await cuenta.back.click();
  await expect(page).toHaveURL(list);
  await expect(clientes.heading).toBeFocused();
  await expect(clientes.search).toHaveValue("a");
  await expect(clientes.mine).toBeChecked();
});

test("the way to all of them empties what was typed", async ({ page, clientes }) => {
  await clientes.find("zzz no hay nadie");
  await expect(clientes.list).toHaveCount(0);
  await clientes.navigation.getByRole("link", { name: "Clientes" }).click();
  await expect(page).toHaveURL(/\/clientes$/);
  await expect(clientes.search).toHaveValue("");
  await expect(clientes.list.first()).toBeVisible();
});

test("what is found is said, and what is typed beside stays", async ({ page, clientes }) => {
  await clientes.form.getByLabel("Nombre").fill("Doña Clara");
  await clientes.find("zzz no hay nadie");
  await expect(page.getByRole("status").filter({ hasText: "Ningún cliente." })).toHaveCount(1);
  await expect(clientes.form.getByLabel("Nombre")).toHaveValue("Doña Clara");
});

test("a customer without a name is refused without the server", async ({ page, clientes }) => {
  const house = page.waitForResponse(/\/casa\/\d+$/);
  await page.reload();
  await house;
  await clientes.arrived();
  const posted: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/clientes")) posted.push(request.url());
  });
  await clientes.create("", { Teléfono: "+34 612 00 77 11" });
  await expect(clientes.form.getByLabel("Nombre")).toHaveAttribute("aria-invalid", "true");
  expect(posted.filter((url) => !url.includes("/api/"))).toEqual([]);
});

test("the first step of the keyboard leads past the head", async ({ page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Ir al contenido" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
