// A client that checks every record against the base's schema and maps field ids to names of its own.
import assert from 'node:assert/strict';
import { AirtableTs } from 'airtable-ts';

const airtable = new AirtableTs({ apiKey: process.env.TOKEN, endpointUrl: process.env.API_ROOT });
const meta = await (await fetch(`${process.env.API_ROOT}/v0/meta/bases/${process.env.BASE_ID}/tables`, {
  headers: { Authorization: `Bearer ${process.env.TOKEN}` },
})).json();
const table = name => meta.tables.find(candidate => candidate.name === name);
const field = (owner, name) => table(owner).fields.find(candidate => candidate.name === name).id;

const orders = {
  name: 'order',
  baseId: process.env.BASE_ID,
  tableId: table('Orders').id,
  schema: {
    client: 'string[]',
    status: 'string | null',
    total: 'number | null',
    paid: 'boolean',
    due: 'number | null',
    notes: 'string',
    number: 'number',
    items: 'string[]',
    itemTotal: 'number',
    phones: 'string[]',
  },
  mappings: {
    client: field('Orders', 'Client'),
    status: field('Orders', 'Status'),
    total: field('Orders', 'Total'),
    paid: field('Orders', 'Paid'),
    due: field('Orders', 'Due date'),
    notes: field('Orders', 'Notes'),
    number: field('Orders', 'No'),
    items: field('Orders', 'Items'),
    itemTotal: field('Orders', 'Item total'),
    phones: field('Orders', 'Client phone'),
  },
};

const all = await airtable.scan(orders);
assert.equal(all.length, 23);
assert.ok(all.every(order => typeof order.paid === 'boolean' && order.number > 1000));
const due = Date.UTC(2027, 2, 4) / 1000;
const added = await airtable.insert(orders, { status: 'New', total: 12.5, due, notes: 'by airtable-ts', client: all[0].client });
assert.equal(added.number, 1044);
assert.equal(added.due, due);
assert.deepEqual(added.phones, all[0].phones);
const changed = await airtable.update(orders, { id: added.id, status: 'Ready', paid: true });
assert.equal(changed.status, 'Ready');
assert.equal(changed.notes, 'by airtable-ts');
assert.equal((await airtable.get(orders, added.id)).paid, true);
const open = await airtable.scan(orders, { filterByFormula: `{${field('Orders', 'Notes')}} = "by airtable-ts"` });
assert.deepEqual(open.map(order => order.id), [added.id]);
await airtable.remove(orders, added.id);
await assert.rejects(airtable.get(orders, added.id));
await assert.rejects(airtable.insert(orders, { status: 12 }));
console.log('done');
