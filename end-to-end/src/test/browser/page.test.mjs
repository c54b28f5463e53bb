// The chat page by itself: what a person does in it, a scripted bot sees, and the other way round.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { close, control, launch, open, phone, picture } from './browser.mjs';
import { api, keyboard, poll } from './scripted-bot.mjs';

const group = -1001000000001;
const base = '/sandbox/airtable/bases/appSandbox0000001/tables/Orders';
let browser;
let bot;
let answered;
let said;

before(async () => { browser = await launch(); });
after(() => browser.close());

beforeEach(async () => {
  await bot?.stop();
  await control('POST', '/sandbox/reset');
  await control('PATCH', '/sandbox/settings', { airtable: { rateLimited: false } });
  await api('setMyName', { name: 'Scripted' });
  await api('setMyDescription', { description: 'Says what it is told' });
  await api('setMyCommands', { commands: [{ command: 'start', description: 'Begin' }, { command: 'menu', description: 'Tables' }] });
  said = [];
  answered = Promise.resolve();
  bot = poll(async ({ message, callback_query: press }) => {
    if (message) said.push(message);
    if (message?.text?.startsWith('/start')) await api('sendMessage', { chat_id: message.chat.id, text: `Hello ${message.from.first_name}${message.text.slice(6)}`, reply_markup: keyboard([['Orders', 'Alert'], [{ text: 'Copy', copy_text: { text: 'x' } }]]) });
    if (press?.data === 'Orders') {
      await answered;
      await api('editMessageText', { chat_id: press.message.chat.id, message_id: press.message.message_id, text: 'The orders', reply_markup: keyboard([['Back']]) });
      await api('answerCallbackQuery', { callback_query_id: press.id, text: 'Here they are' });
    }
    if (press?.data === 'Alert') await api('answerCallbackQuery', { callback_query_id: press.id, text: 'Mind the step', show_alert: true });
  });
});
after(() => bot.stop());

const bubble = (page, text) => page.locator('[data-testid=message]', { hasText: text });
const button = (page, text) => page.locator('[data-testid=inline-button]', { hasText: text });
const cell = (page, row, field) => page.locator(`[data-row-id="${row}"] [data-field="${field}"]`);

