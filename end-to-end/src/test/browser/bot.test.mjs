// The whole system as a newcomer meets it: the bot in the chat on the left, the base on the right.
import { after, before, test } from 'node:test';
import { close, launch, open, phone, picture } from './browser.mjs';

let browser;

before(async () => { browser = await launch(); });
after(() => browser.close());

test('a person starts the bot, opens a table, adds a record and sees its row appear', async () => {
  const page = await open(browser, '/#1001');
  const press = text => page.getByTestId('inline-button').filter({ hasText: text }).last().click();
  const says = async text => {
    await page.getByTestId('composer').fill(text);
    await page.keyboard.press('Enter');
  };
  const sees = text => page.getByTestId('message-text').filter({ hasText: text }).last().waitFor();

  await page.getByTestId('start').click();
  await press('Orders');
  await sees('1–8 of');
  await page.getByTestId('table-Clients').click();
  await says('/add');
  await press('Clients');
  await sees('Name');
  await says('Vera Lindahl');
  await press('Review');
  await press('Save');
  await sees('Saved');
  await page.locator('[data-testid=row]', { hasText: 'Vera Lindahl' }).waitFor();
  await picture(page, 'sandbox-desktop');
  await close(page);

  const small = await open(browser, '/#1001', phone);
  await small.getByTestId('composer').fill('/menu');
  await small.getByTestId('send').click();
  await small.getByTestId('inline-button').filter({ hasText: 'Orders' }).last().click();
  await small.getByTestId('message-text').filter({ hasText: '1–8 of' }).last().waitFor();
  await picture(small, 'sandbox-phone');
  await close(small);
});
