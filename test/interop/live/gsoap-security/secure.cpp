// gSOAP's own WS-Security checks what comes. Argument: port. The password of everybody is "größe".
#include "Secure.nsmap"
#include "wsseapi.h"
#include <cstdlib>

int main(int, char **arguments) {
  struct soap soap;
  soap_init1(&soap, SOAP_C_UTFSTRING | SOAP_IO_KEEPALIVE);
  soap_register_plugin(&soap, soap_wsse);
  soap.bind_flags = SO_REUSEADDR;
  soap.recv_timeout = 1;
  if (!soap_valid_socket(soap_bind(&soap, "127.0.0.1", atoi(arguments[1]), 10))) {
    soap_print_fault(&soap, stderr);
    return 1;
  }
  while (soap_valid_socket(soap_accept(&soap))) {
    soap_serve(&soap);
    soap_wsse_delete_Security(&soap);
    soap_destroy(&soap);
    soap_end(&soap);
  }
  return 0;
}

int ns__whoAmI(struct soap *soap, char *, struct ns__whoAmIResponse &response) {
  const char *user = soap_wsse_get_Username(soap);
  if (user == NULL) return soap->error;
  if (soap_wsse_verify_Timestamp(soap) != SOAP_OK) return soap->error;
  if (soap_wsse_verify_Password(soap, "gr\u00f6\u00dfe") != SOAP_OK) {
    int error = soap->error;
    soap_wsse_delete_Security(soap);
    return error;
  }
  response.user = soap_strdup(soap, user);
  soap_wsse_delete_Security(soap);
  return SOAP_OK;
}
