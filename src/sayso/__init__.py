"""sayso: on whose say-so? Sources, denials and origins of contested claims."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.case import Case

__version__ = "0.1.0"
__all__ = ["Case", "__version__"]


def __getattr__(name: str) -> object:
    """Import `Case` when it is first asked for: `import sayso` stays instant."""
    if name == "Case":
        from sayso.case import Case

        return Case
    msg = f"module 'sayso' has no attribute {name!r}"
    raise AttributeError(msg)
