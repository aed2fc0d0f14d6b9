import { buildSegmentation, type Segmentation, type SegmentationWords } from '../segment/segmentation.ts';

/** English as the EWT treebank cuts it: do n't, Putin 's, pro - government but anti-war. */
export function createSegmentation(words: SegmentationWords): Segmentation {
  return buildSegmentation(
    {
      hyphen: 'split',
      clitics: true,
      quoteSuffix: false,
      initialsApart: false,
      ordinalDot: false,
      decimalComma: false,
    },
    words,
  );
}
