"""What a run found, in the forms that people, editors and CI read."""

from cbsite.reports.explanations import Explanation, read_explanations
from cbsite.reports.github import as_github
from cbsite.reports.gitlab import as_gitlab
from cbsite.reports.json_report import as_json
from cbsite.reports.sarif import as_sarif
from cbsite.reports.text_report import as_text, counts

__all__ = [
    "Explanation",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_sarif",
    "as_text",
    "counts",
    "read_explanations",
]
