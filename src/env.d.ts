/// <reference types="astro/client" />

/** Style sheets of the project. */
declare module 'virtual:noticeboard/styles';

/** What is around a notice: ours, or components of the project. */
declare module 'virtual:noticeboard/Head' {
  const Head: (props: import('./site/brand.ts').HeadProps) => unknown;
  export default Head;
}
declare module 'virtual:noticeboard/Header' {
  export { default } from './components/frame/Header.astro';
}
declare module 'virtual:noticeboard/Footer' {
  export { default } from './components/frame/Footer.astro';
}

declare module 'virtual:noticeboard/site' {
  /** The site as it stands: in dev, made anew whenever something of it changes. */
  export const site: import('./site/site.ts').Site;
}
