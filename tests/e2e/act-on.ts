import { forgetEnv } from "~/platform/env.server";
import type { AppServer } from "../setup/app-server";

/** Gives this test process the settings of a running instance, so that a command called here acts on it. */
export function actOn(app: AppServer): void {
  for (const [name, value] of Object.entries(app.env)) {
    if (value !== undefined && name !== "NODE_ENV") process.env[name] = value;
  }
  forgetEnv();
}

/** The environment of a command-line script that is to work on the instance, as its owner would call it. */
export function scriptEnv(app: AppServer): NodeJS.ProcessEnv {
  const { NODE_ENV: _node, GAUNG_DEMO: _demo, ...rest } = { ...process.env, ...app.env };
  return rest as NodeJS.ProcessEnv;
}
