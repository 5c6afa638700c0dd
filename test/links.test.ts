import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./snippets.ts";

/* What the pages lead to is there: files, and headings in them. */

const pages = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** A heading as links name it: small letters, without marks, hyphens for spaces. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");

const textOf = (page: string): string => readFileSync(join(root, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");

test.each(pages)("%s", (page) => {
  const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]);
  const broken = links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [file, anchor] = link.split("#");
    const target = file === "" ? page : join(dirname(page), file);
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    const headings = textOf(target).match(/^#+ .*$/gm) ?? [];
    return !headings.map(anchorOf).includes(decodeURIComponent(anchor));
  });
  expect(broken).toEqual([]);
});

test("every page of docs is led to from the README, or from a page that is", () => {
  const reached = new Set(["README.md"]);
  for (const page of reached)
    for (const [, link] of textOf(page).matchAll(/\]\(([^)\s#]+\.md)/g))
      if (!link.startsWith("http")) reached.add(join(dirname(page), link));
  expect(pages.filter((page) => page !== "CHANGELOG.md" && !reached.has(page))).toEqual([]);
});
