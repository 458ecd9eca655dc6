// A claim from the open form to what the customer takes away, and back by their link and their key: at a desk, on a
// tablet and without JavaScript alike.
import type { Locator } from "@playwright/test";
import type { Cuenta } from "../../pages/cuenta.ts";
import { people } from "../../support/people.ts";
import { claim, price } from "../../support/stories.ts";
import { expect, test } from "../../support/test.ts";

/** So many taps and fields at most, from opening the form to key, receipt and honoured promise. */
const HANDS_MAX = 12;

test.beforeEach(async ({ page, entrar, clientes, cuenta }) => {
  await entrar.as(people.seller);
  await clientes.open();
  await clientes.create("Doña Clara Núñez");
  await page.waitForURL(/\/clientes\/[0-9a-f-]{36}/);
  await cuenta.arrived();
  await cuenta.write("Promesa", price);
  await expect(cuenta.row(/prometiste/)).not.toContainText("Guardando…");
  await page.reload();
  await cuenta.arrived();
});

/** Takes in the claim of story 1; how many taps and fields it took. */
async function taken(cuenta: Cuenta): Promise<number> {
  let hands = 0;
  const hand = async (doing: Promise<unknown>): Promise<void> => {
    hands += 1;
    await doing;
  };
  await hand(cuenta.choose("Reclamación"));
  const about = cuenta.field("Reclamación", "Sobre qué");
  const promised: Locator = about.getByRole("option", { name: /89\.000/ });
  await hand(about.selectOption((await promised.getAttribute("value")) ?? ""));
  for (const [label, value] of Object.entries(claim)) {
    await hand(cuenta.fill("Reclamación", { [label]: value }));
  }
  await hand(cuenta.save("Reclamación"));
  return hands;
}

test("key, receipt and honoured promise are a dozen taps away at most", async ({ cuenta, hecho }) => {
  const hands = await taken(cuenta);
  await expect(hecho.key).toHaveText(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}-[0-9A-HJKMNP-Z*~$=]$/);
  await expect(hecho.toSay).toContainText("Está hecho: usted paga 89.000,00");
  await expect(hecho.toSay).toContainText("14.240,00 € quedan en suspenso");
  await expect(hecho.toSay).toContainText("antes de que acabe el");
  await expect(hecho.region).toContainText("Pague 89.000,00");
  await expect(cuenta.row(/respaldaste la promesa/)).toHaveCount(1);
  await expect(hecho.receipt).toBeVisible();
  await expect(hecho.pdf).toBeVisible();
  expect(hands, "taps and fields").toBeLessThanOrEqual(HANDS_MAX);
  await expect(hecho.code).toBeVisible();
  expect(await hecho.code.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
});

test("the screen goes when it is closed, and the receipt stays a link away", async ({ page, cuenta, hecho }) => {
  await taken(cuenta);
  const key = await hecho.key.innerText();
  await expect(hecho.receipt).toBeVisible();
  await hecho.close.click();
  await expect(hecho.region).toHaveCount(0);
  await cuenta.row("la factura dice 103.240,00").getByRole("link", { name: "Clave y recibo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recibo de su reclamación");
  await expect(hecho.key).toHaveText(key);
});

test("the receipt's PDF is one", async ({ page, cuenta, hecho }) => {
  await taken(cuenta);
  const answer = await page.request.get((await hecho.pdf.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("whoever holds the link sees their claim, and nobody else's anything", async ({
  page,
  cuenta,
  hecho,
  colleague,
  complaints,
  isAlive,
}) => {
  complaints.expect(/status of 404/);
  await taken(cuenta);
  await hecho.receipt.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recibo de su reclamación");
  const link = await hecho.link();
  const theirs = await colleague();
  await theirs.goto(link);
  if (isAlive) await theirs.locator("html[data-hydrated]").waitFor({ state: "attached" });
  await expect(theirs.getByText("Usted no tiene que hacer nada.")).toBeVisible();
  await expect(theirs.getByText(/Tendrá noticias nuestras/)).toBeVisible();
  await expect(theirs.getByText(/En estudio/)).toBeVisible();
  await expect(theirs.getByText("Clara")).toHaveCount(0);
  await theirs.getByRole("link", { name: "Recibo" }).click();
  await expect(theirs.getByText(/Sello del registro/)).toBeVisible();
  const wrong = await theirs.goto(`${link.slice(0, -1)}${link.endsWith("0") ? "1" : "0"}`);
  expect(wrong?.status()).toBe(404);
});

test("a key tells how it stands, and a mistyped one says so", async ({ cuenta, hecho, page, complaints }) => {
  complaints.expect(/status of 422/);
  await taken(cuenta);
  const key = await hecho.key.innerText();
  await expect(hecho.receipt).toBeVisible();
  await hecho.ask(key.toLowerCase().replaceAll("-", " "));
  const told = page.getByRole("list", { name: "Cómo va" });
  await expect(told).toContainText("Recibida hoy.");
  await expect(told).toContainText("Respaldada hoy.");
  await hecho.ask(`${key.startsWith("7") ? "8" : "7"}${key.slice(1)}`);
  await expect(page.getByRole("alert")).toContainText("Alguna letra de la clave no es esa");
});
