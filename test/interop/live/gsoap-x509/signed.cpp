// gSOAP's own WS-Security checks the signatures of what comes, and signs what goes.
// Arguments: port, certificate of the authority, certificate and key of the server (PEM).
#include "Signed.nsmap"
#include "wsseapi.h"
#include <cstdlib>

static X509 *certificate;
static EVP_PKEY *key;

int main(int, char **arguments) {
  FILE *file = fopen(arguments[3], "r");
  certificate = PEM_read_X509(file, NULL, NULL, NULL);
  fclose(file);
  file = fopen(arguments[4], "r");
  key = PEM_read_PrivateKey(file, NULL, NULL, NULL);
  fclose(file);
  struct soap soap;
  soap_init1(&soap, SOAP_C_UTFSTRING | SOAP_IO_KEEPALIVE | SOAP_XML_CANONICAL);
  soap_register_plugin(&soap, soap_wsse);
  if (soap_ssl_server_context(&soap, SOAP_SSL_NO_AUTHENTICATION, NULL, NULL, arguments[2], NULL, NULL, NULL, NULL)) {
    soap_print_fault(&soap, stderr);
    return 1;
  }
  soap.bind_flags = SO_REUSEADDR;
  soap.recv_timeout = 1;
  if (!soap_valid_socket(soap_bind(&soap, "127.0.0.1", atoi(arguments[1]), 10))) {
    soap_print_fault(&soap, stderr);
    return 1;
  }
  while (soap_valid_socket(soap_accept(&soap))) {
    soap_wsse_verify_auto(&soap, SOAP_SMD_NONE, NULL, 0);
    soap_serve(&soap);
    soap_wsse_delete_Security(&soap);
    soap_destroy(&soap);
    soap_end(&soap);
  }
  return 0;
}

int ns__echo(struct soap *soap, char *text, LONG64 number, struct ns__echoResponse &response) {
  if (soap_wsse_verify_Timestamp(soap) || soap_wsse_verify_body(soap)) {
    int error = soap->error;
    soap_wsse_delete_Security(soap);
    return error;
  }
  response.text = text;
  response.number = number;
  soap_wsse_delete_Security(soap);
  if (soap_wsse_add_Timestamp(soap, "Time", 60) ||
      soap_wsse_add_BinarySecurityTokenX509(soap, "X509Token", certificate) ||
      soap_wsse_add_KeyInfo_SecurityTokenReferenceX509(soap, "#X509Token") ||
      soap_wsse_sign_body(soap, SOAP_SMD_SIGN_RSA_SHA256, key, 0))
    return soap->error;
  return SOAP_OK;
}
