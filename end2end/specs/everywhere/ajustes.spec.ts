// The house as an administrator sets it: its days, its settings, and the rules that every date comes from.
import { expectAccessible } from "../../support/accessible.ts";
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

const year = new Date().getFullYear() + 1;

test("a local holiday is added to its year and taken away again", async ({ page, entrar, ajustes, isAlive }) => {
  await entrar.as(people.administrator);
  await ajustes.open(year);
  await ajustes.addHoliday(`${year}-06-12`, "San Juan de Sahagún");
  const added = ajustes.holidays.filter({ hasText: "San Juan de Sahagún" });
  await expect(added).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`anio=${year}`));
  if (isAlive) await expectAccessible(page, "Ajustes");
  await added.getByRole("button", { name: "Quitar" }).click();
  await expect(added).toHaveCount(0);
  await expect(ajustes.holidays.filter({ hasText: "Viernes Santo" })).toHaveCount(1);
});

test("a holiday outside its year is refused beside its day, and its name stands", async ({ entrar, ajustes, complaints }) => {
  complaints.expect(/status of 422/);
  await entrar.as(people.administrator);
  await ajustes.open(year);
  await ajustes.addHoliday(`${year + 1}-06-12`, "San Juan de Sahagún");
  const form = ajustes.form("Festivo nuevo");
  await expect(form.getByLabel("Día")).toHaveAccessibleDescription(`Ese día no es de ${year}: elige uno de ${year}, o cambia de año.`);
  await expect(form.getByLabel("Cómo se llama")).toHaveValue("San Juan de Sahagún");
});

test("everybody reads which rule counts how much, where it stands and whether it was verified", async ({ entrar, ajustes }) => {
  await entrar.as(people.seller);
  await ajustes.open();
  await expect(ajustes.rule("SAC-17.3")).toContainText("5 días naturales");
  await expect(ajustes.rule("SAC-17.3")).not.toContainText("Sin verificar");
  await expect(ajustes.rule("AND-472")).toContainText("Sin verificar");
  await expect(ajustes.form("Festivo nuevo")).toHaveCount(0);
});

test("the limit of a gesture is set, and one that is no amount comes back with its reason", async ({ page, entrar, ajustes, complaints }) => {
  complaints.expect(/status of 422/);
  await entrar.as(people.administrator);
  await ajustes.open();
  const gesture = ajustes.form("Límites").getByLabel("Detalle sin pedir permiso, hasta");
  await ajustes.setLimits("mucho", "300");
  await expect(gesture).toHaveAccessibleDescription(/importe/);
  await expect(gesture).toHaveValue("mucho");
  await ajustes.setLimits("60", "300");
  await page.reload();
  await ajustes.arrived();
  await expect(gesture).toHaveValue(/^60,00/);
});

test("the bodies a denial names are the law's and in doubt until the house names its own", async ({ page, entrar, ajustes }) => {
  await entrar.as(people.administrator);
  await ajustes.open();
  await expect(ajustes.bodies).toContainText("Sin confirmar");
  const form = ajustes.form("Organismos");
  await form.getByLabel("Organismo 1", { exact: true }).fill("Junta Arbitral de Salamanca");
  await form.getByRole("button").click();
  await ajustes.arrived();
  await expect(ajustes.bodies).not.toContainText("Sin confirmar");
  await page.reload();
  await ajustes.arrived();
  await expect(form.getByLabel("Organismo 1", { exact: true })).toHaveValue("Junta Arbitral de Salamanca");
});

test("what stands around a letter is written a letter and a language at a time", async ({ page, entrar, ajustes }) => {
  await entrar.as(people.administrator);
  await ajustes.open();
  await ajustes.chooseLetter("Disculpas", "Catalán");
  await ajustes.writeAround("Benvolguda clienta:", "Som al carrer Major, 1.");
  await page.reload();
  await ajustes.arrived();
  await expect(ajustes.before).toHaveValue("Benvolguda clienta:");
  await ajustes.chooseLetter("Disculpas", "Gallego");
  await expect(ajustes.before).toHaveValue("");
});
