"""How Python sees what it got, in the words of the scenario table."""
import struct
import zlib
from datetime import date, datetime, time, timedelta, timezone
from math import isnan


def bits(value, form, nan):
    return nan if isnan(value) else struct.pack(form, value).hex()


def instant(value):
    """In UTC, with as many digits as there are."""
    text = value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")
    # strftime does not fill up years of less than four digits.
    return text.rstrip("0").rstrip(".") + "Z"


def duration(value):
    """Without years and months, which a timedelta does not have."""
    hours, rest = divmod(abs(value).seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    fraction = ("%.6f" % (seconds + abs(value).microseconds / 1e6)).rstrip("0").rstrip(".")
    clock = [(hours, "H"), (minutes, "M"), (fraction if fraction != "0" else 0, "S")]
    time_ = "".join("%s%s" % part for part in clock if part[0])
    days = "%dD" % abs(value).days if abs(value).days else ""
    return ("-" if value < timedelta(0) else "") + "P" + days + ("T" + time_ if time_ else "")


def show(name, value):
    if name == "single":
        return bits(value, ">f", "7fc00000")
    if name == "double":
        return bits(value, ">d", "7ff8000000000000")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, (date, time)):
        text_ = value.isoformat()
        return text_.rstrip("0") if "." in text_ else text_
    if isinstance(value, timedelta):
        return duration(value)
    if isinstance(value, (list, tuple)):
        return b"".join(value).hex()
    return format(value, "f") if name == "money" else str(value)


def scalars(value):
    return ["%s=%s" % (name, show(name, getattr(value, name))) for name in type(value)._type_info]


def person(value, prefix=""):
    def line(name, member, absent="absent"):
        return "%s%s=%s" % (prefix, name, absent if member is None else show(name, member))

    lines = [
        line("id", value.id), line("active", value.active), line("name", value.name), line("nick", value.nick),
        line("email", value.email, "nil"), line("age", value.age), line("color", value.color),
    ]
    lines += ["%slikes[%d]=%s" % (prefix, at, color) for at, color in enumerate(value.likes or [])]
    if value.home is None:
        lines.append(line("home", None))
    else:
        lines += [line("home.street", value.home.street), line("home.city", value.home.city)]
    credit = value.credit
    lines.append(line("credit", None if credit is None else "%s %s" % (
        format(credit.value, "f"), "absent" if credit.currency is None else credit.currency)))
    for at, friend in enumerate(value.friends or []):
        lines += person(friend, "%sfriends[%d]." % (prefix, at))
    return lines


def shape(value):
    kind = type(value).__name__
    return "%s=%s %s" % (kind, value.label, value.radius if kind == "Circle" else value.side)


def text(value):
    octets_ = value.encode("utf-8")
    return "text=%d %d %08x" % (len(value), len(octets_), zlib.adler32(octets_))


def octets(value):
    joined = b"".join(value)
    return "bytes=%d %08x" % (len(joined), zlib.adler32(joined))
