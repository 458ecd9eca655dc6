// When a row of the story is on the screen: the frame after the one it was put into. Times are the browser's, in ms since
// its epoch, so that two pages of one machine can be compared.
import type { Page } from "@playwright/test";

/** Begins to watch for a row with these words; what it gives back waits until the row has been seen. */
export async function watchFor(page: Page, words: string): Promise<() => Promise<number>> {
  await page.evaluate((words) => {
    const isThere = (): boolean => [...document.querySelectorAll("main li")].some((row) => row.textContent?.includes(words));
    (window as Window & { seen?: Promise<number> }).seen = new Promise((resolve) => {
      const watcher = new MutationObserver(() => {
        if (!isThere()) return;
        watcher.disconnect();
        requestAnimationFrame(() => {
          // After the frame in which it stands has been drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
          port2.postMessage(undefined);
        });
      });
      watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, words);
  return () => page.evaluate(() => (window as Window & { seen?: Promise<number> }).seen ?? Number.NaN);
}

/** Begins to watch for the next click; what it gives back tells when the browser had it. */
export async function watchClick(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    (window as Window & { clicked?: Promise<number> }).clicked = new Promise((resolve) => {
      const told = (event: Event): void => resolve(performance.timeOrigin + event.timeStamp);
      document.addEventListener("click", told, { capture: true, once: true });
    });
  });
  return () => page.evaluate(() => (window as Window & { clicked?: Promise<number> }).clicked ?? Number.NaN);
}
