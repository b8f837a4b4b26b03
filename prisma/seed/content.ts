import { attachDraftMedia } from "~/modules/content/commands/attach-draft-media.server";
import { reviewDraft } from "~/modules/content/commands/review-draft.server";
import { submitDraft } from "~/modules/content/commands/submit-draft.server";
import { submitPostProof } from "~/modules/content/commands/submit-post-proof.server";
import type { ReviewOutcome } from "~/modules/content/deliverable";
import type { Platform } from "~/modules/creators/platforms";
import { db } from "~/platform/db.server";
import { personAt } from "./actors";
import { contentKey } from "./brief";
import type { LinkStory } from "./claims";
import type { ClaimFate, ContentFate, DemoCampaign } from "./data-campaigns";
import { socialHandle } from "./data-people";
import { drawProductPicture } from "./pictures";
import type { Chance } from "./random";
import { later, type Timeline } from "./timeline";

type Cast = {
  claimId: string;
  userId: string;
  officer: string;
  fate: Extract<ClaimFate, { kind: "accepted" }>;
  chance: Chance;
  campaign: DemoCampaign;
  /** When the claim was accepted. */
  at: Date;
};

type Piece = Cast & { deliverableId: string; platform: Platform; outcome: ContentFate; index: number };

type Step = "draft" | "approve" | "ask" | "reject" | "post";

/** What happens to a piece of content, in order. */
const STEPS: Record<ContentFate, Step[]> = {
  awaiting: [],
  inReview: ["draft"],
  revisionRequested: ["draft", "ask"],
  approvedAfterRevision: ["draft", "ask", "draft", "approve"],
  rejected: ["draft", "reject"],
  live: ["draft", "approve", "post"],
  liveAfterRevision: ["draft", "ask", "draft", "approve", "post"],
};

/** Fates that are still open end shortly before now, so that somebody has to act today. */
const STILL_OPEN: ReadonlySet<ContentFate> = new Set([
  "inReview",
  "revisionRequested",
  "approvedAfterRevision",
]);

/** Plans what becomes of each piece of content that a claim owes. */
export async function planContent(timeline: Timeline, link: LinkStory, cast: Cast): Promise<void> {
  const rows = await db().deliverable.findMany({ where: { claimId: cast.claimId } });
  for (const [index, [platform, format]] of cast.campaign.deliverables.entries()) {
    const row = rows.find((each) => each.key === `${contentKey(platform, format, index)}#1`);
    const fate = cast.fate.content[index];
    if (!row || !fate) throw new Error(`${cast.campaign.title}: no fate for its piece ${index + 1}`);
    planPiece(timeline, link, { ...cast, deliverableId: row.id, platform, outcome: fate, index });
  }
}

function planPiece(timeline: Timeline, link: LinkStory, piece: Piece): void {
  const steps = STEPS[piece.outcome];
  const { chance } = piece;
  const gaps = steps.map((_, position) =>
    position === 0 ? chance.between(1.6, 4) : chance.between(0.6, 1.6),
  );
  const length = gaps.reduce((sum, gap) => sum + gap, 0);
  const latest = later(timeline.now, -length - chance.between(0.2, 1.2));
  const begin =
    STILL_OPEN.has(piece.outcome) && latest > piece.at ? latest : later(piece.at, piece.index * 1.5);
  let at = begin;
  let version = 0;
  for (const [position, step] of steps.entries()) {
    at = later(at, gaps[position] ?? 1);
    if (step === "draft") version += 1;
    const number = version;
    timeline.plan(at, (then) => act(step, link, piece, number, then));
  }
}

async function act(step: Step, link: LinkStory, piece: Piece, version: number, at: Date): Promise<void> {
  if (step === "draft") return handIn(link, piece, version, at);
  if (step === "post") return goLive(link, piece, at);
  const outcome = { approve: "APPROVED", ask: "REVISION_REQUESTED", reject: "REJECTED" } as const;
  return review(piece, outcome[step], at);
}

