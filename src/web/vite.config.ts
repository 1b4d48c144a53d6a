import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { dataPlaceholder, marketPlaceholder, noncePlaceholder } from "../server/files.ts";

const outDir = join(import.meta.dirname, "../../dist/web");

/** What the first page may weigh in scripts, compressed: the build fails above it, so that nobody finds out later. Charts, palette and dialogs load when they are needed. */
const firstPageBytes = 200_000;

/** The largest script that is loaded later, before it is compressed: the Brief, with its editor and the reader. Above it the build says so. */
const laterChunkKb = 900;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), marketOfPage(), precompressed(), firstPage()],
  html: { cspNonce: noncePlaceholder },
  build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: laterChunkKb },
  worker: { format: "es" },
  server: { proxy: { "/api": "http://127.0.0.1:4870", "/openapi.json": "http://127.0.0.1:4870" } },
});

/** What the server fills in with whose market it is, and where it lies. */
function marketOfPage(): Plugin {
  return { name: "market-of-page", apply: "build", transformIndexHtml: () => Object.entries({ "strata-market": marketPlaceholder, "strata-data": dataPlaceholder }).map(([name, content]) => ({ tag: "meta", attrs: { name, content } })) };
}

/** Scripts and styles are sent as they were compressed here, once and well. */
function precompressed(): Plugin {
  return {
    name: "precompressed",
    apply: "build",
    closeBundle() {
      const assets = join(outDir, "assets");
      for (const name of readdirSync(assets).filter((file) => /\.(?:js|css)$/.test(file))) {
        const bytes = readFileSync(join(assets, name));
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/** Weighs the scripts that the Market page loads at once: the entry, the route, and all that these import statically. The figure is left in dist for the bench. */
function firstPage(): Plugin {
  return {
    name: "first-page",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
      const waiting = chunks.filter((chunk) => chunk.isEntry || chunk.facadeModuleId?.endsWith("/routes/market.tsx") === true).map((chunk) => chunk.fileName);
      if (waiting.length < 2) this.error("The Market page is no chunk of its own: what the first page weighs cannot be told.");
      const loaded = new Map<string, number>();
      for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        const chunk = bundle[name];
        if (chunk?.type !== "chunk" || loaded.has(name)) continue;
        loaded.set(name, gzipSync(chunk.code, { level: 9 }).length);
        waiting.push(...chunk.imports);
      }
      const bytes = [...loaded.values()].reduce((sum, one) => sum + one, 0);
      writeFileSync(join(outDir, "../first-page.json"), JSON.stringify({ bytes, most: firstPageBytes, chunks: Object.fromEntries(loaded) }, null, 2));
      if (bytes > firstPageBytes) this.error(`The first page loads ${bytes} bytes of scripts (gzip), more than the ${firstPageBytes} it may: ${[...loaded].map(([name, size]) => `${name} ${size}`).join(", ")}`);
    },
  };
}
