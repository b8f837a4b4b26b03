import { rotateSalts } from "~/modules/tracking/commands/rotate-salts.server";
import { db, disconnectDb } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { personAt, systemAt } from "./actors";
import { planCampaigns } from "./campaigns";
import { reportOrders } from "./orders";
import { inviteOfficers, registerInfluencers } from "./people";
import { registerPlaces, stockPlaces, storyStart } from "./places";
import { openReviews } from "./reviews";
import { Timeline } from "./timeline";
import { sendClicks } from "./traffic";

/*
 * Demo data: `tsx prisma/seed/index.ts` with DATABASE_URL and the other settings in the environment. The launcher does
 * it at the first start, with an empty database. Everything goes through the commands that people, shops and the worker
 * use, each at its moment of a story that ends now; a seeded chance makes the story the same every time.
 *
 * It is not taken up again in the middle: `npm start` empties a database whose filling was interrupted and begins anew.
 */

const tell = (line: string) => console.log(`demo data: ${line}`);

async function fill(now: Date): Promise<void> {
  const start = storyStart(now);
  const places = await registerPlaces(systemAt(start));
  tell(`institutions: ${places.size}`);
  const officers = await inviteOfficers(start, places);
  const influencers = await registerInfluencers(start);
  tell(`people: ${officers.size + influencers.size}`);
  const officerOf = (slug: string) => {
    const userId = officers.get(slug);
    if (!userId) throw new Error(`no officer for ${slug}`);
    return personAt(userId, start);
  };
  const goods = await stockPlaces(officerOf, places, tell);

  const people = { influencers, officers };
  const timeline = new Timeline(now);
  const links = planCampaigns(timeline, people, goods);
  await timeline.play((count) => tell(`campaigns, claims and content: ${count} events`));

  const { sent, buyers } = await sendClicks(links, now, tell);
  tell(`clicks: ${sent} on ${links.length} links`);
  const orders = await reportOrders(buyers, { goods, people, now }, tell);
  tell(`orders: ${orders}`);
  tell(`reviews: ${await openReviews(links, buyers, now)}`);
  await settle(now);
}

/** Leaves the database as the worker would have, had it run all the time. */
async function settle(now: Date): Promise<void> {
  await rotateSalts(systemAt(now));
  // The story did itself what these jobs ask for (links, deliverables). What is left of them are mails about things
  // that happened weeks ago to people who do not exist: nobody has a command for not sending those.
  await db().outboxMessage.updateMany({ where: { dispatchedAt: null }, data: { dispatchedAt: now } });
}

async function main(): Promise<number> {
  if (env().NODE_ENV === "production" && !env().GAUNG_DEMO) {
    console.error("Demo data is not for production.");
    return 1;
  }
  if (await db().institution.findFirst({ select: { id: true } })) {
    console.error("The database is not empty: demo data is filled into an empty one only.");
    return 1;
  }
  const began = Date.now();
  await fill(new Date());
  tell(`done in ${Math.round((Date.now() - began) / 1000)} s`);
  return 0;
}

try {
  process.exitCode = await main();
} finally {
  await disconnectDb();
}
