import type { Language } from '#base';

/** The fictional demo world, and the register of what has really been published. Two databases, never mixed. */
export type World = 'demo' | 'register';

export interface NavigationItem {
  /** Path inside the site, without language and world: "/udbud". */
  readonly path: string;
  readonly label: string;
}

/** Who answers for this installation; shown in the footer and in the accessibility statement. */
export interface Publisher {
  readonly name: string;
  /** An e-mail address, or null when the settings give none. */
  readonly email: string | null;
  /** Municipalities and suppliers that own it or buy of it, by name; left out: none. */
  readonly owners?: readonly string[];
  readonly customers?: readonly string[];
}

/** A script of a page: where it stands, and what it must be for a browser to run it (subresource integrity). */
export interface PageScript {
  readonly src: string;
  readonly integrity: string;
}

/** Who is logged in, as far as the header says it. */
export interface Account {
  readonly name: string;
  readonly organisation: string;
}

/** What every page needs to know about where it stands. Made for each request by `siteOf`. */
export interface Site {
  readonly lang: Language;
  readonly world: World;
  /** This page without language and world prefix, with its query: "/udbud?q=rest". */
  readonly path: string;
  /** Scheme and host for canonical links ("https://torvet.example"), or null when the settings give none. */
  readonly origin: string | null;
  readonly navigation: readonly NavigationItem[];
  readonly publisher: Publisher;
  /** When data last came into this world (ISO instant), or null when it is empty. */
  readonly updatedAt: string | null;
  /** null: nobody is logged in. Left out: this server has no accounts. */
  readonly account?: Account | null;
  /** False: this server has no wizards and no pages of the rules, so that nothing leads there. Left out: it has. */
  readonly hasGuide?: boolean;
  /** By room and name; left out: no page has any, and each works without. */
  readonly scripts?: ReadonlyMap<string, PageScript>;
  /** True when the other world exists on this server, so that the banner can lead there. */
  readonly hasOtherWorld: boolean;
  /** A page of this world in this language: "/udbud" gives "/en/demo/udbud". */
  href(path: string): string;
  /** Data of this world, the same in every language: "/api/v1" gives "/demo/api/v1". */
  dataHref(path: string): string;
}

export type SiteSettings = Omit<Site, 'href' | 'dataHref'>;

/** The address of a page in a given language and world. The register and Danish have no prefix. */
export function address(path: string, lang: Language, world: World): string {
  const prefix = (lang === 'da' ? '' : `/${lang}`) + (world === 'register' ? '' : `/${world}`);
  if (prefix === '') return path;
  if (path === '/') return prefix;
  return path.startsWith('/?') ? prefix + path.slice(1) : prefix + path;
}

export function siteOf(settings: SiteSettings): Site {
  return {
    ...settings,
    href: (path) => address(path, settings.lang, settings.world),
    dataHref: (path) => address(path, 'da', settings.world),
  };
}
