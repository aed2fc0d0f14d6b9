import { buildSegmentation, type Segmentation, type SegmentationWords } from '../segment/segmentation.ts';

/** Turkish as the BOUN treebank cuts it: Putin'le and 5. are one word, suffixes after a quotation mark stay on. */
export function createSegmentation(words: SegmentationWords): Segmentation {
  return buildSegmentation(
    {
      hyphen: 'split',
      clitics: false,
      quoteSuffix: true,
      initialsApart: false,
      ordinalDot: true,
      decimalComma: true,
    },
    words,
  );
}