async function until(what, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await what()) return;
    if (Date.now() > end) assert.fail(`never: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

test('a newcomer presses Start, a button shows that it waits, and the screen changes in place', async () => {
  const page = await open(browser, '/#1003');
  await page.getByText('Says what it is told').waitFor();
  await page.getByTestId('start').click();
  await bubble(page, 'Hello Chiara').waitFor();

  let answer;
  answered = new Promise(resolve => { answer = resolve; });
  await button(page, 'Orders').click();
  await page.locator('[data-testid=inline-button][aria-busy=true]', { hasText: 'Orders' }).waitFor();
  answer();
  await bubble(page, 'The orders').waitFor();
  await page.getByTestId('toast').getByText('Here they are').waitFor();
  assert.equal(await page.locator('[aria-busy=true]').count(), 0);
  assert.equal(await bubble(page, 'Hello Chiara').count(), 0);
  await bubble(page, 'edited').waitFor();
  await close(page);
});

test('an alert is a box to be closed', async () => {
  const page = await open(browser, '/#1001');
  await page.getByTestId('start').click();
  await button(page, 'Alert').click();
  await page.getByTestId('alert').getByText('Mind the step').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('alert').waitFor({ state: 'detached' });
  await close(page);
});

test('formatting shows as in Telegram, spoilers hidden until pressed', async () => {
  const page = await open(browser, '/#1001');
  await api('sendMessage', { chat_id: 1001, parse_mode: 'HTML', text: '😀 <b>bold</b> <tg-spoiler>secret</tg-spoiler> <code>a &lt; b</code>\n<blockquote expandable>one\ntwo\nthree\nfour\nfive</blockquote>\n<pre><code class="language-json">{}</code></pre>' });
  const message = bubble(page, 'bold');
  assert.equal(await message.locator('strong').textContent(), 'bold');
  assert.equal(await message.locator('.text > code').textContent(), 'a < b');
  assert.equal(await message.locator('figcaption').innerText(), 'json');
  const spoiler = message.getByRole('button', { name: 'Hidden text' });
  assert.equal(await spoiler.locator('span').evaluate(element => getComputedStyle(element).opacity), '0');
  await spoiler.click();
  await until(async () => await spoiler.locator('span').evaluate(element => getComputedStyle(element).opacity) === '1');
  const quote = message.locator('blockquote');
  const folded = (await quote.boundingBox()).height;
  await quote.getByRole('button').click();
  assert.ok((await quote.boundingBox()).height > folded);
  await close(page);
});

test('a reply keyboard shares the phone number of the one who presses', async () => {
  const page = await open(browser, '/#1002');
  await api('sendMessage', { chat_id: 1002, text: 'Your number?', reply_markup: { keyboard: [[{ text: 'Share my number', request_contact: true }]], resize_keyboard: true } });
  await page.getByTestId('reply-button').click();
  await until(() => said.some(message => message.contact?.user_id === 1002));
  await api('sendMessage', { chat_id: 1002, text: 'Thank you', reply_markup: { remove_keyboard: true } });
  await page.getByTestId('reply-keyboard').waitFor({ state: 'detached' });
  await close(page);
});

test('commands are a slash or the menu away, by keyboard alone too', async () => {
  const page = await open(browser, '/#1001');
  await control('POST', '/sandbox/telegram/send', { chat: 1001, text: 'hello' });
  await bubble(page, 'hello').waitFor();
  await page.getByTestId('composer').focus();
  await page.keyboard.type('/m');
  await page.getByTestId('commands').getByText('/menu').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(() => said.some(message => message.text === '/menu'));
  await page.getByTestId('menu-button').click();
  await page.getByTestId('commands').getByText('/start').click();
  await bubble(page, 'Hello Anna').waitFor();
  await close(page);
});

test('files are sent by picking and by dropping, photos as an album', async () => {
  const page = await open(browser, '/#1001');
  await control('POST', '/sandbox/telegram/send', { chat: 1001, text: 'hello' });
  await bubble(page, 'hello').waitFor();
  const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.getByTestId('file-input').setInputFiles([1, 2].map(n => ({ name: `dot${n}.png`, mimeType: 'image/png', buffer: dot })));
  await page.getByTestId('composer').fill('Two dots');
  await page.getByTestId('send').click();
  const album = bubble(page, 'Two dots');
  await until(async () => await album.locator('img').evaluateAll(images => images.length === 2 && images.every(image => image.naturalWidth > 0)));
  await until(() => said.filter(message => message.photo && message.media_group_id).length === 2);

  const drop = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a,b'], 'list.csv', { type: 'text/csv' }));
    return transfer;
  });
  await page.dispatchEvent('[data-testid=chat]', 'dragenter', { dataTransfer: drop });
  await page.dispatchEvent('[data-testid=chat]', 'drop', { dataTransfer: drop });
  await page.getByTestId('tray').getByText('list.csv').waitFor();
  await page.getByTestId('send').click();
  await until(() => said.some(message => message.document?.file_name === 'list.csv'));
  await close(page);
});

test('a link to the bot opens as whoever is chosen', async () => {
  const page = await open(browser, '/#1001');
  const me = await api('getMe');
  await api('sendMessage', { chat_id: 1001, text: `Invite: https://t.me/${me.username}?start=i_42` });
  await bubble(page, 'Invite').getByRole('link').click();
  await page.getByTestId('open-as-1002').click();
  await bubble(page, 'Hello Boris i_42').waitFor();
  assert.equal(new URL(page.url()).hash, '#1002');
  await close(page);
});

test('in the group each member can speak', async () => {
  const page = await open(browser, `/#${group}/1001`);
  await page.getByTestId('speaker').click();
  await page.getByRole('button', { name: 'Boris' }).last().click();
  await page.getByTestId('composer').fill('/start');
  await page.keyboard.press('Enter');
  await bubble(page, 'Hello Boris').waitFor();
  assert.ok(said.some(message => message.chat.id === group && message.from.id === 1002));
  await close(page);
});

test('what the bot is doing shows, and one tick becomes two when it takes a message', async () => {
  await bot.stop();
  const page = await open(browser, '/#1001');
  await page.getByTestId('start').click();
  await page.getByRole('img', { name: 'Sent, not yet taken by the bot' }).waitFor();
  bot = poll(async ({ message }) => { if (message) await api('sendChatAction', { chat_id: message.chat.id, action: 'typing' }); });
  await page.getByTestId('typing').waitFor();
  await page.getByRole('img', { name: 'Taken by the bot', exact: true }).waitFor();
  await close(page);
});

