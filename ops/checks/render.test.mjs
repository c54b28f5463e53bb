// Render serves its schema (render.com/schema/render.yaml.json) under no licence, so it is not kept here: what is checked was
// written by hand from its documentation and that schema, as read in November 2026, for the kinds of things this blueprint has.
// With a copy at hand RENDER_SCHEMA=FILE checks against it as well, and «render blueprints validate» says the last word.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import yaml from 'js-yaml';
import { exists, parsed, reads, text } from './repository.mjs';

const ROOT = ['services', 'databases', 'envVarGroups', 'projects', 'ungrouped', 'previews'];
const SERVICE = [
  'type', 'name', 'runtime', 'region', 'plan', 'branch', 'repo', 'rootDir', 'buildFilter', 'autoDeployTrigger', 'domains', 'envVars',
  'numInstances', 'scaling', 'preDeployCommand', 'dockerCommand', 'dockerContext', 'dockerfilePath', 'registryCredential',
  'healthCheckPath', 'maxShutdownDelaySeconds', 'disk', 'previews',
];
const REGIONS = ['oregon', 'ohio', 'virginia', 'frankfurt', 'singapore'];
const PLANS = ['starter', 'standard', 'pro', 'pro plus', 'pro max', 'pro ultra']; // free has neither disk nor shutdown delay
const DATABASE = ['name', 'plan', 'region', 'databaseName', 'user', 'postgresMajorVersion', 'ipAllowList', 'diskSizeGB', 'readReplicas'];
/** What a variable is besides its key: one of these, and nothing with it. In a group only the first two. */
const SOURCES = ['value', 'generateValue', 'sync', 'fromService', 'fromDatabase', 'fromGroup'];
/** What fromService may ask of a service, by its type, besides envVarKey. */
const PROPERTIES = { web: ['host', 'port', 'hostport'], pserv: ['host', 'port', 'hostport'] };
/** Set by Render in every web service. */
const OWN = ['RENDER_EXTERNAL_URL', 'RENDER_EXTERNAL_HOSTNAME'];
/** What only the image's build reads. */
const BUILD = ['SERVICE', 'NATIVE_OPTIONS'];

const is = {
  text: (value, where) => assert.ok(typeof value === 'string' && value !== '', `${where}: «${value}» is no text`),
  whole: (value, least, most, where) => assert.ok(Number.isInteger(value) && value >= least && value <= most, `${where}: «${value}»`),
};

const variable = (one, sources, where) => {
  const found = Object.keys(one).filter((key) => key !== 'key');
  assert.ok(found.length === 1 && sources.includes(found[0]), `${where} ${one.key}: one of ${sources}, not ${found}`);
  const [source] = found;
  if (source === 'fromGroup') assert.equal(one.key, undefined, `${where}: a group has no key`);
  else is.text(one.key, where);
  // A number would do for Render; a text says that nothing is read into it, such as 0755 or yes.
  if (source === 'value') is.text(one.value, `${where} ${one.key}`);
  if (source === 'generateValue') assert.equal(one.generateValue, true);
  if (source === 'sync') assert.equal(one.sync, false);
};

const only = (object, keys, where) => {
  for (const key of Object.keys(object)) assert.ok(keys.includes(key), `${where}: Render documents no key «${key}»`);
};

