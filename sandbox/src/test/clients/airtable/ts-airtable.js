// A client on fetch: metadata, upsert, typecast, field ids, paging, webhooks.
import assert from 'node:assert/strict';
import { AirtableClient } from 'ts-airtable';

const airtable = new AirtableClient({ apiKey: process.env.TOKEN, baseId: process.env.BASE_ID, endpointUrl: process.env.API_ROOT });

const bases = await airtable.metadata.listAllBases();
assert.deepEqual(bases.map(base => base.id), [process.env.BASE_ID]);
const schema = await airtable.metadata.getTableSchema('Products');
const sku = schema.fields.find(field => field.name === 'SKU').id;

const hook = await airtable.webhooks.createWebhook({
  specification: { options: { filters: { dataTypes: ['tableData'], recordChangeScope: schema.id } } },
});
assert.ok(hook.macSecretBase64.length > 20);

const upsert = records => airtable.records.updateRecords('Products', records, { performUpsert: { fieldsToMergeOn: ['SKU'] } });
const first = await upsert([{ fields: { SKU: 'TS-1', Name: 'Trestle' } }, { fields: { SKU: 'CHA-ALVA', 'In stock': 25 } }]);
assert.equal(first.createdRecords.length, 1);
assert.equal(first.updatedRecords.length, 1);
const again = await upsert([{ fields: { SKU: 'TS-1', Price: 80 } }]);
assert.deepEqual(again.updatedRecords, first.createdRecords);
assert.equal(again.records[0].fields.Name, 'Trestle');

const byId = await airtable.records.getRecord('Products', first.createdRecords[0], { returnFieldsByFieldId: true });
assert.equal(byId.fields[sku], 'TS-1');

const cast = await airtable.records.createRecords(
  'Products', [{ fields: { Name: 'Cast', SKU: 'TS-2', Price: '€12.50', Category: ['Brand new'] } }], { typecast: true });
assert.equal(cast.records[0].fields.Price, 12.5);
assert.deepEqual(cast.records[0].fields.Category, ['Brand new']);

for (let batch = 0; batch < 50; batch++) {
  await airtable.records.createRecords('Products', Array.from({ length: 10 }, (_, i) => ({ fields: { Name: `Dowel ${batch}-${i}` } })));
}
const pages = await airtable.records.listAllRecords('Products', { filterByFormula: "LEFT({Name}, 5) = 'Dowel'", sort: [{ field: 'Name' }] });
assert.equal(pages.length, 500);
let counted = 0;
for await (const record of airtable.records.iterateRecords('Products', { pageSize: 7, filterByFormula: "{SKU} != ''" })) {
  assert.ok(record.fields.SKU);
  counted++;
}
assert.equal(counted, 12);

await assert.rejects(upsert([{ fields: { Name: 'no key' } }]));
await upsert([{ fields: { SKU: null, Name: 'twin' } }, { fields: { SKU: null, Name: 'twin' } }]);
await airtable.records.createRecords('Products', [{ fields: { SKU: 'TWIN' } }, { fields: { SKU: 'TWIN' } }]);
await assert.rejects(upsert([{ fields: { SKU: 'TWIN' } }]), error => error.status === 422);

const heard = await airtable.webhooks.listWebhookPayloads(hook.id, { limit: 50 });
assert.equal(heard.payloads.length, 50);
assert.equal(heard.mightHaveMore, true);
const list = await airtable.webhooks.listWebhooks();
assert.equal(list.webhooks[0].id, hook.id);
await airtable.webhooks.refreshWebhook(hook.id);
await airtable.webhooks.deleteWebhook(hook.id);
console.log('done');