test('the base changes live, and a person edits it in place', async () => {
  const page = await open(browser, '/#1001');
  const { rows, columns } = await control('GET', base);
  const status = columns.find(column => column.name === 'Status').id;
  const notes = columns.find(column => column.name === 'Notes').name;
  const row = rows.find(candidate => candidate.cells[status]?.value === 'New').id;

  await cell(page, row, 'Status').dblclick();
  await page.getByTestId('choice').getByText('Ready').click();
  await until(async () => (await control('GET', base)).rows.find(candidate => candidate.id === row).cells[status].value === 'Ready');

  await control('PATCH', `${base}/rows/${row}`, { fields: { Status: 'Preparing' } });
  await page.locator(`[data-row-id="${row}"] [data-field="Status"].flash`, { hasText: 'Preparing' }).waitFor();

  await cell(page, row, notes).dblclick();
  await page.getByTestId('cell-editor').fill('Typed in the page');
  await page.keyboard.press('Enter');
  await cell(page, row, notes).getByText('Typed in the page').waitFor();

  await page.getByTestId('base-search').fill('Typed in the page');
  await page.getByTestId('row-count').getByText(`1 of ${rows.length} rows`).waitFor();
  await page.getByTestId('base-search').fill('');
  await page.getByTestId('add-row').click();
  await page.getByTestId('row-count').getByText(`${rows.length + 1} rows`).waitFor();
  await close(page);
});

test('a fault switched on in the page meets the next call, which is in the log with its bodies', async () => {
  await bot.stop();
  const page = await open(browser, '/#1001');
  await page.getByTestId('workbench-toggle').click();
  await page.getByTestId('workbench-faults').click();
  await page.getByTestId('fault-telegram-*-429').check();
  await page.getByTestId('faults-on').getByText('1 fault on').waitFor();
  await assert.rejects(api('sendMessage', { chat_id: 1001, text: 'Too much' }), { code: 429 });
  await page.getByTestId('fault-telegram-*-429').uncheck();
  await page.getByTestId('faults-on').waitFor({ state: 'detached' });
  await api('sendMessage', { chat_id: 1001, text: 'Enough' });

  await page.getByTestId('workbench-calls').click();
  const call = page.getByTestId('call').filter({ hasText: 'Too much' });
  await call.locator('summary').click();
  await call.getByText('Too Many Requests').waitFor();
  await picture(page, 'workbench');
  bot = poll(() => {});
  await page.getByTestId('reset').click();
  await page.getByTestId('reset-sheet').getByRole('button', { name: 'Reset' }).click();
  await bubble(page, 'Enough').waitFor({ state: 'detached' });
  await close(page);
});

test('a service is killed and restarted by a file that ./run finds', async () => {
  const page = await open(browser, '/#1001');
  await page.getByTestId('workbench-toggle').click();
  await page.getByTestId('workbench-services').click();
  await page.getByTestId('kill-telegram-bot').click();
  await until(() => fs.existsSync(`${process.env.SERVICES_DIR}/kill-telegram-bot`));
  await page.getByTestId('restart-webhook-server').click();
  await until(() => fs.existsSync(`${process.env.SERVICES_DIR}/restart-webhook-server`));
  await close(page);
});

test('a phone shows one panel at a time, and nothing wider than its screen', async () => {
  const page = await open(browser, '/#1001', phone);
  await page.getByTestId('start').click();
  await bubble(page, 'Hello Anna').waitFor();
  await picture(page, 'phone-chat');
  await page.getByTestId('tab-base').click();
  await page.getByTestId('row').first().waitFor();
  await picture(page, 'phone-base');
  await page.getByTestId('tab-workbench').click();
  await page.getByTestId('workbench-calls').waitFor();
  assert.equal(await page.getByTestId('composer').isVisible(), false);
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
  await close(page);
});

test('the page does not jump while it loads', async () => {
  const page = await open(browser, '/#1001');
  await page.getByTestId('row').first().waitFor();
  const shift = await page.evaluate(() => new Promise(resolve => {
    let sum = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 500);
  }));
  assert.ok(shift < 0.05, `layout shift ${shift}`);
  await close(page);
});
