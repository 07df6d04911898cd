/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** The day the site is built for: an ISO date. */
  readonly NOTICEBOARD_TODAY: string;
}
