"""Open zip files member by member, in memory; nothing is ever written to disk."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from sayso.errors import ReadError
from sayso.hooks import Content, Part
from sayso.read.discover import is_wanted
from sayso.read.limits import BOMB_FLOOR, BOMB_RATIO, MEMBER_LIMIT, UNPACKED_LIMIT

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_UNPACK = "unpack it and give the folder"


def read_zip(raw: bytes, *, limit: int = UNPACKED_LIMIT) -> Content:
    """Read a zip file: its members are its parts, in the order of their names.

    Members that cannot be read come as parts with a problem; the rest is read.

    Args:
        raw: the archive.
        limit: bytes that it may unpack to.

    Raises:
        ReadError: the archive is damaged, empty, or holds too many files.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        reason = "is a damaged or truncated archive"
        raise ReadError(reason, "get the file again") from error
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        if len(members) > MEMBER_LIMIT:
            reason = f"holds more than {MEMBER_LIMIT:,} files"
            raise ReadError(reason, _UNPACK)
        parts = tuple(_parts(archive, _wanted(members), limit))
    if not parts:
        reason = "is an archive without any files to read"
        raise ReadError(reason, "leave it out")
    return Content(text=None, parts=parts)


def _wanted(members: list[zipfile.ZipInfo]) -> list[tuple[str, zipfile.ZipInfo]]:
    """Return the members with their names, sorted; a repeated name gets a number."""
    named: list[tuple[str, zipfile.ZipInfo]] = []
    times: dict[str, int] = {}
    for member in sorted(
        members, key=lambda member: (_name(member), member.header_offset)
    ):
        name = _name(member)
        if not all(is_wanted(piece) for piece in name.split("/") if piece != ".."):
            continue
        times[name] = times.get(name, 0) + 1
        named.append((name if times[name] == 1 else f"{name}#{times[name]}", member))
    return named


def _parts(
    archive: zipfile.ZipFile, members: list[tuple[str, zipfile.ZipInfo]], limit: int
) -> Iterator[Part]:
    left = limit
    for name, member in members:
        try:
            raw = _unpack(archive, member, left)
        except ReadError as problem:
            yield Part(name=name, problem=problem)
            continue
        left -= len(raw)
        yield Part(name=name, raw=raw)


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    """Return the bytes of a member; what its header promises is not believed."""
    _check(member)
    allowed = min(left, max(BOMB_FLOOR, member.compress_size * BOMB_RATIO))
    try:
        with archive.open(member) as stream:
            raw = stream.read(allowed + 1)
    except (NotImplementedError, RuntimeError) as error:
        reason = "is packed in a way sayso cannot unpack"
        raise ReadError(reason, _UNPACK) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        reason = "is damaged inside its archive"
        raise ReadError(reason, "get the archive again") from error
    if len(raw) <= allowed:
        return raw
    if allowed == left:
        reason = "comes after more unpacked data than one archive may hold"
        raise ReadError(reason, _UNPACK)
    reason = f"unpacks to more than {BOMB_RATIO} times its size (a zip bomb?)"
    raise ReadError(reason, "unpack it yourself if you trust it")


def _check(member: zipfile.ZipInfo) -> None:
    pieces = PurePosixPath(_name(member)).parts
    if ".." in pieces or pieces[0] == "/" or pieces[0].endswith(":"):
        reason = "has a path that leads outside the archive"
        raise ReadError(reason, "do not trust this archive; unpack it by hand")
    if member.flag_bits & _ENCRYPTED:
        reason = "is encrypted inside its archive"
        raise ReadError(reason, "unpack it with its password and give the folder")
    if stat.S_ISLNK(member.external_attr >> 16):
        reason = "is a link, not a file"
        raise ReadError(reason, "add the file it points to")


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's path with forward slashes, its characters as meant.

    Many programs write UTF-8 names without saying so, and they come out as code page
    437; names that really are in that code page are hardly ever valid UTF-8.
    """
    name = member.filename.replace("\\", "/")
    if member.flag_bits & _UTF8_NAME:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name
