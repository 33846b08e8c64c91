import type { ReactNode } from 'react';

/** Fields side by side where there is room, one under the other on a phone. */
export const FieldGrid = ({ children }: { children: ReactNode }) => <div className="grid items-end gap-x-5 gap-y-0.5 sm:grid-cols-2">{children}</div>;
