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

describe('chooseBrowser', () => {
  it('prefers the browser that NOTICEBOARD_BROWSER names', () => {
    const env = { NOTICEBOARD_BROWSER: '/opt/mine/chrome' };
    const files = ['/opt/mine/chrome', '/usr/bin/chromium', PLAYWRIGHT];
    expect(chooseBrowser(machine(files, env))).toEqual({ executablePath: '/opt/mine/chrome' });
  });

  it('throws if NOTICEBOARD_BROWSER names no file', () => {
    const env = { NOTICEBOARD_BROWSER: '/opt/mine/chrome' };
    expect(() => chooseBrowser(machine(['/usr/bin/chromium'], env))).toThrow(
      'NOTICEBOARD_BROWSER is "/opt/mine/chrome", but there is no such file',
    );
  });

  it('prefers a browser of the system to the one Playwright downloaded', () => {
    expect(chooseBrowser(machine(['/snap/bin/chromium', PLAYWRIGHT]))).toEqual({
      executablePath: '/snap/bin/chromium',
    });
  });

  it('prefers the headless build, which is faster', () => {
    const files = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];
    expect(chooseBrowser(machine(files))).toEqual({ executablePath: files[1] });
  });

  it('uses the one Playwright downloaded if the system has no browser', () => {
    expect(chooseBrowser(machine([PLAYWRIGHT]))).toEqual({ executablePath: PLAYWRIGHT });
  });

  it('lets Playwright choose if it downloaded only its headless shell', () => {
    const marker =
      '/home/ann/.cache/ms-playwright/chromium_headless_shell-1255/INSTALLATION_COMPLETE';
    expect(chooseBrowser(machine([marker]))).toEqual({});
  });

  it('returns undefined on a machine without a browser', () => {
    expect(chooseBrowser(machine([]))).toBeUndefined();
  });
});

describe('systemBrowsers', () => {
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
  ])('includes that of %s', (_, platform, place) => {
    const env = {
      HOME: '/Users/ann',
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\ann\\Local',
    };
    expect(systemBrowsers({ platform, env })).toContain(place);
  });
});

describe('launchFlags', () => {
  it('disables the sandbox for root, who cannot set it up', () => {
    expect(launchFlags(true)).toContain('--no-sandbox');
  });

  it('keeps the sandbox for other users', () => {
    expect(launchFlags(false)).toEqual([]);
  });
});
