// A service that takes signed calls only: soapcpp2 makes its code and its WSDL of this.
#import "wsse.h"
//gsoap ns service name: Signed
//gsoap ns service namespace: urn:example:signed
//gsoap ns schema namespace: urn:example:signed
//gsoap ns schema form: qualified
struct ns__echoResponse {
  char *text;
  LONG64 number;
};
int ns__echo(char *text, LONG64 number, struct ns__echoResponse &response);
