/** Finds and starts a browser for the built site. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** What the choice of a browser depends on. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** Where Playwright keeps the browser it downloads. */
  playwrightPath: string;
  exists: (file: string) => boolean;
}

/** The program to start; without one, the headless shell that Playwright downloaded. */
export interface BrowserChoice {
  executablePath?: string;
}

const NO_BROWSER =
  'no browser found: install Chromium, e.g. apt-get install chromium, or set NOTICEBOARD_BROWSER to one';

const LINUX_NAMES = [
  // Debian's build of Chromium without windows: a page opens in a quarter of the time.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const MAC_NAMES = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** Paths where systems keep browsers of the Chromium family, the likeliest first. */
export function systemBrowsers({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  if (platform === 'darwin') {
    return ['', env['HOME'] ?? ''].flatMap((home) =>
      MAC_NAMES.map((name) => `${home}/Applications/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS_PROGRAMS.map((program) => path.win32.join(folder, program)));
  }
  return LINUX_FOLDERS.flatMap((folder) => LINUX_NAMES.map((name) => `${folder}/${name}`));
}

/**
 * Chooses the browser that `NOTICEBOARD_BROWSER` names, else one of the system, else Playwright's
 * own. Returns undefined if there is no browser.
 *
 * @throws if `NOTICEBOARD_BROWSER` names a file that does not exist
 */
export function chooseBrowser(machine: Machine): BrowserChoice | undefined {
  const { env, exists, playwrightPath } = machine;
  const named = env['NOTICEBOARD_BROWSER'];
  if (named) {
    if (exists(named)) return { executablePath: named };
    throw plainError(`NOTICEBOARD_BROWSER is "${named}", but there is no such file`);
  }
  const executablePath = [...systemBrowsers(machine), playwrightPath].find(exists);
  if (executablePath) return { executablePath };
  return exists(shellMarker(playwrightPath)) ? {} : undefined;
}

/** The file that Playwright writes when its headless shell is completely downloaded. */
function shellMarker(playwrightPath: string): string {
  const folder = playwrightPath.replace(
    /([\\/])chromium-(\d+)[\\/].*$/,
    '$1chromium_headless_shell-$2$1',
  );
  return `${folder}INSTALLATION_COMPLETE`;
}

/** Extra flags for the browser. Root cannot set up a sandbox. */
export function launchFlags(isRoot: boolean): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return isRoot ? ['--no-sandbox', ...quiet] : [];
}

function thisMachine(): Machine {
  const { platform, env } = process;
  return { platform, env, playwrightPath: chromium.executablePath(), exists: existsSync };
}

/**
 * Makes sure that there is a browser, and downloads Playwright's if there is none.
 *
 * @throws an error of one line that names what to install, if the download fails
 */
export async function ensureBrowser(): Promise<void> {
  if (!chooseBrowser(thisMachine())) download();
  const browser = await launchBrowser();
  await browser.close();
}

/** In milliseconds. */
const DOWNLOAD_LIMIT = 120_000;

function download(): void {
  const require = createRequire(import.meta.url);
  const cli = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  process.stdout.write('No browser found; downloading one with Playwright.\n');
  try {
    execFileSync(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
      stdio: 'inherit',
      timeout: DOWNLOAD_LIMIT,
    });
  } catch {
    throw plainError(NO_BROWSER);
  }
}

/**
 * Starts the browser of this machine.
 *
 * @throws an error of one line that names what to install, if there is no browser
 */
export async function launchBrowser(): Promise<Browser> {
  const choice = chooseBrowser(thisMachine());
  if (!choice) throw plainError(NO_BROWSER);
  return chromium.launch({ ...choice, args: launchFlags(process.getuid?.() === 0) });
}

/** An error about the machine, without a stack trace. */
function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
