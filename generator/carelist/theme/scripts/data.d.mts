/** The shapes of what the build writes for scripts, each with the module that makes it. */

import type { Criterion } from "./eligibility/criteria.mjs";
import type { Clause, Fact, List, Service } from "./eligibility/verdicts.mjs";

/** What comes of a criterion: `Verdict` of generator/carelist/catalog/rules.py. */
export type Verdict = "yes" | "depends" | "no";
/** How a condition counts: `Outcome` of generator/carelist/eligibility/criteria.py. */
export type Outcome = "met" | "failed" | "open" | "set_by";
/** Under which heading a service stands: `Group` of generator/carelist/eligibility/groups.py. */
export type Group = Verdict | "public";

/** The words of the questionnaire, with places for what scripts fill in; `list_check_words` of generator/carelist/site/check_words.py. */
export type CheckWords = Record<
  | "cleared"
  | "progress"
  | "last"
  | "so_far"
  | "answer_first"
  | "result"
  | "left"
  | "count"
  | "verdict_yes"
  | "verdict_depends"
  | "verdict_no"
  | "answered"
  | "quoted"
  | "not_sure"
  | "outcome_met"
  | "outcome_failed"
  | "outcome_open"
  | "outcome_set_by"
  | "everyone"
  | "others"
  | "say_yes"
  | "say_depends"
  | "change_answer"
  | "skipped"
  | "kept"
  | "kept_back"
  | "guess"
  | "copied"
  | "copy_by_hand"
  | "qr_label"
  | "other_list"
  | "unknown_list"
  | "unknown"
  | "nothing_shared"
  | "list_comma"
  | "colon",
  string
>;

/** Rows as columns: a list for each name; what a row lacks is null there, and left out at the end. */
export type Columns<Row> = { [Name in keyof Row]: Row[Name][] };

/**
 * The rules of the questionnaire as data/check.*.json holds them; `shorten_rules` of
 * generator/carelist/exports/check_json.py. Conditions, facts, options and departments are called by their place.
 */
export interface ShortRules extends Omit<List, "facts" | "conditions" | "services"> {
  facts: Columns<Fact>;
  conditions: Columns<{
    words: string;
    quote: string;
    fact: number | null;
    /** Options of the fact; without one, the departments that decide. */
    is: number[] | null;
  }>;
  /** Of its clauses a service has the number. */
  services: Columns<
    Omit<Service, "departments" | "audience" | "clauses"> & {
      departments: number[];
      audience: Criterion;
      clauses: number;
    }
  >;
  /** Those of all services, one after the other. */
  clauses: Columns<Omit<Clause, "id">>;
}

/** What the service worker knows of its site; generator/carelist/site/offline.py puts it in place of `"SETTINGS"`. */
export interface Settings {
  /** The revision and a digest of all pages. */
  version: string;
  /** Milliseconds that the network has where a copy is at hand. */
  patience: number;
  /** The first parts of all addresses of the site. */
  own: string[];
  /** Beginnings of the addresses that stand in frames of other sites. */
  frames: string[];
  /** Every page has it, and so says which site it is of. */
  icon: string;
  /** Those beside pages and drawings that are kept: scripts and their lists. */
  files: string[];
  /** Those that every page loads. */
  shared: string[];
  /** By locale: the page shown for one that is not kept. */
  fallbacks: Record<string, string>;
  /** Those that are kept once a reader moves. */
  prepared: string[];
  /** By locale: all pages, and what they weigh compressed. */
  whole: Record<string, [pages: number, bytes: number]>;
}

/** All that is saved of a locale, as digests by address; generator/carelist/site/offline.py. */
export interface WholeList {
  version: string;
  pages: Record<string, string>;
  files: Record<string, string>;
}

/** What is said of saving a locale, from carelist/site/words; generator/carelist/site/offline.py chooses. */
export type SavingWords = Record<
  "saving" | "saved" | "behind" | "failed" | "full" | "no_room" | "forgotten" | "dates",
  string
>;

/**
 * What a search loads for a language, in as few bytes as can be; generator/carelist/search/compact.py.
 * The page's own language, or the others: then with `other`, and all but the first in `more`.
 */
export interface SearchFile extends Partial<Characters> {
  /** Whether its words are in reserve, fetched only where no others answer. */
  reserve?: number;
  /** What search counts by, in the order of generator/carelist/search/constants.py. */
  constants?: unknown[];
  /** English words of the vocabulary, in lines such as `3.1,20|word,word`. */
  words?: string;
  /** The same of Chinese ones, in signs. */
  han?: string;
  /** Groups parted by `|`, in each the word of the list before those that people use. */
  synonyms?: string;
  ignored?: string;
  /** Those that are written in one sign. */
  frequent?: string;
  exceptions?: string;
  /** By service: what it is called in the other languages. */
  other?: string[];
  /** The same of each further language. */
  more?: SearchFile[];
}

/** What an archive of a campaign is made of; generator/carelist/publicity/archives.py. */
export interface Pieces {
  /** Of the kit, from this list. */
  root: string;
  /** As in ISO 8601. */
  day: string;
  names: string[];
}

/** How Chinese characters sound, and which are written otherwise; `_write_characters`. */
export interface Characters {
  /** Of the common ones; none in a file that comes after another of the kind. */
  syllables?: string;
  /** Those of the list, in steps between the common ones. */
  used: string;
  /** Those that are not common or are read otherwise, each with its syllable. */
  read: string;
  /** Those that have traditional forms, in steps. */
  simple: string;
  /** These forms. */
  traditional: string;
}

/** What the search of a long list knows from the start; generator/carelist/search/postings.py. */
export interface LongTerms {
  count: number;
  /** Of characters, one after the other. */
  pairs: string;
  /** With a space between them, as the numbers. */
  words: string;
  numbers: string;
}
