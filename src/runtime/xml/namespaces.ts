export const XSI = "http://www.w3.org/2001/XMLSchema-instance";
export const XSD = "http://www.w3.org/2001/XMLSchema";
export const SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
export const SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
export const ENCODING_11 = "http://schemas.xmlsoap.org/soap/encoding/";
export const ENCODING_12 = "http://www.w3.org/2003/05/soap-encoding";
