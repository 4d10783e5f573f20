"""Scrapy settings of the project. Each changed setting has its default and the reason beside it."""

from newsarchive import __version__

BOT_NAME = "newsarchive"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"

# Ours: the archive file that a crawl writes, in the current folder unless -s ARCHIVE=… says otherwise.
ARCHIVE = "archive.db"

# Ours: a page of a dump larger than this many bytes is set aside; a printed page has some 60,000, a thick one 1 MB.
DUMP_PAGE_BYTES = 8 * 1024 * 1024

# Ours: a TOML file of topics of one's own, added to those of newsarchive; "" for none. What is stored already gets them
# by `newsarchive retag --topics FILE`.
TOPICS_FILE = ""

# Overrides the built-in `crawl`, whose exit status is 0 whatever happened. Default: "".
COMMANDS_MODULE = "newsarchive.crawl.commands"

# The stages in the order in which text flows through them.
ITEM_PIPELINES = {
    "pipelines.decode.DecodePipeline": 100,  # bytes → text, date and page label; a page already held stops here
    "pipelines.clean.CleanPipeline": 200,  # text → clean text, every change with its rule
    "pipelines.segment.SegmentPipeline": 300,  # clean text → articles, a role for every stretch
    "pipelines.tag.TagPipeline": 400,  # articles → topics, people, places, key phrases
    "pipelines.check.CheckPipeline": 500,  # accounts add up; doubts become problems
    "pipelines.store.StorePipeline": 600,  # a page in one transaction; counts every unit once
}

EXTENSIONS = {
    "newsarchive.crawl.progress.Progress": 500,  # a progress line, on a terminal only
    "scrapy.extensions.corestats.CoreStats": 0,
}

# One honest name; a paper's webmaster can see who asks. Default: "Scrapy/VERSION (+https://scrapy.org)".
USER_AGENT = f"newsarchive/{__version__} (personal research archive)"
# Default: True since project templates; stated here because a mirror must never change it by accident.
ROBOTSTXT_OBEY = True
# Default: False. Papers' servers are small: one request at a time, slower when they are slow.
AUTOTHROTTLE_ENABLED = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# Default: False. An archive must know whom it talks to.
DOWNLOAD_VERIFY_CERTIFICATES = True
# Default: 1 GiB. No page or article comes near 64 MiB.
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024
# Default: True. Sessions are never needed to read a paper.
COOKIES_ENABLED = False
# Default: True. Both open a port that accepts commands; a cron job needs neither.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# Default: "scrapy.logformatter.LogFormatter", which logs whole items.
LOG_FORMATTER = "newsarchive.crawl.logformat.ShortLogFormatter"
# Default: None, which escapes every Chinese character.
FEED_EXPORT_ENCODING = "utf-8"