/** The blueprint as it stands, and with its PostgreSQL parts switched on as its comments say. */
const postgres = () => yaml.load(
  text('render.yaml')
    .replace(/ {4}disk:.*\n(?: {6}.*\n){3}/, '')
    .replace(/^(\s*)# (- key: DATABASE_URL|  fromDatabase:|    name: basegram|    property: connectionString|databases:|  - name: basegram|    plan: basic.*|    region: \*region)$/gm, '$1$2'),
);

for (const [title, blueprint] of [['as it is', parsed('render.yaml')], ['with PostgreSQL', postgres()]]) {
  test(`render.yaml ${title}: documented keys and values alone`, () => {
    only(blueprint, ROOT, 'root');
    for (const service of blueprint.services) {
      only(service, SERVICE, service.name);
      for (const key of ['name', 'dockerfilePath', 'dockerContext']) is.text(service[key], `${service.name} ${key}`);
      for (const one of service.envVars) variable(one, SOURCES, service.name);
      assert.ok(['web', 'pserv'].includes(service.type));
      assert.equal(service.runtime, 'docker');
      assert.ok(PLANS.includes(service.plan), `${service.name}: plan ${service.plan}`);
      assert.ok(REGIONS.includes(service.region), `${service.name}: region ${service.region}`);
      if (service.disk) {
        only(service.disk, ['name', 'mountPath', 'sizeGB'], 'disk');
        is.text(service.disk.name, 'disk');
        assert.match(service.disk.mountPath, /^\/./);
        is.whole(service.disk.sizeGB, 1, 10_000, 'disk');
        assert.equal(service.maxShutdownDelaySeconds, undefined, 'Render refuses it for a service with a disk');
        assert.ok((service.numInstances ?? 1) === 1, 'a service with a disk is one instance');
      }
      if (service.maxShutdownDelaySeconds !== undefined) is.whole(service.maxShutdownDelaySeconds, 1, 300, service.name);
    }
    const names = [...blueprint.services, ...(blueprint.databases ?? [])].map((one) => one.name);
    assert.equal(new Set(names).size, names.length, 'a name stands for one thing');
    for (const database of blueprint.databases ?? []) {
      only(database, DATABASE, 'database');
      is.text(database.name, 'database');
      assert.match(database.plan, /^(basic-(256mb|1gb|4gb)|(pro|accelerated)-\d+gb)$/);
      assert.ok(REGIONS.includes(database.region), database.region);
    }
    for (const group of blueprint.envVarGroups) {
      only(group, ['name', 'envVars'], 'group');
      is.text(group.name, 'group');
      for (const one of group.envVars) variable(one, SOURCES.slice(0, 2), group.name);
    }
  });

  const schema = process.env.RENDER_SCHEMA;
  test(`render.yaml ${title}: Render's own schema`, { skip: !schema && 'RENDER_SCHEMA names no copy of it' }, () => {
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
    const valid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
    assert.ok(valid(blueprint), JSON.stringify(valid.errors, null, 2));
  });

  test(`render.yaml ${title}: every reference leads somewhere`, () => {
    const groups = new Set(blueprint.envVarGroups.map((group) => group.name));
    const databases = new Set((blueprint.databases ?? []).map((database) => database.name));
    for (const service of blueprint.services) {
      assert.ok(exists(service.dockerfilePath), service.dockerfilePath);
      for (const variable of service.envVars) {
        const { key, fromGroup, fromService, fromDatabase, ...rest } = variable;
        only(rest, ['value', 'sync', 'generateValue'], `${service.name} ${key}`);
        if (fromGroup) assert.ok(groups.has(fromGroup), fromGroup);
        if (fromService) {
          only(fromService, ['type', 'name', 'property', 'envVarKey'], key);
          assert.ok(blueprint.services.some((other) => other.name === fromService.name && other.type === fromService.type), key);
          assert.ok(fromService.property ? PROPERTIES[fromService.type].includes(fromService.property) : OWN.includes(fromService.envVarKey));
        }
        if (fromDatabase) {
          assert.ok(databases.has(fromDatabase.name), fromDatabase.name);
          assert.equal(fromDatabase.property, 'connectionString');
        }
      }
    }
  });

  test(`render.yaml ${title}: each service is given what it reads, and what it cannot start without`, () => {
    const grouped = blueprint.envVarGroups.flatMap((group) => group.envVars);
    for (const service of blueprint.services) {
      const given = service.envVars.flatMap((one) => (one.fromGroup ? grouped : [one])).map((one) => one.key);
      for (const key of given) assert.ok(BUILD.includes(key) || reads(service.name, key), `${service.name} does not read ${key}`);
      const needed = service.name === 'telegram-bot'
        ? ['TELEGRAM_BOT_TOKEN', 'AIRTABLE_TOKEN', 'AIRTABLE_BASE_ID', 'BASEGRAM_SECRET', 'WEBHOOK_URL', 'SERVICE']
        : ['BASEGRAM_SECRET', 'BOT_HOSTPORT', 'SERVICE'];
      for (const key of needed) assert.ok(given.includes(key), `${service.name} lacks ${key}`);
    }
    assert.equal(grouped.find((one) => one.key === 'BASEGRAM_SECRET').generateValue, true);
  });

  test(`render.yaml ${title}: a deployment loses nothing`, () => {
    const [door, bot] = blueprint.services;
    assert.equal(door.healthCheckPath, '/q/health/live');
    const seconds = (service, key) => Number(text(`${service}/src/main/resources/application.properties`).match(new RegExp(`^quarkus.shutdown.${key}=(\\d+)s`, 'm'))[1]);
    assert.ok(door.maxShutdownDelaySeconds > seconds('webhook-server', 'delay') + seconds('webhook-server', 'timeout'));
    assert.ok(seconds('telegram-bot', 'delay') + seconds('telegram-bot', 'timeout') + 15 <= 30, 'the bot drains within what Render grants');
    assert.ok(bot.disk ? text('src/main/docker/Dockerfile.native').includes(`sqlite:${bot.disk.mountPath}/`) : bot.envVars.some((one) => one.key === 'DATABASE_URL'));
  });
}
