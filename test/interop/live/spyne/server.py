"""The interop service on spyne. Arguments: port, version of SOAP ("11" or "12")."""
import logging
import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

from spyne import Application, Fault, ServiceBase, rpc
from spyne.model.binary import ByteArray
from spyne.model.complex import Array, ComplexModel, XmlAttribute, XmlData
from spyne.model.enum import Enum
from spyne.model.primitive import (
    AnyUri, Boolean, Date, DateTime, Decimal, Double, Duration, Float, Integer, Integer8, Integer16, Integer32,
    Integer64, Time, Unicode, UnsignedInteger8, UnsignedInteger16, UnsignedInteger32, UnsignedInteger64)
from spyne.protocol.soap import Soap11, Soap12
from spyne.server.wsgi import WsgiApplication

import views

NS = "urn:example:interop"


def needed(kind, **more):
    return kind.customize(min_occurs=1, nullable=False, **more)


def optional(kind):
    return kind.customize(min_occurs=0, nullable=False)


def repeated(kind):
    return kind.customize(min_occurs=0, max_occurs="unbounded", nullable=False)


# spyne 2.14 cannot read hexBinary under Python 3: `hex` is base64 here.
class Scalars(ComplexModel):
    __namespace__ = NS
    _type_info = [
        ("text", needed(Unicode)), ("flag", needed(Boolean)), ("int8", needed(Integer8)),
        ("int16", needed(Integer16)), ("int32", needed(Integer32)), ("int64", needed(Integer64)),
        ("uint8", needed(UnsignedInteger8)), ("uint16", needed(UnsignedInteger16)),
        ("uint32", needed(UnsignedInteger32)), ("uint64", needed(UnsignedInteger64)), ("big", needed(Integer)),
        ("money", needed(Decimal)), ("single", needed(Float)), ("double", needed(Double)),
        ("instant", needed(DateTime(timezone=False))), ("day", needed(Date)), ("clock", needed(Time)),
        ("span", needed(Duration)), ("base64", needed(ByteArray)), ("hex", needed(ByteArray)),
        ("uri", needed(AnyUri)),
    ]


Color = Enum("red", "light blue", "n/a", type_name="Color")


class Amount(ComplexModel):
    __namespace__ = NS
    _type_info = [("value", XmlData(Decimal)), ("currency", XmlAttribute(Unicode))]


class Address(ComplexModel):
    __namespace__ = NS
    _type_info = [("street", needed(Unicode)), ("city", optional(Unicode))]


class Person(ComplexModel):
    __namespace__ = NS
    _type_info = [
        ("id", XmlAttribute(Integer32, use="required")), ("active", XmlAttribute(Boolean)),
        ("name", needed(Unicode)), ("nick", optional(Unicode)), ("email", Unicode(min_occurs=1, nullable=True)),
        ("age", Integer32(min_occurs=0, nullable=True)), ("color", needed(Color)), ("likes", repeated(Color)),
        ("home", optional(Address)), ("credit", optional(Amount)),
    ]


Person.append_field("friends", repeated(Person))


class Shape(ComplexModel):
    __namespace__ = NS
    _type_info = [("label", needed(Unicode))]


class Circle(Shape):
    __namespace__ = NS
    _type_info = [("radius", needed(Double))]


class Square(Shape):
    __namespace__ = NS
    _type_info = [("side", needed(Integer32))]


def answer(name, kind):
    """A type with a value and the lines of how it was seen."""
    members = [("value", kind), ("view", repeated(Unicode))]
    return type(name, (ComplexModel,), {"__namespace__": NS, "_type_info": members})


ScalarsAnswer = answer("ScalarsAnswer", needed(Scalars))
PersonAnswer = answer("PersonAnswer", needed(Person))
ShapesAnswer = answer("ShapesAnswer", repeated(Shape))
TextsAnswer = answer("TextsAnswer", repeated(Unicode))
BytesAnswer = answer("BytesAnswer", needed(ByteArray))


class LogInAnswer(ComplexModel):
    __namespace__ = NS
    view = repeated(Unicode)


class Session(ComplexModel):
    __namespace__ = NS
    _type_info = [("user", needed(Unicode)), ("ticket", needed(Integer64))]


class Rejected(Fault):
    __namespace__ = NS
    _type_info = [("code", needed(Integer32)), ("what", needed(Unicode))]


class Interop(ServiceBase):
    @rpc(needed(Scalars), _returns=ScalarsAnswer)
    def EchoScalars(ctx, value):
        # No bytes come as None.
        value.base64 = value.base64 or [b""]
        value.hex = value.hex or [b""]
        return ScalarsAnswer(value=value, view=views.scalars(value))

    @rpc(needed(Person), _returns=PersonAnswer)
    def EchoPerson(ctx, value):
        return PersonAnswer(value=value, view=views.person(value))

    @rpc(repeated(Shape), _returns=ShapesAnswer)
    def EchoShapes(ctx, value):
        return ShapesAnswer(value=value, view=[views.shape(each) for each in value or []])

    @rpc(repeated(Unicode), _returns=TextsAnswer)
    def EchoTexts(ctx, value):
        return TextsAnswer(value=value, view=[views.text(each) for each in value or []])

    @rpc(needed(ByteArray), _returns=BytesAnswer)
    def EchoBytes(ctx, value):
        value = value or [b""]
        return BytesAnswer(value=value, view=[views.octets(value)])

    @rpc(needed(Unicode), _throws=[Rejected])
    def Fail(ctx, how):
        if how == "undeclared":
            raise Fault("Server", "boom")
        if how == "crash":
            raise ValueError("crash")
        detail = {"code": "42", "what": "größe & <more>"}
        qualified = {"{%s}%s" % (NS, name): text for name, text in detail.items()}
        raise Rejected("Client", "rejected", detail={"{%s}Rejected" % NS: qualified})

    @rpc(needed(Unicode), _in_header=(Session,), _out_header=(Session,), _returns=LogInAnswer)
    def LogIn(ctx, question):
        session = ctx.in_header
        if session is None:
            return LogInAnswer(view=["session=absent"])
        ctx.out_header = Session(user=session.user[::-1], ticket=session.ticket + 1)
        return LogInAnswer(view=["question=" + question, "user=" + session.user, "ticket=%d" % session.ticket])

    @rpc()
    def Ping(ctx):
        pass


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


def main():
    port, version = sys.argv[1:]
    logging.basicConfig(level=logging.ERROR)
    protocol = Soap12 if version == "12" else Soap11
    # One of them validates what comes against its schema; libxml2 knows no decimals of more than 24 digits.
    validator = "lxml" if version == "11" else None
    application = Application(
        [Interop], NS, name="Interop", in_protocol=protocol(validator=validator, huge_tree=True),
        out_protocol=protocol(polymorphic=True))
    wsgi = WsgiApplication(application, max_content_length=64 * 1024 * 1024)
    make_server("127.0.0.1", int(port), wsgi, handler_class=Quiet).serve_forever()


main()
