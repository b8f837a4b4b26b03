-- An influencer's own report only shows by which link an order came. What was copied into it of the order's worth goes:
-- such a copy kept orders and refunds alive that the institution had taken back. Afterwards: npm run reattribute.
UPDATE "conversion_report" AS r
SET "amount_rupiah" = NULL, "refunded_rupiah" = NULL, "status" = NULL, "occurred_at" = NULL, "channel" = 'SHOPEE',
    "evidence" = jsonb_set(r."evidence", '{handles}', '[]')
FROM "report_import" AS i
WHERE i."id" = r."import_id" AND i."creator_id" IS NOT NULL AND r."source" = 'SHOPEE_COMMISSION';
