import type { ReportDefinition, ReportKind } from "../report";
import { metaAds } from "./meta-ads";
import { shopeeAmsAffiliates, shopeeAmsProducts } from "./shopee-ams";
import { shopeeClicks } from "./shopee-clicks";
import { shopeeCommission } from "./shopee-commission";
import { shopeeConversion } from "./shopee-conversion";
import { shopeeOrders } from "./shopee-orders";
import { shopeeVouchers } from "./shopee-vouchers";
import { tiktokAffiliate } from "./tiktok-affiliate";
import { tiktokCreators } from "./tiktok-creators";
import { tiktokOrders } from "./tiktok-orders";
import { tiktokVideos } from "./tiktok-videos";
import { tokopediaLegacy } from "./tokopedia-legacy";

/** Every report that can be imported, by its kind. */
export const REPORTS: Readonly<Record<ReportKind, ReportDefinition>> = {
  SHOPEE_ORDERS: shopeeOrders,
  SHOPEE_COMMISSION: shopeeCommission,
  SHOPEE_CONVERSION: shopeeConversion,
  SHOPEE_CLICKS: shopeeClicks,
  SHOPEE_AMS_AFFILIATES: shopeeAmsAffiliates,
  SHOPEE_AMS_PRODUCTS: shopeeAmsProducts,
  SHOPEE_VOUCHERS: shopeeVouchers,
  TIKTOK_ORDERS: tiktokOrders,
  TIKTOK_AFFILIATE: tiktokAffiliate,
  TIKTOK_CREATORS: tiktokCreators,
  TIKTOK_VIDEOS: tiktokVideos,
  TOKOPEDIA_LEGACY: tokopediaLegacy,
  META_ADS: metaAds,
};
