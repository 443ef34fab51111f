import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://hub.example.org/",
  cacheDir: ".cache",
  integrations: [sitemap()],
  devToolbar: { enabled: false },
  vite: { cacheDir: ".cache/vite" },
  markdown: { syntaxHighlight: false },
});
