// The interop service on the JAX-WS reference implementation. Arguments: port, WSDL.
import interop.gen.*;
import java.io.File;
import java.util.*;
import javax.jws.WebService;
import javax.xml.namespace.QName;
import javax.xml.transform.stream.StreamSource;
import javax.xml.ws.*;
import javax.xml.ws.soap.*;

public class InteropServer {
  @WebService(endpointInterface = "interop.gen.InteropPort", targetNamespace = "urn:example:interop",
      serviceName = "Interop", portName = "InteropSoap")
  public static class Soap11 extends InteropService {}

  @WebService(endpointInterface = "interop.gen.InteropPort", targetNamespace = "urn:example:interop",
      serviceName = "Interop", portName = "InteropSoap12")
  @BindingType(SOAPBinding.SOAP12HTTP_BINDING)
  public static class Soap12 extends InteropService {}

  @WebService(endpointInterface = "interop.gen.InteropPort", targetNamespace = "urn:example:interop",
      serviceName = "Interop", portName = "InteropSoap12")
  @BindingType(SOAPBinding.SOAP12HTTP_BINDING)
  @MTOM(threshold = 100)
  @Addressing(required = true)
  public static class Mtom extends InteropService {}

  public static void main(String[] arguments) throws Exception {
    String origin = "http://127.0.0.1:" + arguments[0];
    publish(origin + "/soap11", new Soap11(), arguments[1]);
    publish(origin + "/soap12", new Soap12(), arguments[1]);
    // The last one, as the test waits for the port.
    publish(origin + "/mtom", new Mtom(), arguments[1]);
  }

  static void publish(String address, Object service, String wsdl) {
    Endpoint endpoint = Endpoint.create(service);
    StreamSource source = new StreamSource(new File(wsdl));
    source.setSystemId(new File(wsdl).toURI().toString());
    endpoint.setMetadata(List.of(source));
    String port = address.endsWith("11") ? "InteropSoap" : "InteropSoap12";
    endpoint.setProperties(Map.of(
        Endpoint.WSDL_SERVICE, new QName("urn:example:interop", "Interop"),
        Endpoint.WSDL_PORT, new QName("urn:example:interop", port)));
    endpoint.publish(address);
  }
}
