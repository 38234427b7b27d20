import interop.gen.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.zip.Adler32;
import javax.xml.bind.JAXBElement;
import javax.xml.datatype.XMLGregorianCalendar;

/** How Java sees what it got, in the words of the scenario table. */
final class Views {
  static List<String> scalars(Scalars value) {
    List<String> lines = new ArrayList<>();
    lines.add("text=" + value.getText());
    lines.add("flag=" + value.isFlag());
    lines.add("int8=" + value.getInt8());
    lines.add("int16=" + value.getInt16());
    lines.add("int32=" + value.getInt32());
    lines.add("int64=" + value.getInt64());
    lines.add("uint8=" + value.getUint8());
    lines.add("uint16=" + value.getUint16());
    lines.add("uint32=" + value.getUint32());
    lines.add("uint64=" + value.getUint64());
    lines.add("big=" + value.getBig());
    lines.add("money=" + value.getMoney().toPlainString());
    lines.add(String.format("single=%08x", Float.floatToIntBits(value.getSingle())));
    lines.add(String.format("double=%016x", Double.doubleToLongBits(value.getDouble())));
    lines.add("instant=" + instant(value.getInstant()));
    lines.add("day=" + value.getDay());
    lines.add("clock=" + value.getClock());
    lines.add("span=" + value.getSpan());
    lines.add("base64=" + hex(value.getBase64()));
    lines.add("hex=" + hex(value.getHex()));
    lines.add("uri=" + value.getUri());
    return lines;
  }

  /** In UTC. */
  static String instant(XMLGregorianCalendar value) {
    return value.normalize().toXMLFormat();
  }

  static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) text.append(String.format("%02x", each));
    return text.toString();
  }

  static void person(Person person, String prefix, List<String> lines) {
    lines.add(prefix + "id=" + person.getId());
    lines.add(prefix + "active=" + optional(person.isActive()));
    lines.add(prefix + "name=" + person.getName());
    lines.add(prefix + "nick=" + optional(person.getNick()));
    lines.add(prefix + "email=" + (person.getEmail() == null ? "nil" : person.getEmail()));
    JAXBElement<Integer> age = person.getAge();
    lines.add(prefix + "age=" + (age == null ? "absent" : age.isNil() ? "nil" : age.getValue()));
    lines.add(prefix + "color=" + person.getColor().value());
    for (int at = 0; at < person.getLikes().size(); at++)
      lines.add(prefix + "likes[" + at + "]=" + person.getLikes().get(at).value());
    Address home = person.getHome();
    if (home == null) {
      lines.add(prefix + "home=absent");
    } else {
      lines.add(prefix + "home.street=" + home.getStreet());
      lines.add(prefix + "home.city=" + optional(home.getCity()));
    }
    Amount credit = person.getCredit();
    lines.add(prefix + "credit=" + (credit == null ? "absent"
        : credit.getValue().toPlainString() + " " + optional(credit.getCurrency())));
    for (int at = 0; at < person.getFriends().size(); at++)
      person(person.getFriends().get(at), prefix + "friends[" + at + "].", lines);
  }

  static String optional(Object value) {
    return value == null ? "absent" : value.toString();
  }

  static String shape(Shape shape) {
    if (shape instanceof Circle) return "Circle=" + shape.getLabel() + " " + ((Circle) shape).getRadius();
    return "Square=" + shape.getLabel() + " " + ((Square) shape).getSide();
  }

  static String text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "text=" + text.codePointCount(0, text.length()) + " " + bytes.length + " " + adler32(bytes);
  }

  static String bytes(byte[] bytes) {
    return "bytes=" + bytes.length + " " + adler32(bytes);
  }

  static String adler32(byte[] bytes) {
    Adler32 sum = new Adler32();
    sum.update(bytes);
    return String.format("%08x", sum.getValue());
  }
}
