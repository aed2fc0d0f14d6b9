export const CITATION_STYLES = ['chicago', 'apa', 'iso690'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];
