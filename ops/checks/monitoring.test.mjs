import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metrics, metricsIn, parsed, text } from './repository.mjs';

const rules = parsed('ops/alerts.yml').groups.flatMap((group) => group.rules);
const tests = parsed('ops/alerts.test.yml').tests;
const dashboard = JSON.parse(text('ops/grafana/basegram.json'));

test('alerts and dashboard ask for metrics of the contract alone', () => {
  const known = metrics();
  const asked = [
    ...rules.map((rule) => rule.expr),
    ...dashboard.panels.flatMap((panel) => (panel.targets ?? []).map((target) => target.expr)),
  ];
  assert.ok(asked.length > 20);
  for (const name of asked.flatMap(metricsIn)) assert.ok(known.has(name), `${name} is not in docs/interfaces.md`);
});

test('every alert is tested firing and not firing, and operations.md says what to do', () => {
  const guide = text('docs/operations.md');
  for (const rule of rules) {
    const cases = tests.flatMap((one) => one.alert_rule_test).filter((one) => one.alertname === rule.alert);
    assert.ok(cases.some((one) => one.exp_alerts.length > 0), `no test sees ${rule.alert} fire`);
    assert.match(guide, new RegExp(`^### ${rule.alert}$`, 'm'), `docs/operations.md has no section ${rule.alert}`);
    assert.equal(rule.annotations.runbook, `docs/operations.md#${rule.alert.toLowerCase()}`);
  }
});

test('the dashboard lays no panel over another and names a data source for each', () => {
  const cells = new Set();
  for (const { gridPos: { x, y, w, h }, title, type, datasource } of dashboard.panels) {
    assert.ok(type === 'row' || datasource.uid === '${datasource}', title);
    assert.ok(x + w <= 24, title);
    for (let column = x; column < x + w; column++) {
      for (let line = y; line < y + h; line++) {
        assert.ok(!cells.has(`${column}/${line}`), `${title} lies over another panel`);
        cells.add(`${column}/${line}`);
      }
    }
  }
});

test('Prometheus scrapes the management ports of the contract', () => {
  const config = parsed('ops/prometheus.yml');
  assert.deepEqual(config.rule_files, ['alerts.yml']);
  for (const job of config.scrape_configs) {
    const port = job.static_configs[0].targets[0].split(':')[1];
    assert.match(text(`${job.job_name}/src/main/resources/application.properties`), new RegExp(`MANAGEMENT_PORT:${port}\\}`));
  }
});
