// Airtable's own client: CRUD, links, paging, formulas with quotes, batch limits, refusals.
import assert from 'node:assert/strict';
import Airtable from 'airtable';

const airtable = new Airtable({ apiKey: process.env.TOKEN, endpointUrl: process.env.API_ROOT, requestTimeout: 60_000 });
const base = airtable.base(process.env.BASE_ID);
const products = base('Products');

const [first, second] = await products.create([
  { fields: { Name: 'Rocker Gran', SKU: 'JS-1', Price: 210.5, Category: ['Chairs'] } },
  { fields: { Name: 'Rocker Tall', SKU: 'JS-2', Price: 220 } },
]);
assert.equal(first.get('Label'), 'JS-1 · Rocker Gran');
const updated = await products.update(first.id, { Price: 199 });
assert.equal(updated.get('Price'), 199);
assert.equal(updated.get('Name'), 'Rocker Gran');
const replaced = await products.replace(second.id, { Name: 'Rocker Tall' });
assert.equal(replaced.get('SKU'), undefined);
const both = await products.update([
  { id: first.id, fields: { 'In stock': 1 } },
  { id: second.id, fields: { 'In stock': 2 } },
]);
assert.deepEqual(both.map(record => record.get('In stock')), [1, 2]);
assert.equal((await products.find(first.id)).get('Stock value'), 199);

const [client] = await base('Clients').select({ filterByFormula: "{Name} = 'Anna Karlsson'" }).firstPage();
const order = await base('Orders').create({ Client: [client.id], Items: [first.id], Status: 'New', Total: 199 });
assert.deepEqual(order.get('Client phone'), ['+46 70 174 06 31']);
assert.equal(order.get('Item total'), 199);
assert.ok((await base('Clients').find(client.id)).get('Orders').includes(order.id));

for (const name of ["Greta O'Hara", 'Lova Studio "Nio"', 'Back\\slash', 'Kerstin & Nils Öberg']) {
  if (name.includes('\\')) await base('Clients').create({ Name: name });
  const quoted = "'" + name.replace(/\\/g, '\\\\').replace(/'/g, "\\'") + "'";
  const found = await base('Clients').select({ filterByFormula: `{Name} = ${quoted}` }).all();
  assert.deepEqual(found.map(record => record.get('Name')), [name]);
}

const made = [];
for (let batch = 0; batch < 50; batch++) {
  const records = Array.from({ length: 10 }, (_, i) => ({ fields: { Name: `Peg ${batch * 10 + i}`, 'In stock': batch * 10 + i } }));
  made.push(...await products.create(records));
}
let pages = 0;
const listed = [];
await products
  .select({ filterByFormula: "FIND('Peg ', {Name}) = 1", sort: [{ field: 'In stock', direction: 'desc' }], fields: ['Name', 'In stock'] })
  .eachPage((records, next) => { pages++; listed.push(...records); next(); });
assert.equal(pages, 5);
assert.equal(listed.length, 500);
assert.equal(new Set(listed.map(record => record.id)).size, 500);
assert.equal(listed[0].get('In stock'), 499);
assert.equal(listed[0].get('Label'), undefined);

const wanted = made.slice(0, 450).map(record => `RECORD_ID()='${record.id}'`).join(',');
assert.ok(wanted.length > 14_000);
assert.equal((await products.select({ filterByFormula: `OR(${wanted})` }).all()).length, 450);

const refusal = async (promise, status, error) => {
  await assert.rejects(promise, problem => {
    assert.equal(problem.statusCode, status);
    assert.equal(problem.error, error);
    return true;
  });
};
const eleven = Array.from({ length: 11 }, () => ({ fields: { Name: 'Too many' } }));
await refusal(products.create(eleven), 422, 'INVALID_RECORDS');
await refusal(products.create({ Nope: 1 }), 422, 'UNKNOWN_FIELD_NAME');
await refusal(products.select({ filterByFormula: '{Nope}' }).all(), 422, 'INVALID_FILTER_BY_FORMULA');
await refusal(base('Nope').select().all(), 403, 'NOT_AUTHORIZED');
await refusal(products.select({ view: 'Nope' }).all(), 422, 'VIEW_NAME_NOT_FOUND');

for (let from = 0; from < made.length; from += 10) {
  const gone = await products.destroy(made.slice(from, from + 10).map(record => record.id));
  assert.equal(gone.length, 10);
}
await products.destroy(first.id);
await refusal(products.find(first.id), 404, 'NOT_FOUND');
console.log('done');
