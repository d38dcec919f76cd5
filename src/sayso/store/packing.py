"""The bytes of the files themselves, kept in the case."""

import zlib

from sayso.store.records import PackedRaw

RAW_LIMIT = 64 * 2**20
"""Larger files are kept by path and hash only: a case must stay a file one can copy,
and SQLite holds no more than a gigabyte in one place."""


def pack(sha256: str | None, size: int, raw: bytes) -> PackedRaw | None:
    """Return the bytes of a file as the store keeps them; None without a hash.

    Args:
        sha256: of the bytes.
        size: of the file.
        raw: the bytes; empty when the reader found them too many to hold.
    """
    if sha256 is None:
        return None
    if size > RAW_LIMIT or len(raw) != size:
        return PackedRaw(sha256=sha256, size=size, packing="path", data=None)
    data = zlib.compress(raw)
    return PackedRaw(sha256=sha256, size=size, packing="zlib", data=data)


def unpack(packing: str, data: bytes | None) -> bytes | None:
    """Return the bytes that `pack` kept; None when only their path was kept.

    Raises:
        ValueError: the packed bytes are damaged.
    """
    if packing == "path" or data is None:
        return None
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        msg = f"the kept bytes are damaged ({error})"
        raise ValueError(msg) from error
