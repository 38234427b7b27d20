// The interop service on gSOAP. Argument: port. Everything it includes is made from the contract by wsdl2h and soapcpp2.
#include "InteropSoap.nsmap"
#include "views.h"
#include <cstdlib>

int main(int, char **arguments) {
  struct soap soap;
  // Trees: attributes named id are members, not references of SOAP encoding.
  soap_mode mode = SOAP_C_UTFSTRING | SOAP_IO_KEEPALIVE | SOAP_XML_TREE;
  soap_init2(&soap, mode, mode);
  soap.bind_flags = SO_REUSEADDR;
  soap.double_format = "%.17lG";
  soap.float_format = "%.9G";
  if (!soap_valid_socket(soap_bind(&soap, "127.0.0.1", atoi(arguments[1]), 10))) {
    soap_print_fault(&soap, stderr);
    return 1;
  }
  soap.recv_timeout = 1;
  while (soap_valid_socket(soap_accept(&soap))) {
    soap_serve(&soap);
    soap_destroy(&soap);
    soap_end(&soap);
  }
  return 0;
}

int __ns1__EchoScalars(struct soap *, _ns1__EchoScalarsRequest *request, _ns1__EchoScalarsResponse &response) {
  response.value = request->value;
  viewScalars(*request->value, response.view);
  return SOAP_OK;
}

int __ns1__EchoPerson(struct soap *, _ns1__EchoPersonRequest *request, _ns1__EchoPersonResponse &response) {
  response.value = request->value;
  viewPerson(*request->value, "", response.view);
  return SOAP_OK;
}

int __ns1__EchoShapes(struct soap *, _ns1__EchoShapesRequest *request, _ns1__EchoShapesResponse &response) {
  response.value = request->value;
  for (ns1__Shape *shape : request->value) response.view.push_back(viewShape(shape));
  return SOAP_OK;
}

int __ns1__EchoTexts(struct soap *, _ns1__EchoTextsRequest *request, _ns1__EchoTextsResponse &response) {
  response.value = request->value;
  for (const std::string &text : request->value) response.view.push_back(viewText(text));
  return SOAP_OK;
}

int __ns1__EchoBytes(struct soap *, _ns1__EchoBytesRequest *request, _ns1__EchoBytesResponse &response) {
  response.value = request->value;
  const unsigned char *bytes = request->value.__ptr;
  size_t size = request->value.__size;
  response.view.push_back("bytes=" + std::to_string(size) + " " + adler32(bytes, size));
  return SOAP_OK;
}

int __ns1__Fail(struct soap *soap, _ns1__FailRequest *request, _ns1__FailResponse &) {
  if (request->how != "declared") return soap_receiver_fault(soap, "boom", NULL);
  int result = soap_sender_fault(soap, "rejected", NULL);
  _ns1__Rejected *rejected = soap_new__ns1__Rejected(soap);
  rejected->code = 42;
  rejected->what = "gr\u00f6\u00dfe & <more>";
  SOAP_ENV__Detail *detail = soap_new_SOAP_ENV__Detail(soap);
  detail->ns1__Rejected = rejected;
  if (soap->version == 2) soap->fault->SOAP_ENV__Detail = detail;
  else soap->fault->detail = detail;
  return result;
}

static void logIn(struct soap *soap, const _ns1__LogInRequest *request, std::vector<std::string> &view) {
  _ns1__Session *session = soap->header == NULL ? NULL : soap->header->ns1__Session;
  if (session == NULL) {
    view.push_back("session=absent");
    return;
  }
  view.push_back("question=" + request->question);
  view.push_back("user=" + session->user);
  view.push_back("ticket=" + std::to_string(session->ticket));
  session->user = std::string(session->user.rbegin(), session->user.rend());
  session->ticket++;
}

int __ns1__LogIn(struct soap *soap, _ns1__LogInRequest *request, struct __ns1__LogInResponse &response) {
  response.ns1__LogInResponse = soap_new__ns1__LogInResponse(soap);
  logIn(soap, request, response.ns1__LogInResponse->view);
  return SOAP_OK;
}

int __ns1__Ping(struct soap *, _ns1__PingRequest *, _ns1__PingResponse &) {
  return SOAP_OK;
}

// The second binding has functions of its own; the first one's answer for it, as gSOAP looks at the message only.
#define SAME(NAME)                                                                                                     \
  int __ns1__##NAME##_(struct soap *soap, _ns1__##NAME##Request *request, _ns1__##NAME##Response &response) {          \
    return __ns1__##NAME(soap, request, response);                                                                     \
  }
SAME(EchoScalars)
SAME(EchoPerson)
SAME(EchoShapes)
SAME(EchoTexts)
SAME(EchoBytes)
SAME(Fail)
SAME(Ping)

int __ns1__LogIn_(struct soap *soap, _ns1__LogInRequest *request, struct __ns1__LogInResponse_ &response) {
  response.ns1__LogInResponse = soap_new__ns1__LogInResponse(soap);
  logIn(soap, request, response.ns1__LogInResponse->view);
  return SOAP_OK;
}
