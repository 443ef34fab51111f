import rss from "@astrojs/rss";
import { newest } from "../studies.js";

export async function GET(context) {
  const studies = await newest();
  return rss({
    title: "Network of districts",
    description: "What the districts tried",
    site: context.site,
    items: studies.slice(0, 50).map((study) => ({
      title: study.data.title,
      description: study.data.description,
      pubDate: study.data.date,
      link: `/case-studies/${study.id}/`,
    })),
  });
}
