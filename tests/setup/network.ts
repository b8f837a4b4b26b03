import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/** The outside world in tests: what no mock answers is an error. Handlers of services stand in tests/mocks. */
export const network = setupServer();

const LOCAL = new Set(["127.0.0.1", "localhost", "[::1]"]);

beforeAll(() => {
  network.listen({
    onUnhandledRequest(request, print) {
      if (!LOCAL.has(new URL(request.url).hostname)) print.error();
    },
  });
});
afterEach(() => network.resetHandlers());
afterAll(() => network.close());
