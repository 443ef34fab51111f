import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const studies = defineCollection({
  loader: glob({ pattern: "*.md", base: "src/content/case-studies" }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    date: z.date(),
    themes: z.array(z.string()),
    reach: z.string(),
  }),
});
const pilots = defineCollection({
  loader: glob({ pattern: "*.md", base: "src/content/pilots" }),
  schema: z.object({ title: z.string(), description: z.string() }),
});

export const collections = { studies, pilots };
