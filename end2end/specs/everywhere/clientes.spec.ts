// The customers: found however they are written, opened with a name.
import { people } from "../../support/people.ts";
import { expect, test } from "../../support/test.ts";

test.beforeEach(async ({ entrar, clientes }) => {
  await entrar.as(people.seller);
  await clientes.open();
});

test("a customer is opened with a name and found without its accents", async ({ page, clientes }) => {
  await clientes.create("Peluquería Íñigo Ñandú", { Teléfono: "+34 612 00 77 11" });
  await expect(page).toHaveURL(/\/clientes\/[0-9a-f-]{36}/);
  await expect(clientes.heading).toHaveText("Peluquería Íñigo Ñandú");
  for (const words of ["peluqueria inigo", "NANDU", "Ñandú íñi", "612 007 711"]) {
    await clientes.open();
    await clientes.find(words);
    await expect(clientes.list, words).toHaveCount(1);
    await expect(clientes.list, words).toContainText("Peluquería Íñigo Ñandú");
  }
  await clientes.list.click();
  await expect(clientes.heading).toHaveText("Peluquería Íñigo Ñandú");
});

test("what is found stands in the address", async ({ page, clientes }) => {
  const all = await clientes.list.count();
  await clientes.find("zzz no hay nadie así");
  await expect(clientes.list).toHaveCount(0);
  await expect(page).toHaveURL(/\?(.*&)?q=zzz/);
  await clientes.find("");
  await expect(clientes.list).toHaveCount(all);
});

test("a customer without a name is refused beside the field, and nothing typed is lost", async ({
  clientes,
  complaints,
}) => {
  complaints.expect(/status of 422/);
  await clientes.create("", { Teléfono: "+34 612 00 77 11" });
  const name = clientes.form.getByLabel("Nombre");
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(/\S/);
  await expect(clientes.form.getByLabel("Teléfono")).toHaveValue("+34 612 00 77 11");
});

test("those who wait in silence are a tick away, and the address says so", async ({ page, clientes }) => {
  await clientes.tick(clientes.silent);
  await expect(page).toHaveURL(/silencio=si/);
  await expect(clientes.list.filter({ hasNotText: "En silencio desde" })).toHaveCount(0);
  await expect(clientes.silent).toBeChecked();
  await clientes.tick(clientes.mine);
  await expect(page).toHaveURL(/mios=si.*silencio=si/);
});
