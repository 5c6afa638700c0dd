import { expect, test } from "vitest";
import { float64, name, signed, unsigned } from "../../engine/kernel/wasm/bytes.ts";

// Well-known examples of LEB128, and the ends of the 32-bit range.
test("whole numbers", () => {
  expect([2, 127, 128, 129, 624_485, 0xffffffff].map((x) => unsigned(x))).toEqual([
    [0x02],
    [0x7f],
    [0x80, 0x01],
    [0x81, 0x01],
    [0xe5, 0x8e, 0x26],
    [0xff, 0xff, 0xff, 0xff, 0x0f],
  ]);
  expect([2, -2, 127, -127, 128, -128, -123_456, -0x80000000].map((x) => signed(x))).toEqual([
    [0x02],
    [0x7e],
    [0xff, 0x00],
    [0x81, 0x7f],
    [0x80, 0x01],
    [0x80, 0x7f],
    [0xc0, 0xbb, 0x78],
    [0x80, 0x80, 0x80, 0x80, 0x78],
  ]);
});

test("doubles and names", () => {
  expect(float64(1)).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  expect(float64(-0)).toEqual([0, 0, 0, 0, 0, 0, 0, 0x80]);
  expect(name("add")).toEqual([3, 0x61, 0x64, 0x64]);
});
