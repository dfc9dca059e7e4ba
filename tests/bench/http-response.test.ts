import { expect, test } from "vitest";
import { responseEnd } from "./http-response.ts";

const sized = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
const chunked =
  "HTTP/1.1 302 Found\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n0\r\n\r\r\nb\r\nhello world\r\n0\r\n\r\n";

test("a response ends where its length says", () => {
  const end = responseEnd(Buffer.from(sized));
  expect(end).toEqual({ status: 200, headBytes: sized.length - 5, bytes: sized.length });
});

test("a chunked response ends after its empty chunk, whatever the chunks contain", () => {
  expect(responseEnd(Buffer.from(chunked))).toMatchObject({ status: 302, bytes: chunked.length });
});

test("no response is complete while a byte of it is missing", () => {
  for (const text of [sized, chunked]) {
    for (let bytes = 0; bytes < text.length; bytes++) {
      expect(responseEnd(Buffer.from(text.slice(0, bytes)))).toBeNull();
    }
  }
});

test("the next response's bytes are not taken for this one's", () => {
  expect(responseEnd(Buffer.from(sized + chunked))?.bytes).toBe(sized.length);
});

test("a response without a body ends with its head", () => {
  const text = "HTTP/1.1 204 No Content\r\n\r\n";
  expect(responseEnd(Buffer.from(text))).toMatchObject({ status: 204, bytes: text.length });
});
