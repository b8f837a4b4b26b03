import { useTranslation } from "react-i18next";
import { SecretOnce } from "~/ui/secret-once";

/** The WooCommerce secret that was just made. */
export function NewSecret({ secret }: { secret: string }) {
  const { t } = useTranslation("tracking");
  return (
    <SecretOnce
      secret={secret}
      title={t("sources.woo.secretTitle")}
      text={t("sources.woo.secretText")}
      copyLabel={t("sources.copy")}
      copiedLabel={t("sources.copied")}
    />
  );
}
