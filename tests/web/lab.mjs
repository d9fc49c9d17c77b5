// SPDX-License-Identifier: GPL-2.0-or-later
// lab.mjs - What every page must hold, measured in the browser: axe, layout shift, sideways scroll.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { drawn, packages } from './support.mjs';

const AXE = fs.readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/// All that can differ between a light and a dark page.
const COLOURS = ['color-contrast', 'link-in-text-block'];
const WIDTHS = [[1280, 800], [390, 844], [320, 640]];

/// A page on which axe can be run: the policy is lifted in this context only, as axe is injected. `s` is a stage.
export async function lab(s, address, [width, height], colorScheme) {
  const context = await s.browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true }), page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(s.base + address);
  await drawn(page);
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((ok) => requestAnimationFrame(() => requestAnimationFrame(ok)))));
  return page;
}
export async function violations(page, part = 'html', runOnly = RULES) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(AXE);
  const report = await page.evaluate(([where, values]) => window.axe.run(where, { runOnly: values, resultTypes: ['violations'] }), [part, runOnly]);
  return report.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => `${n.target.join(' ')} ${n.failureSummary}`).join('; ')}`);
}
export const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/// Holds an address against all of it, at every width, light and dark, with everything open that opens.
export async function held(s, address) {
  for (const size of WIDTHS) {
    const page = await lab(s, address, size, 'light'), at = `at ${size[0]}`;
    const shift = await page.evaluate(() => window.shift);
    assert.ok(shift <= 0.01, `layout shift ${shift} ${at}`);
    await page.locator('details:not(.menu)').evaluateAll((list) => list.forEach((d) => { d.open = true; }));
    await page.waitForFunction(() => [...document.querySelectorAll('.vers')].every((d) => d.querySelector('li')));
    assert.deepEqual((await violations(page)).map((v) => `${at}: ${v}`), []);
    assert.ok(await tooWide(page) <= 0, `sideways scroll ${at}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual((await violations(page, 'html', COLOURS)).map((v) => `${at}, dark: ${v}`), []);
    await page.context().close();
  }
}
