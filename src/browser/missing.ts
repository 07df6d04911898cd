/**
 * The page of addresses that do not exist. At that of a comparison it leads to the free comparison of
 * the same two versions, where the host does not; at that of a version, to what applied on its day.
 */
import { appliedOn, datedAddress, spokenDay, type ListedVersion } from '../views/dated-address.ts';
import { freeComparison } from '../views/free-comparison.ts';

const path = location.pathname;
const links = [...document.querySelectorAll<HTMLAnchorElement>('.missing li a')];
/** The notice that the address is of, or the longest of them: its link on the page. */
const [notice] = links
  .filter(({ pathname }) => path.startsWith(pathname) && !pathname.endsWith('/compare/'))
  .sort((a, b) => b.pathname.length - a.pathname.length);

// What is in the language of the notice comes first.
const section = notice?.closest('section');
section?.parentElement?.prepend(section);

const compared = freeComparison(path);
if (compared && links.some(({ pathname }) => pathname === compared.folder)) {
  for (const line of document.querySelectorAll<HTMLElement>('p.compared-here')) {
    const link = line.querySelector('a');
    if (link) link.href = compared.address;
    line.hidden = false;
  }
}

const dated = datedAddress(path);
if (section && dated && notice?.pathname === dated.folder) {
  void versionsOf(dated.folder).then((versions) => {
    const today = new Date().toISOString().slice(0, 10);
    const version = appliedOn(versions, dated.day, today);
    tell(section, dated, version);
  });
}

/** The versions of a notice; none where they cannot be read. */
async function versionsOf(folder: string): Promise<ListedVersion[]> {
  try {
    const response = await fetch(`${folder}versions.json`);
    const { versions } = (await response.json()) as { versions: ListedVersion[] };
    return versions;
  } catch {
    return [];
  }
}

/** Says what applied on the day, or leads to the page that does. */
function tell(
  place: HTMLElement,
  { folder, day }: { folder: string; day: string },
  version: ListedVersion | undefined,
): void {
  const line = place.querySelector<HTMLElement>(version ? 'p.dated-here' : 'p.undated-here');
  const link = line?.querySelector('a');
  if (!line || !link) return;
  const patterns = line.dataset.days?.split('|') ?? [];
  link.href = version ? `${folder}${version.version}/` : `${folder}on/?date=${day}`;
  const days = [day, ...(version ? [version.effective] : [])];
  line.querySelectorAll('time').forEach((time, index) => {
    time.dateTime = days[index] ?? day;
    time.textContent = spokenDay(time.dateTime, patterns);
  });
  line.hidden = false;
}
