import { describe, expect, it } from 'vitest';
import { chooseBrowser, launchFlags, systemBrowsers, type Machine } from './browser.ts';

const PLAYWRIGHT = '/home/ann/.cache/ms-playwright/chromium-1255/chrome-linux64/chrome';

/** A machine on which only these files are there. */
const machine = (files: string[], env: Machine['env'] = {}): Machine => ({
  platform: 'linux',
  env,
  playwrightPath: PLAYWRIGHT,
  exists: (file) => files.includes(file),
});

describe('the choice of a browser', () => {
  it('takes the one that NOTICEBOARD_BROWSER names before all others', () => {
    const env = { NOTICEBOARD_BROWSER: '/opt/mine/chrome' };
    const files = ['/opt/mine/chrome', '/usr/bin/chromium', PLAYWRIGHT];
    expect(chooseBrowser(machine(files, env))).toEqual({ executablePath: '/opt/mine/chrome' });
  });

  it('says so when NOTICEBOARD_BROWSER names no file, rather than taking another', () => {
    const env = { NOTICEBOARD_BROWSER: '/opt/mine/chrome' };
    expect(() => chooseBrowser(machine(['/usr/bin/chromium'], env))).toThrow(
      'NOTICEBOARD_BROWSER is "/opt/mine/chrome", but there is no such file',
    );
  });

  it('takes a browser of the system before the one Playwright downloaded', () => {
    expect(chooseBrowser(machine(['/snap/bin/chromium', PLAYWRIGHT]))).toEqual({
      executablePath: '/snap/bin/chromium',
    });
  });

  it('takes the build without windows before the whole browser, which is slower', () => {
    const files = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];
    expect(chooseBrowser(machine(files))).toEqual({ executablePath: files[1] });
  });

  it('takes the one Playwright downloaded when the system has none', () => {
    expect(chooseBrowser(machine([PLAYWRIGHT]))).toEqual({ executablePath: PLAYWRIGHT });
  });

  it('leaves the program to Playwright when it downloaded its headless shell alone', () => {
    const marker =
      '/home/ann/.cache/ms-playwright/chromium_headless_shell-1255/INSTALLATION_COMPLETE';
    expect(chooseBrowser(machine([marker]))).toEqual({});
  });

  it('finds nothing on a machine without a browser', () => {
    expect(chooseBrowser(machine([]))).toBeUndefined();
  });
});

describe('the places of browsers', () => {
  it.each<[string, NodeJS.Platform, string]>([
    ['Debian', 'linux', '/usr/bin/chromium'],
    ['Ubuntu', 'linux', '/snap/bin/chromium'],
    ['Fedora', 'linux', '/usr/bin/chromium-browser'],
    ['Chrome for Linux', 'linux', '/usr/bin/google-chrome-stable'],
    ['macOS', 'darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['one user of macOS', 'darwin', '/Users/ann/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['Windows', 'win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['Edge', 'win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['one user of Windows', 'win32', 'C:\\Users\\ann\\Local\\Chromium\\Application\\chrome.exe'],
  ])('include that of %s', (_, platform, place) => {
    const env = {
      HOME: '/Users/ann',
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\ann\\Local',
    };
    expect(systemBrowsers({ platform, env })).toContain(place);
  });
});

describe('the flags of the browser', () => {
  it('turn the sandbox off for root, for whom it cannot be set up', () => {
    expect(launchFlags(true)).toContain('--no-sandbox');
  });

  it('leave the sandbox on for everyone else', () => {
    expect(launchFlags(false)).toEqual([]);
  });
});
