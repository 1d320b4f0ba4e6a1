// Another stage, or its reading back, begins at the top of the page; all else stays where it is.

export default function ({ data, parentElement }) {
  const page = parentElement.ownerDocument;
  const facts = page.documentElement.dataset;
  const before = facts.pathAt;
  facts.pathAt = data.at;
  if (before !== undefined && before !== data.at) {
    page.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0, behavior: "instant" });
  }
}
