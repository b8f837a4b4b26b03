/** The texts that a shop's owner copies. `origin` is Gaung's own address. */

type Place = { origin: string; key: string };

/** On every page: remembers by which click a visitor came. */
export function everyPageSnippet({ origin, key }: Place, askConsent: boolean): string {
  const consent = askConsent ? ' data-consent="required"' : "";
  return `<script async src="${origin}/t.js" data-institution="${key}"${consent}></script>`;
}

/** What a consent banner calls when the visitor agreed. */
export const CONSENT_SNIPPET = [
  "<script>",
  "  window.gaung = window.gaung || function () { (gaung.q = gaung.q || []).push(arguments) };",
  '  gaung("consent", true);',
  "</script>",
].join("\n");

/** On the thank-you page only, with the picture for browsers without scripts. */
export function thankYouSnippet({ origin, key }: Place): string {
  return [
    `<script async src="${origin}/t.js" data-institution="${key}"`,
    '  data-order="INV-0001" data-amount="150000" data-coupon=""></script>',
    `<noscript><img src="${origin}/t.gif?institution=${key}&id=INV-0001&amount=150000"`,
    '  width="1" height="1" alt="" referrerpolicy="origin"></noscript>',
  ].join("\n");
}

/** The same by JavaScript, for shops of one page. */
export const CALL_SNIPPET = [
  "window.gaung = window.gaung || function () { (gaung.q = gaung.q || []).push(arguments) };",
  'gaung("order", { id: "INV-0001", amount: 150000, coupon: "DEWI8K3" });',
].join("\n");

/**
 * WordPress code that writes the click marks into the order (`gaung_click`), at the classic till and at the one made of
 * blocks. The cookie holds nothing but the marks, is set at the till alone and ends after an hour.
 */
export function wordpressSnippet(place: Place): string {
  return [
    "add_action( 'wp_footer', function () {",
    `  echo '${everyPageSnippet(place, false)}';`,
    "  if ( is_checkout() ) {",
    "    echo '<script>window.gaung=window.gaung||function(){(gaung.q=gaung.q||[]).push(arguments)};'",
    '      . \'gaung("click",function(c){document.cookie="gaung_click="+c+";path=/;max-age=3600;SameSite=Lax;Secure"});</script>\';',
    "  }",
    "} );",
    "function gaung_save_click( $order ) {",
    "  if ( ! empty( $_COOKIE['gaung_click'] ) ) {",
    "    $order->update_meta_data( 'gaung_click', sanitize_text_field( wp_unslash( $_COOKIE['gaung_click'] ) ) );",
    "  }",
    "}",
    "add_action( 'woocommerce_checkout_create_order', 'gaung_save_click' );",
    "add_action( 'woocommerce_store_api_checkout_update_order_meta', 'gaung_save_click' );",
  ].join("\n");
}

/** Where WooCommerce sends its webhooks. */
export const wooAddress = (origin: string, endpointId: string) =>
  `${origin}/api/v1/webhooks/woocommerce/${endpointId}`;

/** A page of the shop, opened so that the script there reports itself. */
export const testAddress = (shop: string) => `${shop}/?gaung_test=1`;
