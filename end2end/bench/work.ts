// What the browser worked at between two moments, by its own count: whether it is our code that limits, or the browser's.
import type { CDPSession } from "@playwright/test";
import { median } from "./rows.ts";

/** Milliseconds: of script, of styles and layout, and of all that the page's thread did. */
export type Share = { script: number; layout: number; all: number };

type Work = { begins: () => Promise<void>; ends: () => Promise<Share> };

export async function workOf(browser: CDPSession): Promise<Work> {
  await browser.send("Performance.enable");
  const now = async (): Promise<Share> => {
    const { metrics } = await browser.send("Performance.getMetrics");
    const ms = (name: string): number => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
    return { script: ms("ScriptDuration"), layout: ms("LayoutDuration") + ms("RecalcStyleDuration"), all: ms("TaskDuration") };
  };
  let began: Share | undefined;
  return {
    begins: async () => {
      began = await now();
    },
    ends: async () => {
      const ended = await now();
      const since = (part: keyof Share): number => ended[part] - (began?.[part] ?? Number.NaN);
      return { script: since("script"), layout: since("layout"), all: since("all") };
    },
  };
}

/** In words, the medians. */
export function told(shares: Share[]): string {
  const of = (part: keyof Share): string => median(shares.map((share) => share[part])).toFixed(0);
  return `from before the press until the row is seen the page's thread works ${of("all")} ms: ${of("script")} ms of script, ${of("layout")} ms of styles and layout`;
}
