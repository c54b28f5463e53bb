// What the checks know of the repository: its files, and the public interface as docs/interfaces.md has it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import yaml from 'js-yaml';

export const root = process.env.BASEGRAM_ROOT;

export const text = (path) => readFileSync(join(root, path), 'utf8');
export const exists = (path) => existsSync(join(root, path));
export const parsed = (path) => yaml.load(text(path));

const contract = text('docs/interfaces.md');
const section = (title) => contract.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

/** The variables of the contract, by the service that reads them: «bot», «webhook-server» or «both». */
export function variables() {
  const found = new Map();
  for (const line of section('Environment').split('\n').filter((row) => row.startsWith('| `'))) {
    const [, names, service] = line.split('|').map((cell) => cell.trim());
    for (const [, name] of names.matchAll(/`([A-Z_]+)`/g)) found.set(name, service);
  }
  for (const name of ['PORT', 'MANAGEMENT_PORT']) found.set(name, 'both');
  return found;
}

/** Whether a service reads a variable. */
export function reads(service, variable) {
  const of = variables().get(variable);
  return of === 'both' || of === (service === 'telegram-bot' ? 'bot' : service);
}

/** The names of the metrics of the contract. */
export const metrics = () => new Set([...section('Metrics').matchAll(/`(basegram_[a-z_]+)/g)].map(([, name]) => name));

/** The metrics that an expression asks for, without the ending that a kind of metric adds. */
export function metricsIn(expression) {
  return [...expression.matchAll(/\bbasegram_[a-z_]+/g)].map(([name]) => name.replace(/_seconds_(bucket|sum|count|max)$/, '_seconds'));
}
