/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The facts of the version being rendered; authors' components print them. */
    facts: import('./notices/schema.ts').Facts;
  }
}

interface ImportMetaEnv {
  /** The day the site is built for: an ISO date. */
  readonly NOTICEBOARD_TODAY: string;
}

declare module 'virtual:noticeboard/bodies' {
  export type Component = import('astro/runtime/server/index.js').AstroComponentFactory;
  const bodies: ReadonlyMap<string, () => Promise<{ default: Component }>>;
  export default bodies;
}
