/**
 * The network of an address: what a provider gives to one customer or a neighbourhood, IPv4 /24 or IPv6 /48. The text
 * is the same for all addresses of the network and never leaves memory unhashed; what is no address is its own.
 */
export function networkOf(address: string): string {
  if (address.includes(".")) {
    // Node shows IPv4 on a socket for both families as ::ffff:203.0.113.9.
    return address.slice(address.lastIndexOf(":") + 1, address.lastIndexOf("."));
  }
  const gap = address.indexOf("::");
  const head = groupsOf(gap < 0 ? address : address.slice(0, gap));
  const tail = gap < 0 ? [] : groupsOf(address.slice(gap + 2));
  const zeros = Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(zeros).fill("0"), ...tail];
  return groups
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":");
}

function groupsOf(text: string): string[] {
  return text === "" ? [] : text.split(":");
}
