"""How much is too much, and why: every limit on input in one place."""

TEXT_LIMIT = 16 * 2**20
"""Bytes of one text file, mail or page. The longest public inquiries run to some 2.6
million words, 16 MB; more in one file is a dump of many reports, whose statements
could not be told apart by report and would take an hour of work on one core."""

FILE_LIMIT = 256 * 2**20
"""Bytes of any one file. Larger PDFs are scans, larger archives belong in a folder;
each worker holds the whole file in memory."""

UNPACKED_LIMIT = 256 * 2**20
"""Bytes that one archive, with all inside it, may unpack to: thousands of reports,
and with their text still well under a gigabyte of memory."""

MEMBER_LIMIT = 10_000
"""Files in one archive; more belong in a folder, where progress can be shown."""

BOMB_RATIO = 200
"""Text packs 3 to 10 times, the emptiest log file some 50 times; DEFLATE's best,
which only made-up files come near, is 1032."""

BOMB_FLOOR = 2**20
"""Bytes unpacked under which the ratio does not matter."""

DEPTH_LIMIT = 3
"""Containers within containers: a forwarded mail in a mail in an archive is real, more
is a trap."""

PAGE_LIMIT = 20_000
"""Pages of one PDF; the longest court bundles stay under it."""
