/** A port that is free at this moment, chosen by the system. */
export function freePort(host?: string): Promise<number>;

/** True when this process could listen on the port now. */
export function isPortFree(port: number, host?: string): Promise<boolean>;

/** Who listens on the port, such as "node (process 123)"; "" where the system does not tell. */
export function portHolder(port: number): string;
