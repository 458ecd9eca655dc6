// The browser's half answers at once: it refuses beside the field, shows what it accepts as pending, settles it, and
// gives back unharmed what the server refuses after all.
import { Entrar } from "../../pages/entrar.ts";
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

test("an answer that is lost on its way is asked for again by the same id, and the entry is written once", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const ids: string[] = [];
  // Live hints would bring the row before it is asked for.
  await page.route(/\/live\?/, (route) => route.abort());
  await cuenta.visit(new URL(page.url()).pathname);
  await page.route(/\/clientes\/[0-9a-f-]{36}$/, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    ids.push(new URLSearchParams(route.request().postData() ?? "").get("id") ?? "");
    if (ids.length > 1) return route.continue();
    // It reaches the server; what the server says does not come back.
    await route.fetch();
    await route.abort();
  });
  await cuenta.write("Nota", { "Qué conviene saber": "Dicho en el ascensor" });
  await expect.poll(() => ids.length).toBe(2);
  await expect(cuenta.row("Dicho en el ascensor")).not.toContainText("Guardando…");
  expect(new Set(ids).size).toBe(1);
  await page.reload();
  await expect(cuenta.row("Dicho en el ascensor")).toHaveCount(1);
});

test("without a network it waits, says so after a few tries, and is sent by itself", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await cuenta.choose("Nota");
  await page.context().setOffline(true);
  await cuenta.fill("Nota", { "Qué conviene saber": "Dicho en el ascensor" });
  await cuenta.save("Nota");
  await expect(cuenta.row("Dicho en el ascensor")).toContainText("Guardando…");
  await expect(cuenta.row("Dicho en el ascensor")).toContainText("Sin conexión: se enviará solo");
  await expect(cuenta.said).toContainText("Sin conexión: se enviará solo");
  await page.context().setOffline(false);
  await expect(cuenta.row("Dicho en el ascensor")).not.toContainText("se enviará solo");
  await expect(cuenta.said).toContainText("Guardado.");
  await page.reload();
  await expect(cuenta.row("Dicho en el ascensor")).toHaveCount(1);
});

test("what was asked first is sent first, and the next only once it is answered", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED/);
  const sent: string[] = [];
  await page.route(/\/clientes\/[0-9a-f-]{36}$/, async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    sent.push(new URLSearchParams(route.request().postData() ?? "").get("note") ?? "");
    return sent.length === 1 ? route.abort() : route.continue();
  });
  await cuenta.write("Nota", { "Qué conviene saber": "Primero" });
  await cuenta.fill("Nota", { "Qué conviene saber": "Segundo" });
  await cuenta.save("Nota");
  await expect(cuenta.story.getByRole("listitem").filter({ hasText: /Guardando…|se enviará/ })).toHaveCount(0);
  expect(sent).toEqual(["Primero", "Primero", "Segundo"]);
});

test("whoever is signed out is told so, keeps what was typed, and sends it once in again", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/status of 401/);
  await cuenta.choose("Nota");
  await page.context().clearCookies();
  await cuenta.fill("Nota", { "Qué conviene saber": "Escrito a las nueve" });
  await cuenta.save("Nota");
  await expect(cuenta.returned.getByRole("alert")).toContainText(/correo y (tu|su) contraseña/);
  const field = cuenta.returned.getByLabel("Qué conviene saber");
  await expect(field).toHaveValue("Escrito a las nueve");
  await new Entrar(await page.context().newPage(), true).as(people.seller);
  await cuenta.returned.getByRole("button", { name: "Guardar" }).click();
  await expect(cuenta.row("Escrito a las nueve")).not.toContainText("Guardando…");
  await expect(cuenta.returned).toHaveCount(0);
});

test("after a refused page has come alive the tabs lead on, and keep the filters", async ({
  page,
  cuenta,
  complaints,
}) => {
  complaints.expect(/status of 422|ERR_FAILED/);
  await page.route(/\/casa\//, (route) => route.abort());
  await cuenta.visit(`${new URL(page.url()).pathname}?tipo=notas`);
  await cuenta.write("Promesa", { "Qué se promete": "Un precio", "Importe en EUR": "mucho" });
  await expect(cuenta.field("Promesa", "Importe en EUR")).toHaveValue("mucho");
  await cuenta.arrived();
  await cuenta.choose("Nota");
  await expect(page).toHaveURL(/tipo=notas&registrar=nota/);
  await cuenta.choose("Promesa");
  await expect(cuenta.field("Promesa", "Importe en EUR")).toHaveValue("mucho");
});
