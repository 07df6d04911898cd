/// <reference types="astro/client" />

declare module 'virtual:noticeboard/site' {
  /** The site as it stands: in dev, made anew whenever something of it changes. */
  export const site: import('./site/site.ts').Site;
}
