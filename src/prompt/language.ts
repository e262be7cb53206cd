/** A language in a prompt. A person chooses it, so that nothing but a name may come along. */

/** The name or code of a language, without anything else. */
export const tongue = (language: string): string => language.replace(/[^\p{L}\p{M}\d ()-]/gu, '').slice(0, 30)
