import { createContext } from 'react';

/** The page's nonce while it is rendered on the server; empty in the browser, which hides it anyway. */
export const NonceContext = createContext('');
