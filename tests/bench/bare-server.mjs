import { createServer } from "node:http";

/** What Node can do at most: a 302 with a fixed address, nothing read, nothing remembered. */
const server = createServer((_request, response) => {
  response.writeHead(302, { Location: "/p/produk" });
  response.end();
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: server.address().port }));
