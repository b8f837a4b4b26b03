/** A Node process of Gaung that is kept alive. */
export type Service = {
  readonly name: string;
  /** 0 while it is down. */
  readonly pid: number;
  /** Asks it to finish what it is doing, and ends it. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would; it comes back. */
  kill(): void;
  /** The last lines of its log. */
  lastWords(lines?: number): string;
};

export type Services = { url: string; web: Service; worker: Service; stop(): Promise<void> };

/** Starts the built web process and worker, resolves when both are ready, and keeps them alive until `stop`. */
export function startServices(options: {
  env: Record<string, string | undefined>;
  port: number;
  logs?: { web: string; worker: string };
  commands?: { web: string[]; worker: string[] };
  onEvent?: (text: string) => void;
  onProcesses?: (pids: number[]) => void;
}): Promise<Services>;
