// Walks through every screen of the bot as people see it on a phone, and keeps a picture of each.
import { writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { control, launch, open, root } from './browser.mjs';
import { small } from './small-png.mjs';

const base = process.env.BASE_ID;
const flat = `.paper { background: #dfeaf2 !important; } .paper::before { display: none !important; }
  .bubble, .key { box-shadow: none !important; transition: none !important; animation: none !important; }
  .tabbar, .topbar, .chats, .composer, .chat > header { display: none !important; }`;

let browser;
let page;

before(async () => { browser = await launch(); });
after(() => browser.close());

const phone = { viewport: { width: 390, height: 1200 }, deviceScaleFactor: 1.5, colorScheme: 'light' };
const message = words => page.locator('[data-testid=message][data-outgoing=true]').filter({ hasText: words }).last();

/** Speaks for a person through the sandbox: the page shows what comes of it. */
async function says(text, from = 1001) { await control('POST', '/sandbox/telegram/send', { chat: from, from, text }); }
async function sends(act) { await control('POST', '/sandbox/telegram/send', { chat: 1001, from: 1001, ...act }); }
async function press(label) { await page.getByTestId('inline-button').filter({ hasText: label }).last().click(); }
async function sees(words) { await message(words).waitFor(); }

/** Where the message with these words is, its buttons included, once the page has come to rest. */
async function place(words) {
  for (let before = '', tries = 0; tries < 200; tries++) {
    const now = JSON.stringify(await message(words).evaluateAll(found => {
      found.at(-1)?.scrollIntoView({ block: 'nearest' });
      return found.at(-1)?.getBoundingClientRect();
    }));
    if (now && now === before) return JSON.parse(now);
    before = now;
    await page.waitForTimeout(120);
  }
  throw new Error(`«${words}» does not come to rest`);
}

/** Keeps the message with these words. */
async function picture(name, words) {
  await sees(words);
  const { y, height } = await place(words);
  const clip = { x: 0, y: Math.max(0, y - 2), width: 390, height: height + 8 };
  await writeFile(`${process.env.PICTURES}/${name}.png`, small(await page.screenshot({ clip })));
}

const grid = table => control('GET', `/sandbox/airtable/bases/${base}/tables/${table}`);
const change = (table, row, fields) => control('PATCH', `/sandbox/airtable/bases/${base}/tables/${table}/rows/${row}`, { fields });

/** A row by the text of one of its cells. */
async function row(table, text) {
  return (await grid(table)).rows.find(each => Object.values(each.cells).some(cell => cell.text === text));
}

async function watch(person) {
  page = await open(browser, `/#${person}`, phone);
  await page.addStyleTag({ content: flat });
}

test('looking around', async () => {
  await says('/start');
  await watch(1001);
  await picture('home', 'What would you like to see?');
  await press('Orders');
  await picture('list', '1–8 of');
  await press('View ▾');
  await picture('views', 'choose a view');
  await press('Open');
  await sees('Orders › Open');
  await press('Filter ▾');
  await picture('filter-fields', 'show only records with');
  await press('Status');
  await sees('tap the values of');
  await press('Preparing');
  await page.getByTestId('inline-button').filter({ hasText: '☑️' }).first().waitFor();
  await press('Ready');
  await page.getByTestId('inline-button').filter({ hasText: '☑️' }).nth(1).waitFor();
  await picture('filter-options', 'tap the values of');
  await press('✔️ Show');
  await picture('list-filtered', '🔽 Status:');
  await press('Clear');
  await sees('Orders › Open');
  await page.getByTestId('inline-button').filter({ hasText: /^1$/ }).last().click();
  await picture('card', 'Client phone:');
});

test('the status in one tap, or any stage in two', async () => {
  await press('Status ▸ …');
  await picture('stages', 'One tap sets it');
  await page.getByTestId('inline-button').filter({ hasText: 'Shipped' }).last().click();
  await picture('status-changed', '→');
  await press('Undo');
  await picture('undone', 'Taken back');
  await press('Client (1)');
  await picture('linked', '1 record');
});

test('editing, and somebody else at the same time', async () => {
  await says('/find 1024');
  await picture('found', '«1024»');
  await page.getByTestId('inline-button').filter({ hasText: /^1$/ }).last().click();
  await sees('#1024');
  await press('Edit');
  await picture('edit', 'Which field?');
  await press('Total');
  await picture('edit-field', 'Now:');
  await says('1 250,50');
  await picture('edit-confirm', '→ 1,250.50');
  await change('Orders', (await row('Orders', '#1024')).id, { Total: 990 });
  await press('Save');
  await picture('conflict', 'was changed meanwhile');
  await press('Use mine');
  await sees('Saved');
});

test('adding, step by step', async () => {
  await says('/add');
  await picture('add-where', 'In which table?');
  await press('Orders');
  await picture('step-link', 'Choose from Clients');
  await says('café');
  await sees('New: café');
  await picture('step-link-typed', 'Choose from Clients');
  await press('Café Lykta');
  await picture('step-select', '2/');
  await press('Preparing');
  await sees('3/');
  await picture('step-links', 'Items');
  await press('Skip');
  await picture('step-amount', 'Type an amount');
  await says('1 250,50');
  await picture('step-date', 'Understood');
  await press('Tomorrow');
  await sees('Paid');
  await picture('step-checkbox', 'Paid');
  await press('Yes');
  await picture('step-rating', 'How many out of');
  await press('4 ★');
  await picture('step-text', 'Type the text');
  await says('Ring twice, the oak sample is in the hall');
  await sees('Send photos or files');
  const photos = (await grid('Orders')).rows.flatMap(each => Object.values(each.cells)).find(cell => cell.value?.[0]?.url);
  const bytes = Buffer.from(await (await fetch(new URL(photos.value[0].url, root))).arrayBuffer()).toString('base64');
  await sends({ files: [1, 2, 3].map(number => ({ kind: 'photo', name: `photo-${number}.png`, content: bytes })) });
  await sees('So far: 3 files');
  await picture('step-files', 'So far: 3 files');
  await press('Done');
  await picture('step-person', 'Assignee');
  await press('Skip');
  await picture('step-moment', 'Choose a day, then a time');
  await says('tomorrow');
  await picture('step-time', 'at what time');
  await press('10:00');
  await picture('step-duration', 'How long?');
  await says('soon');
  await picture('step-refused', 'could not read that as a length');
  await says('1h 30m');
  await sees('percentage');
  await says('15');
  await picture('review', 'is everything right');
  await press('Save');
  await picture('saved', '✅ Saved');
});

test('drafts, deleting, oneself', async () => {
  await says('/add Clients');
  await sees('1/');
  await says('Vera Lindahl');
  await sees('2/');
  await picture('step-phone', 'Type a phone number');
  await says('/drafts');
  await picture('drafts', 'Unfinished forms');
  await says('/find Vera');
  await picture('found-nothing', 'Nothing found');
  await says('/find #1030');
  await sees('#1030');
  await page.getByTestId('inline-button').filter({ hasText: /^1$/ }).last().click();
  await sees('#1030');
  await press('Delete');
  await picture('delete', 'Delete #1030?');
  await page.getByTestId('inline-button').filter({ hasText: 'Delete' }).last().click();
  await picture('deleting', 'will be deleted');
  await press('Undo');
  await sees('stays');
  await says('/whoami');
  await picture('whoami', 'Telegram id');
  await says('/help');
  await picture('help', 'What you can do here');
});

test('another language, read from right to left', async () => {
  await says('/lang');
  await picture('languages', '🌍');
  await press('العربية');
  await says('/menu');
  await press('Orders');
  await picture('list-arabic', '#1021');
  await page.getByTestId('inline-button').filter({ hasText: /^2$/ }).last().click();
  await picture('card-arabic', /#1022[^]*Client phone:/);
  await says('/lang en');
});

test('Airtable is away', async () => {
  await says('/menu');
  await press('Clients');
  await sees('1–8 of');
  await control('POST', '/sandbox/faults', { service: 'airtable', operation: '*', kind: '503' });
  await says('/add Clients');
  await sees('1/');
  await says('Iris');
  await press('Review');
  await press('Save');
  await picture('not-saved', 'did not confirm');
  await control('DELETE', '/sandbox/faults');
  await press('Save');
  await sees('✅ Saved');
});

test('strangers', async () => {
  await says('/start', 1002);
  await watch(1002);
  await picture('stranger', 'invited people');
});
