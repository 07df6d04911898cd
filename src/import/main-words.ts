/** Words that tell a notice, and sentences that belong to one, from the rest of a page. */

const TITLE =
  /\b(?:privacy|data protection|fair processing|cookies?|your (?:personal )?(?:data|information)|preifatrwydd|diogelu data|datenschutz\w*|confidentialit\w|privacidad|privacy|informativa|integritet\w*|persondata|privatliv\w*|protection des donn)/i;

/** Whether a heading names a notice. */
export const isNoticeTitle = (text: string): boolean => text.length <= 150 && TITLE.test(text);

/** What services write under the notices that they make. */
const HOSTED =
  /^iubenda hosts this (?:content|page)|^(?:show|hide) the (?:short|complete|simplified) (?:version|privacy policy)|^(?:download|print) (?:as )?pdf$/i;

/** Whether a sentence is that of a service which makes notices, about itself. */
export const isOfService = (text: string): boolean => HOSTED.test(text.slice(0, 200).trim());

const DATA =
  /\b(?:personal (?:data|information)|your (?:data|information|rights|privacy)|privacy|data protection|controller|gdpr|dpo|ico\b|information commissioner|process(?:es|ing)? (?:your|personal)|legal basis|lawful basis|retain|opt[ -]out|withdraw|complain|cookies|data personol|preifatrwydd|daten|donn[ée]es|datos|dati personali|gegevens|personuppgift\w*|personoplysning\w*)/i;

/** Whether a sentence speaks of what a notice is about. */
export const speaksOfData = (text: string): boolean => DATA.test(text.slice(0, 5000));
