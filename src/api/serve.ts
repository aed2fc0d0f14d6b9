import { ChanceryError } from '../model/index.ts';
import { buildServer, type ServerOptions } from './server.ts';

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 only; port 0 takes a free one. Throws API_PORT when the port is taken or not allowed. */
export async function serve(options: ServerOptions, port: number): Promise<Serving> {
  const server = await buildServer(options);
  try {
    const url = await server.listen({ host: '127.0.0.1', port });
    return { url, close: () => server.close() };
  } catch (error) {
    await server.close();
    const found = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (found !== 'EADDRINUSE' && found !== 'EACCES') throw error;
    throw new ChanceryError('API_PORT', `port ${port} cannot be used`, { found, hint: 'Choose another with --port.' });
  }
}
