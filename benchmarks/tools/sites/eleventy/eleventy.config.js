import { feedPlugin } from "@11ty/eleventy-plugin-rss";
import footnote from "markdown-it-footnote";

export default function (config) {
  config.amendLibrary("md", (library) => library.use(footnote));
  config.addCollection("studies", (all) => all.getFilteredByGlob("content/case-studies/*.md").reverse());
  config.addCollection("pilots", (all) => all.getFilteredByGlob("content/pilots/*.md"));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addPlugin(feedPlugin, {
    type: "atom",
    outputPath: "/feed.xml",
    collection: { name: "studies", limit: 50 },
    metadata: {
      language: "en",
      title: "Network of districts",
      base: "https://hub.example.org/",
      author: { name: "Nobody" },
    },
  });
  return {
    dir: { input: "content", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
