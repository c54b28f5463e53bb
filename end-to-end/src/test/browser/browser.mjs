// A Chromium that talks to this machine alone, and a watch over what a page does in it.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const root = process.env.PAGE_URL;

export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 };

/** Starts the installed browser. */
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Opens the page; `page.complaints` gathers what a user's console would show, and requests to other hosts. */
export async function open(browser, path = '/', options = desktop) {
  const context = await browser.newContext({ ...options, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.complaints = [];
  page.on('console', message => { if (message.type() === 'error') page.complaints.push(`${message.text()} ${message.location().url}`); });
  page.on('pageerror', error => page.complaints.push(String(error.stack)));
  page.on('request', request => { if (!request.url().startsWith(root) && !/^(data|blob):/.test(request.url())) page.complaints.push(`asked ${request.url()}`); });
  await page.goto(root + path);
  await page.locator('[data-testid=connection][data-state=live]').waitFor();
  return page;
}

/** Closes a page after a look at its complaints. */
export async function close(page) {
  assert.deepEqual(page.complaints, []);
  await page.context().close();
}

/** Keeps a picture beside the test's logs. */
export const picture = (page, name) => page.screenshot({ path: `${process.env.PICTURES ?? '.'}/${name}.png` });

/** Calls a control endpoint of the sandbox. */
export async function control(method, path, body) {
  const response = await fetch(root + path, { method, headers: { 'Content-Type': 'application/json' }, body: body && JSON.stringify(body) });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}
