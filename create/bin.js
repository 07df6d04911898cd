#!/usr/bin/env node
// @ts-check
/** `npm create noticeboard [folder]`: starts a site of notices, or adds them to an Astro project. */
import process from 'node:process';
import { cancel, log } from '@clack/prompts';
import { create } from './create.js';
import { Refusal } from './refusal.js';

try {
  await create(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  if (process.stdout.isTTY) cancel(error.message);
  else log.error(error.message);
  process.exitCode = 1;
}
