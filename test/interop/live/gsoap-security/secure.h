// A service that takes calls of known users only: soapcpp2 makes its code and its WSDL of this.
#import "wsse.h"
//gsoap ns service name: Secure
//gsoap ns service namespace: urn:example:secure
//gsoap ns schema namespace: urn:example:secure
//gsoap ns schema form: qualified
struct ns__whoAmIResponse {
  char *user;
};
int ns__whoAmI(char *question, struct ns__whoAmIResponse &response);
