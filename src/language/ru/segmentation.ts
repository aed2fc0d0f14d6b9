import { buildSegmentation, type Segmentation, type SegmentationWords } from '../segment/segmentation.ts';

/** Russian as the Taiga and PUD treebanks cut it: премьер-министр is one word, С.В. two. */
export function createSegmentation(words: SegmentationWords): Segmentation {
  return buildSegmentation(
    {
      hyphen: 'join',
      clitics: false,
      quoteSuffix: false,
      initialsApart: true,
      ordinalDot: false,
      decimalComma: true,
    },
    words,
  );
}
