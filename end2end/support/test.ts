// What every browser test is given: a house of its own, a page in it that may not complain, and its page objects.
// It refuses the network: whatever is not the house is refused and fails the test.
import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { Ajustes } from "../pages/ajustes.ts";
import { Bienvenida } from "../pages/bienvenida.ts";
import { Clientes } from "../pages/clientes.ts";
import { Correo } from "../pages/correo.ts";
import { Cuenta } from "../pages/cuenta.ts";
import { Entrar } from "../pages/entrar.ts";
import { Firma } from "../pages/firma.ts";
import { Hecho } from "../pages/hecho.ts";
import { Hoy } from "../pages/hoy.ts";
import { Investigacion } from "../pages/investigacion.ts";
import { Investigaciones } from "../pages/investigaciones.ts";
import { Registro } from "../pages/registro.ts";
import { Sesiones } from "../pages/sesiones.ts";
import { Complaints } from "./complaints.ts";
import { House } from "./house.ts";

export { expect } from "@playwright/test";

type Given = {
  house: House;
  complaints: Complaints;
  /** Another person at another desk of the same house: a context of its own. */
  colleague: () => Promise<Page>;
  isAlive: boolean;
  ajustes: Ajustes;
  bienvenida: Bienvenida;
  entrar: Entrar;
  clientes: Clientes;
  correo: Correo;
  cuenta: Cuenta;
  firma: Firma;
  hecho: Hecho;
  hoy: Hoy;
  investigacion: Investigacion;
  investigaciones: Investigaciones;
  registro: Registro;
  sesiones: Sesiones;
};

export const test = base.extend<Given>({
  house: async ({}, use, info) => {
    const house = await House.open();
    await use(house);
    await house.close();
    if (info.status !== info.expectedStatus) {
      await info.attach("server.log", { body: house.log, contentType: "text/plain" });
    }
  },

  baseURL: async ({ house }, use) => use(house.url),

  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    base.expect(complaints.all(), "what the browser complained of").toEqual([]);
  },

  context: async ({ context, house, complaints }, use) => {
    await keepInside(context, house, complaints);
    await use(context);
  },

  colleague: async ({ browser, contextOptions, house, complaints }, use) => {
    const others: BrowserContext[] = [];
    await use(async () => {
      const other = await browser.newContext({ ...contextOptions, baseURL: house.url });
      await keepInside(other, house, complaints);
      others.push(other);
      return other.newPage();
    });
    for (const other of others) await other.close();
  },

  isAlive: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled !== false),
  ajustes: async ({ page, isAlive }, use) => use(new Ajustes(page, isAlive)),
  bienvenida: async ({ page, isAlive }, use) => use(new Bienvenida(page, isAlive)),
  entrar: async ({ page, isAlive }, use) => use(new Entrar(page, isAlive)),
  clientes: async ({ page, isAlive }, use) => use(new Clientes(page, isAlive)),
  correo: async ({ page, isAlive }, use) => use(new Correo(page, isAlive)),
  cuenta: async ({ page, isAlive }, use) => use(new Cuenta(page, isAlive)),
  firma: async ({ page, isAlive }, use) => use(new Firma(page, isAlive)),
  hecho: async ({ page, isAlive }, use) => use(new Hecho(page, isAlive)),
  hoy: async ({ page, isAlive }, use) => use(new Hoy(page, isAlive)),
  investigacion: async ({ page, isAlive }, use) => use(new Investigacion(page, isAlive)),
  investigaciones: async ({ page, isAlive }, use) => use(new Investigaciones(page, isAlive)),
  registro: async ({ page, isAlive }, use) => use(new Registro(page, isAlive)),
  sesiones: async ({ page, isAlive }, use) => use(new Sesiones(page, isAlive)),
});

async function keepInside(context: BrowserContext, house: House, complaints: Complaints): Promise<void> {
  complaints.listen(context);
  await context.route(
    (url) => url.origin !== house.url && url.protocol.startsWith("http"),
    (route) => route.abort(),
  );
}
