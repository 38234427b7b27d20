// How gSOAP sees what it got, in the words of the scenario table.
#include "soapH.h"
#include <cmath>
#include <cstdint>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

typedef std::vector<std::string> Lines;

/** The checksum of RFC 1950. */
inline std::string adler32(const unsigned char *bytes, size_t size) {
  uint32_t low = 1, high = 0;
  for (size_t at = 0; at < size; at++) {
    low = (low + bytes[at]) % 65521;
    high = (high + low) % 65521;
  }
  char text[9];
  snprintf(text, sizeof text, "%08x", high << 16 | low);
  return text;
}

inline std::string hex(const unsigned char *bytes, size_t size) {
  std::string text;
  for (size_t at = 0; at < size; at++) {
    char digits[3];
    snprintf(digits, sizeof digits, "%02x", bytes[at]);
    text += digits;
  }
  return text;
}

inline std::string bits(float value) {
  if (std::isnan(value)) return "7fc00000";
  uint32_t number;
  memcpy(&number, &value, sizeof number);
  char text[9];
  snprintf(text, sizeof text, "%08x", number);
  return text;
}

inline std::string bits(double value) {
  if (std::isnan(value)) return "7ff8000000000000";
  uint64_t number;
  memcpy(&number, &value, sizeof number);
  char text[17];
  snprintf(text, sizeof text, "%016llx", (unsigned long long)number);
  return text;
}

/** In UTC. */
inline std::string instant(time_t value) {
  char text[40];
  strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", gmtime(&value));
  return text;
}

inline void viewScalars(const ns1__Scalars &value, Lines &lines) {
  lines.push_back("text=" + value.text);
  lines.push_back(value.flag ? "flag=true" : "flag=false");
  lines.push_back("int8=" + std::to_string((int)value.int8));
  lines.push_back("int16=" + std::to_string(value.int16));
  lines.push_back("int32=" + std::to_string(value.int32));
  lines.push_back("int64=" + std::to_string(value.int64));
  lines.push_back("uint8=" + std::to_string((int)value.uint8));
  lines.push_back("uint16=" + std::to_string(value.uint16));
  lines.push_back("uint32=" + std::to_string(value.uint32));
  lines.push_back("uint64=" + std::to_string(value.uint64));
  lines.push_back("big=" + value.big);
  lines.push_back("money=" + value.money);
  lines.push_back("single=" + bits(value.single));
  lines.push_back("double=" + bits(value.double_));
  lines.push_back("instant=" + instant(value.instant));
  lines.push_back("day=" + value.day);
  lines.push_back("clock=" + value.clock);
  lines.push_back("span=" + value.span);
  lines.push_back("base64=" + hex(value.base64.__ptr, value.base64.__size));
  lines.push_back("hex=" + hex(value.hex.__ptr, value.hex.__size));
  lines.push_back("uri=" + value.uri);
}

inline void viewPerson(const ns1__Person &person, const std::string &prefix, Lines &lines) {
  auto line = [&](const std::string &text) { lines.push_back(prefix + text); };
  auto text = [](const std::string *value) { return value == NULL ? std::string("absent") : *value; };
  line("id=" + std::to_string(person.id));
  line(std::string("active=") + (person.active == NULL ? "absent" : *person.active ? "true" : "false"));
  line("name=" + person.name);
  line("nick=" + text(person.nick));
  line("email=" + (person.email == NULL ? "nil" : *person.email));
  line("age=" + (person.age == NULL ? "absent" : std::to_string(*person.age)));
  line(std::string("color=") + soap_ns1__Color2s(NULL, person.color));
  for (size_t at = 0; at < person.likes.size(); at++)
    line("likes[" + std::to_string(at) + "]=" + soap_ns1__Color2s(NULL, person.likes[at]));
  if (person.home == NULL) {
    line("home=absent");
  } else {
    line("home.street=" + person.home->street);
    line("home.city=" + text(person.home->city));
  }
  line("credit=" + (person.credit == NULL ? "absent" : person.credit->__item + " " + text(person.credit->currency)));
  for (size_t at = 0; at < person.friends.size(); at++)
    viewPerson(*person.friends[at], prefix + "friends[" + std::to_string(at) + "].", lines);
}

inline std::string viewShape(const ns1__Shape *shape) {
  std::ostringstream text;
  if (const ns1__Circle *circle = dynamic_cast<const ns1__Circle *>(shape))
    text << "Circle=" << shape->label << " " << circle->radius;
  else if (const ns1__Square *square = dynamic_cast<const ns1__Square *>(shape))
    text << "Square=" << shape->label << " " << square->side;
  else
    text << "Shape=" << shape->label;
  return text.str();
}

inline std::string viewText(const std::string &text) {
  size_t characters = 0;
  for (unsigned char each : text) characters += (each & 0xc0) != 0x80;
  return "text=" + std::to_string(characters) + " " + std::to_string(text.size()) + " " +
    adler32((const unsigned char *)text.data(), text.size());
}
