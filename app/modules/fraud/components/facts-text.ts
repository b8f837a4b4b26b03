import { useTranslation } from "react-i18next";
import { parseDay } from "~/kernel/time";
import { useFormat } from "~/ui/format";
import type { SignalFacts } from "../signals";

/** A signal's facts in words, for the officer. */
export function useFactsText(facts: SignalFacts, officers: Record<string, string>, zone: string): string[] {
  const { t } = useTranslation("fraud");
  const format = useFormat();
  const number = (value: number) => format.number(value);
  const where = (hour: { code: string; hour: string }) =>
    t("facts.inHour", { code: hour.code, hour: format.dateTime(hour.hour, zone) });
  switch (facts.kind) {
    case "SELF_PURCHASE":
      return [t("facts.order", { order: facts.orderId }), t(`facts.account.${facts.account}`)];
    case "OFFICER_PURCHASE": {
      const name = officers[facts.officerUserId] ?? "–";
      return [t("facts.order", { order: facts.orderId }), t("facts.officer", { name })];
    }
    case "OWN_DEVICE":
      return [t("facts.order", { order: facts.orderId }), t("facts.device")];
    case "BURST":
      return [
        facts.usual === null
          ? t("facts.usualUnknown", { clicks: number(facts.clicks) })
          : t("facts.usual", { usual: number(facts.usual), clicks: number(facts.clicks) }),
      ];
    case "REPEATS": {
      const { usualShare } = facts;
      const line = t("facts.repeats", { repeated: number(facts.repeated), clicks: number(facts.clicks) });
      return usualShare === null
        ? [line]
        : [line, t("facts.repeatsUsual", { share: format.percent(usualShare) })];
    }
    case "ONE_VISITOR":
      return [
        where(facts),
        t("facts.ofOneDevice", { ofOne: number(facts.ofOne), clicks: number(facts.clicks) }),
      ];
    case "ONE_NETWORK": {
      const { ofOne, clicks, visitors, agents } = facts;
      const params = { ofOne: number(ofOne), clicks: number(clicks), visitors: number(visitors), agents };
      return [where(facts), t("facts.ofOneNetwork", params)];
    }
    case "ONE_AGENT": {
      const { ofOne, clicks, visitors } = facts;
      const params = { ofOne: number(ofOne), clicks: number(clicks), visitors: number(visitors) };
      return [where(facts), t("facts.ofOneAgent", params)];
    }
    case "QUICK_ORDER":
      return [];
    case "SAME_DELAY":
      return [t("facts.sameDelay", { count: facts.orders.length, measured: number(facts.measured) })];
    case "COUPON_SITE":
      return [t("facts.site", { ...facts, hosts: facts.hosts.join(", ") })];
    case "COUPON_SPREAD":
      return [
        t("facts.spread", {
          ...facts,
          day: format.date(parseDay(facts.day), "UTC"),
          usual: number(facts.usual),
        }),
      ];
    case "SHARED_ACCOUNT":
      return [t(`facts.shared.${facts.what}`, { name: facts.otherName })];
    case "LATE_ORDERS":
      return [t("facts.late", { count: facts.conversionIds.length })];
  }
}
