import { getCollection } from "astro:content";

/** All case studies, the newest first. */
export async function newest() {
  const studies = await getCollection("studies");
  return studies.sort((a, b) => b.data.date - a.data.date);
}
