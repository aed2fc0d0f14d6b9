export { eventsToCsv } from '../export/csv.ts';
