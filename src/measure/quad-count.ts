export const definition = 'How many acts of each quad: verbal or material, cooperation or conflict.';
export const formula =
  'n1 … n4; events: one of the same kind a pair, direction and day; reports: every report; origins: every first-hand source once a period';
export const unit = 'acts, reports or origins a period';
export const source =
  "PLOVER manual 2021; Schrodt & Yonamine 2013 (counts by quad). Reports are not events: the one-a-day rule is Goldstein & Pevehouse's (1997)";
