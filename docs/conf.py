"""How the documentation is built: Sphinx, MyST Markdown, Furo; nothing is fetched."""

from sayso import __version__

project = "sayso"
copyright = "the sayso authors"
release = version = __version__
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 4
source_suffix = {".md": "markdown"}
autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_default_options = {"exclude-members": "__init__, __new__"}
html_theme = "furo"
html_title = "sayso"
html_copy_source = False
html_show_sphinx = False
