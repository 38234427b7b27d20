<%@ WebService Language="C#" Class="Interop" %>
// The interop service as an ASMX service. Its WSDL is made from this code.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Web.Services;
using System.Web.Services.Protocols;
using System.Xml;
using System.Xml.Schema;
using System.Xml.Serialization;

public class Scalars {
  public string text; public bool flag; public sbyte int8; public short int16; public int int32; public long int64;
  public byte uint8; public ushort uint16; public uint uint32; public ulong uint64;
  [XmlElement(DataType = "integer")] public string big;
  public decimal money; public float single; public double @double;
  public DateTime instant;
  [XmlElement(DataType = "date")] public DateTime day;
  [XmlElement(DataType = "time")] public DateTime clock;
  [XmlElement(DataType = "duration")] public string span;
  public byte[] base64;
  [XmlElement(DataType = "hexBinary")] public byte[] hex;
  [XmlElement(DataType = "anyURI")] public string uri;
}

public enum Color { red, [XmlEnum("light blue")] LightBlue, [XmlEnum("n/a")] None }

public class Amount { [XmlText] public decimal Value; [XmlAttribute] public string currency; }

public class Address { public string street; public string city; }

public class Person {
  public string name; public string nick;
  [XmlElement(IsNullable = true)] public string email;
  [XmlElement(IsNullable = true)] public int? age; [XmlIgnore] public bool ageSpecified;
  public Color color;
  [XmlElement] public Color[] likes;
  public Address home; public Amount credit;
  [XmlElement] public Person[] friends;
  [XmlAttribute] public int id;
  [XmlAttribute] public bool active; [XmlIgnore] public bool activeSpecified;
}

[XmlInclude(typeof(Circle)), XmlInclude(typeof(Square))] public abstract class Shape { public string label; }
public class Circle : Shape { public double radius; }
public class Square : Shape { public int side; }

public class ScalarsAnswer { public Scalars value; [XmlElement] public List<string> view = new List<string>(); }
public class PersonAnswer { public Person value; [XmlElement] public List<string> view = new List<string>(); }
public class ShapesAnswer { [XmlElement] public Shape[] value; [XmlElement] public List<string> view = new List<string>(); }
public class TextsAnswer { [XmlElement] public string[] value; [XmlElement] public List<string> view = new List<string>(); }
public class BytesAnswer { public byte[] value; [XmlElement] public List<string> view = new List<string>(); }
public class LogInAnswer { [XmlElement] public List<string> view = new List<string>(); }

[XmlRoot("Session", Namespace = "urn:example:interop")]
public class Session : SoapHeader { public string user; public long ticket; }

[WebService(Namespace = "urn:example:interop")]
public class Interop : WebService {
  public Session session;

  [WebMethod] public ScalarsAnswer EchoScalars(Scalars value) {
    var answer = new ScalarsAnswer { value = value };
    Views.Scalars(value, answer.view);
    return answer;
  }

  [WebMethod] public PersonAnswer EchoPerson(Person value) {
    var answer = new PersonAnswer { value = value };
    Views.Person(value, "", answer.view);
    return answer;
  }

  [WebMethod] public ShapesAnswer EchoShapes([XmlElement("value")] Shape[] value) {
    var answer = new ShapesAnswer { value = value };
    foreach (var shape in value ?? new Shape[0]) answer.view.Add(Views.Of(shape));
    return answer;
  }

  [WebMethod] public TextsAnswer EchoTexts([XmlElement("value")] string[] value) {
    var answer = new TextsAnswer { value = value };
    foreach (var text in value ?? new string[0]) answer.view.Add(Views.Of(text));
    return answer;
  }

  [WebMethod] public BytesAnswer EchoBytes(byte[] value) {
    var answer = new BytesAnswer { value = value };
    answer.view.Add("bytes=" + value.Length + " " + Views.Adler32(value));
    return answer;
  }

  [WebMethod] public void Fail(string how) {
    if (how == "undeclared") throw new SoapException("boom", SoapException.ServerFaultCode);
    if (how == "crash") throw new InvalidOperationException("crash");
    var document = new XmlDocument();
    XmlNode detail = document.CreateNode(
      XmlNodeType.Element, SoapException.DetailElementName.Name, SoapException.DetailElementName.Namespace);
    XmlNode rejected = detail.AppendChild(document.CreateElement("Rejected", "urn:example:interop"));
    rejected.AppendChild(document.CreateElement("code", "urn:example:interop")).InnerText = "42";
    rejected.AppendChild(document.CreateElement("what", "urn:example:interop")).InnerText = "größe & <more>";
    throw new SoapException("rejected", SoapException.ClientFaultCode, "", detail);
  }