async function handIn(link: LinkStory, piece: Piece, version: number, at: Date): Promise<void> {
  const ctx = await personAt(piece.userId, at);
  const { deliverableId, campaign, chance } = piece;
  // Pictures cost time to make: only of the version that somebody looks at today.
  const versions = STEPS[piece.outcome].filter((step) => step === "draft").length;
  if (STILL_OPEN.has(piece.outcome) && version === versions) {
    const bytes = await drawProductPicture({
      name: link.product.name,
      seed: `${piece.campaign.title} ${piece.index}`,
      view: "detail",
      size: 720,
    });
    await attachDraftMedia(ctx, { deliverableId, bytes });
  }
  await submitDraft(ctx, {
    deliverableId,
    caption: captionOf(campaign, link.product.name, version, chance),
    videoUrl: `https://drive.google.com/file/d/peragaan-gaung-${chance.digits(8)}/view`,
    note: version > 1 ? "Sudah saya perbaiki sesuai catatan. Terima kasih masukannya!" : "",
  });
}

const OPENINGS = [
  "Jujur, saya tidak menyangka rasanya sebaik ini.",
  "Ini dibuat dengan tangan, dan terlihat dari setiap sisinya.",
  "Pertama kali pegang langsung tahu: ini bukan buatan pabrik.",
  "Saya pakai seminggu dulu sebelum menulis ini.",
  "Satu cerita kecil dari balik tembok yang tinggi.",
];

/** The first version forgets the disclosure now and then; the officer asks for it. */
function captionOf(campaign: DemoCampaign, product: string, version: number, chance: Chance): string {
  const tags = [
    campaign.hashtag,
    "#KaryaWargaBinaan",
    ...(version > 1 || chance.happens(0.7) ? ["#iklan"] : []),
  ];
  return `${chance.pick(OPENINGS)} ${product} dari Lapas, dibuat warga binaan yang sedang belajar usaha. Tautannya di bio ya.\n\n${tags.join(" ")}`;
}

const ASKS = [
  "Ceritanya bagus. Mohon tambahkan #iklan di baris pertama tagar, dan potong detik ke-12 karena pintu blok terlihat.",
  "Mohon ganti gambar kedua: papan nama di belakang terbaca. Selebihnya sudah pas.",
  "Tolong sebutkan harga dan cara pesannya, lalu tambahkan tanda iklan.",
];
const REJECTION =
  "Maaf, konten ini menampilkan wajah yang dapat dikenali dan lokasi pos jaga, jadi tidak dapat kami setujui. Silakan baca bagian larangan di brief.";

async function review(piece: Piece, outcome: ReviewOutcome, at: Date): Promise<void> {
  const approved = outcome === "APPROVED";
  const newest = await db().draftVersion.findFirstOrThrow({
    where: { deliverableId: piece.deliverableId },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  await reviewDraft(await personAt(piece.officer, at), {
    draftVersionId: newest.id,
    outcome,
    comment: approved
      ? "Sudah sesuai brief. Silakan tayang."
      : outcome === "REJECTED"
        ? REJECTION
        : piece.chance.pick(ASKS),
    noIdentifiableInmate: approved,
    noSecurityDetail: approved,
    disclosurePresent: approved,
  });
}

async function goLive(link: LinkStory, piece: Piece, at: Date): Promise<void> {
  await submitPostProof(await personAt(piece.userId, at), {
    deliverableId: piece.deliverableId,
    url: postUrl(piece),
  });
  link.posts.push(at);
}

/** An address of the right form that no real post has. */
function postUrl({ platform, chance, fate, campaign, index }: Piece): string {
  const handle = socialHandle(fate.by);
  const format = campaign.deliverables[index]?.[1];
  switch (platform) {
    case "INSTAGRAM":
      return format === "story"
        ? `https://www.instagram.com/stories/${handle}/${chance.digits(18)}/`
        : `https://www.instagram.com/reel/Gaung${chance.digits(6)}/`;
    case "TIKTOK":
      return `https://www.tiktok.com/@${handle}/video/${chance.digits(19)}`;
    case "YOUTUBE":
      return `https://www.youtube.com/shorts/gdemo${chance.digits(6)}`;
    case "FACEBOOK":
      return `https://www.facebook.com/${handle}/posts/${chance.digits(15)}`;
    case "X":
      return `https://x.com/gaung_demo/status/${chance.digits(19)}`;
    case "WHATSAPP":
      return `https://whatsapp.com/channel/peragaangaung/${chance.digits(4)}`;
  }
}
