/** The day on which the Information Commission took over from the Information Commissioner: SI 2026/1015. */
const COMMISSION_FROM = '2026-09-30';

/** Whether the regulator for data protection is the Information Commission on a day. */
export const isCommissionOn = (day: string): boolean => day >= COMMISSION_FROM;