  [WebMethod, SoapHeader("session", Direction = SoapHeaderDirection.InOut)] public LogInAnswer LogIn(string question) {
    var answer = new LogInAnswer();
    if (session == null) {
      answer.view.Add("session=absent");
      return answer;
    }
    answer.view.AddRange(new[] { "question=" + question, "user=" + session.user, "ticket=" + session.ticket });
    char[] user = session.user.ToCharArray();
    Array.Reverse(user);
    session.user = new string(user);
    session.ticket++;
    return answer;
  }

  [WebMethod] public void Ping() { }
}

/** How C# sees what it got, in the words of the scenario table. */
static class Views {
  static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

  public static void Scalars(Scalars value, List<string> lines) {
    lines.Add("text=" + value.text);
    lines.Add("flag=" + (value.flag ? "true" : "false"));
    lines.Add("int8=" + value.int8);
    lines.Add("int16=" + value.int16);
    lines.Add("int32=" + value.int32);
    lines.Add("int64=" + value.int64);
    lines.Add("uint8=" + value.uint8);
    lines.Add("uint16=" + value.uint16);
    lines.Add("uint32=" + value.uint32);
    lines.Add("uint64=" + value.uint64);
    lines.Add("big=" + value.big);
    lines.Add("money=" + value.money.ToString(Plain));
    lines.Add("single=" + (float.IsNaN(value.single) ? "7fc00000" : Bits(BitConverter.GetBytes(value.single))));
    lines.Add("double=" + (double.IsNaN(value.@double) ? "7ff8000000000000" : Bits(BitConverter.GetBytes(value.@double))));
    lines.Add("instant=" + value.instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", Plain));
    lines.Add("day=" + value.day.ToString("yyyy-MM-dd", Plain));
    lines.Add("clock=" + value.clock.ToString("HH:mm:ss.FFFFFFF", Plain));
    lines.Add("span=" + value.span);
    lines.Add("base64=" + Hex(value.base64));
    lines.Add("hex=" + Hex(value.hex));
    lines.Add("uri=" + value.uri);
  }

  static string Bits(byte[] bytes) {
    if (BitConverter.IsLittleEndian) Array.Reverse(bytes);
    return Hex(bytes);
  }

  static string Hex(byte[] bytes) {
    var text = new StringBuilder();
    foreach (byte each in bytes) text.Append(each.ToString("x2"));
    return text.ToString();
  }

  static string Name(Color color) {
    return color == Color.LightBlue ? "light blue" : color == Color.None ? "n/a" : color.ToString();
  }

  public static void Person(Person person, string prefix, List<string> lines) {
    lines.Add(prefix + "id=" + person.id);
    lines.Add(prefix + "active=" + (person.activeSpecified ? person.active ? "true" : "false" : "absent"));
    lines.Add(prefix + "name=" + person.name);
    lines.Add(prefix + "nick=" + (person.nick ?? "absent"));
    lines.Add(prefix + "email=" + (person.email ?? "nil"));
    lines.Add(prefix + "age=" + (!person.ageSpecified ? "absent" : person.age.HasValue ? person.age.ToString() : "nil"));
    lines.Add(prefix + "color=" + Name(person.color));
    for (int at = 0; person.likes != null && at < person.likes.Length; at++)
      lines.Add(prefix + "likes[" + at + "]=" + Name(person.likes[at]));
    if (person.home == null) {
      lines.Add(prefix + "home=absent");
    } else {
      lines.Add(prefix + "home.street=" + person.home.street);
      lines.Add(prefix + "home.city=" + (person.home.city ?? "absent"));
    }
    lines.Add(prefix + "credit=" + (person.credit == null ? "absent"
      : person.credit.Value.ToString(Plain) + " " + (person.credit.currency ?? "absent")));
    for (int at = 0; person.friends != null && at < person.friends.Length; at++)
      Person(person.friends[at], prefix + "friends[" + at + "].", lines);
  }

  public static string Of(Shape shape) {
    var circle = shape as Circle;
    return circle != null
      ? "Circle=" + circle.label + " " + circle.radius.ToString(Plain)
      : "Square=" + shape.label + " " + ((Square)shape).side;
  }

  public static string Of(string text) {
    byte[] bytes = Encoding.UTF8.GetBytes(text);
    return "text=" + Encoding.UTF32.GetByteCount(text) / 4 + " " + bytes.Length + " " + Adler32(bytes);
  }

  /** The checksum of RFC 1950. */
  public static string Adler32(byte[] bytes) {
    uint low = 1, high = 0;
    foreach (byte each in bytes) {
      low = (low + each) % 65521;
      high = (high + low) % 65521;
    }
    return (high << 16 | low).ToString("x8");
  }
}
