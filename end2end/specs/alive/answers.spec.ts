// The browser's half answers at once: it refuses beside the field, shows what it accepts as pending, settles it, and
// gives back unharmed what the server refuses after all.
import { people } from "../../support/people.ts";
import { post, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
});

test("a refusal needs no server", async ({ page, cuenta }) => {
  const posted: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posted.push(request.url());
  });
  const { "El IVA": _, ...silent } = price;
  await cuenta.write("Promesa", silent);
  await expect(cuenta.field("Promesa", "El IVA")).toHaveAttribute("aria-invalid", "true");
  await expect(cuenta.field("Promesa", "El IVA")).toBeFocused();
  expect(posted.filter((url) => url.includes("/clientes/"))).toEqual([]);
});

test("an accepted entry stands in the story before the server has answered, then settles where it is", async ({
  page,
  cuenta,
}) => {
  let answer = (): void => undefined;
  const held = new Promise<void>((go) => (answer = go));
  await page.route(/\/clientes\/[0-9a-f-]{36}$/, async (route) => {
    if (route.request().method() === "POST") await held;
    await route.continue();
  });
  await cuenta.write("Nota", { "Qué conviene saber": "Tiene prisa" });
  const row = cuenta.row("Tiene prisa");
  await expect(row).toContainText("Guardando…");
  await expect(cuenta.field("Nota", "Qué conviene saber")).toHaveValue("");
  const place = await row.getAttribute("id");
  answer();
  await expect(row).not.toContainText("Guardando…");
  await expect(row).toHaveCount(1);
  expect(await row.getAttribute("id")).toBe(place);
  await page.reload();
  await expect(row).toHaveCount(1);
});

test("what the server refuses after all comes back with its reason and the typed text unharmed", async ({
  page,
  cuenta,
  house,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await cuenta.choose("Nota");
  const id = await cuenta.form("Nota").locator("input[name=id]").inputValue();
  expect(await post(page, house, { kind: "note", id, note: "Con este mismo id, otra cosa" })).toBe(200);
  await cuenta.fill("Nota", { "Qué conviene saber": "Esto no debe perderse: ñ, €, «comillas»" });
  await cuenta.save("Nota");
  await expect(cuenta.returned.getByRole("alert")).toContainText("Ese envío ya se usó para otra cosa");
  await expect(cuenta.returned.getByLabel("Qué conviene saber")).toHaveValue("Esto no debe perderse: ñ, €, «comillas»");
  await expect(cuenta.row("Esto no debe perderse")).toHaveCount(0);
});

test("without a network it is sent again until it is written, once", async ({ page, cuenta, complaints }) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await cuenta.choose("Nota");
  await page.context().setOffline(true);
  await cuenta.fill("Nota", { "Qué conviene saber": "Dicho en el ascensor" });
  await cuenta.save("Nota");
  await expect(cuenta.row("Dicho en el ascensor")).toContainText("Guardando…");
  await page.context().setOffline(false);
  await expect(cuenta.row("Dicho en el ascensor")).not.toContainText("Guardando…");
  await page.reload();
  await expect(cuenta.row("Dicho en el ascensor")).toHaveCount(1);
});
