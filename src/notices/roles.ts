/** Roles of the people who decide something: "Data protection officer". */

/** What two spellings of one role have in common: capitals and spaces do not matter. */
const roleKey = (role: string): string =>
  role.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether two texts name the same role. */
export const isSameRole = (one: string, other: string): boolean => roleKey(one) === roleKey(other);
