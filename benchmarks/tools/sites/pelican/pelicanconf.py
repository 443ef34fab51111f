"""Settings of Pelican."""

import json
from pathlib import Path

SITENAME = "Network of districts"
SITEURL = "https://hub.example.org"
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
ARTICLE_PATHS = ["case-studies"]
PAGE_PATHS = ["pilots"]
ARTICLE_URL = "case-studies/{slug}/"
ARTICLE_SAVE_AS = "case-studies/{slug}/index.html"
PAGE_URL = "pilots/{slug}/"
PAGE_SAVE_AS = "pilots/{slug}/index.html"
TAG_URL = "themes/{slug}/"
TAG_SAVE_AS = "themes/{slug}/index.html"
TAGS_SAVE_AS = "themes/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "pilots"]
PILOTS_SAVE_AS = "pilots/index.html"
IGNORE_FILES = []  # the default would ignore all under a folder whose name begins with a dot
STATIC_PATHS = []
PAGINATED_TEMPLATES = {"index": 50, "tag": 50}
DEFAULT_PAGINATION = 50
FEED_ALL_ATOM = "feed.xml"
TAG_FEED_ATOM = "themes/{slug}/feed.xml"
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 50
MARKDOWN = {
    "extensions": ["markdown.extensions.footnotes", "markdown.extensions.tables"],
    "output_format": "html5",
}
PLUGINS = ["pelican.plugins.sitemap"]
SITEMAP = {"format": "xml"}
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
JINJA_GLOBALS = {
    "figures": json.loads(
        Path(__file__).with_name("data").joinpath("figures.json").read_text("utf-8")
    )
}
