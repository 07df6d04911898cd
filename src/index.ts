/** Noticeboard for Astro: `integrations: [noticeboard({ name, accent })]`. */
export { noticeboard as default } from './integration/index.ts';
export type { FooterProps, HeaderProps, HeadProps } from './site/brand.ts';
export type { NoticeboardSettings } from './site/settings.ts';
