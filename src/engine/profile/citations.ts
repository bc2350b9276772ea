import { basename } from 'node:path';
import type { ProfileFile, ProfileSource } from '../../../schemas/generated/profile.js';
import type { CitedDocument, Origin, Profile } from '../../../schemas/resolved.js';

/** A profile as its file has it, in a chain of profiles that extend each other. */
export interface Link {
  file: string;
  data: ProfileFile;
}

/** Where a value of one profile comes from: the source that covers it, or the profile itself. */
export function originOf(link: Link, pointer: string): Origin {
  const sources = link.data.sources ?? {};
  const covering = Object.keys(sources)
    .filter((key) => pointer === key || pointer.startsWith(`${key}/`))
    .sort((a, b) => b.length - a.length)[0];
  const source = covering === undefined ? undefined : sources[covering];
  if (source) return originIn(link, source);
  // A user's own profile need not cite a source: then it is the source itself.
  return { profile: link.data.name, source: basename(link.file), confidence: 'primary' };
}

function originIn({ data }: Link, { document: tag, clause, confidence }: ProfileSource): Origin {
  const document = data.documents?.[tag];
  return {
    profile: data.name,
    source: `${document?.title ?? tag}, ${clause}`,
    confidence: confidence ?? document?.confidence ?? 'primary',
  };
}

/** The documents that a profile lists. */
export function documentsOf({ data }: Link): CitedDocument[] {
  return Object.values(data.documents ?? {}).map(({ title, edition, confidence }) => ({
    profile: data.name,
    title,
    ...(edition !== undefined && { edition }),
    confidence,
  }));
}

/** The levels that a profile's document changes, by check id. */
export function levelsOf(link: Link): Profile['requirements'] {
  return Object.fromEntries(
    Object.entries(link.data.requirements ?? {}).map(([id, { level, because, source }]) => [
      id,
      { level, because, origin: originIn(link, source) },
    ]),
  );
}
