<?php
// The interop service on PHP's SoapServer: PATH is the WSDL's name, ?soap12 the other version.
ini_set('soap.wsdl_cache_enabled', '0');
ini_set('display_errors', '0');
// Numbers are written with all their digits.
ini_set('precision', '17');
require __DIR__ . '/views.php';

class InteropService
{
    private $session = null;

    public function __construct(private SoapServer $server) {}

    /** SoapServer calls a method named after each header block. */
    public function Session($session)
    {
        $this->session = $session;
    }

    public function EchoScalars($request)
    {
        return ['value' => $request->value, 'view' => viewScalars($request->value)];
    }

    public function EchoPerson($request)
    {
        return ['value' => $request->value, 'view' => viewPerson($request->value)];
    }

    public function EchoShapes($request)
    {
        $shapes = asList($request->value ?? []);
        return ['value' => array_map('typedShape', $shapes), 'view' => array_map('viewShape', $shapes)];
    }

    public function EchoTexts($request)
    {
        $texts = asList($request->value ?? []);
        return ['value' => $texts, 'view' => array_map('viewText', $texts)];
    }

    public function EchoBytes($request)
    {
        $bytes = $request->value;
        return ['value' => $bytes, 'view' => ['bytes=' . strlen($bytes) . ' ' . hash('adler32', $bytes)]];
    }

    public function Fail($request)
    {
        if ($request->how === 'declared') {
            $detail = ['code' => 42, 'what' => 'größe & <more>'];
            throw new SoapFault('Client', 'rejected', null, $detail, 'Rejected');
        }
        if ($request->how === 'undeclared') throw new SoapFault('Server', 'boom');
        throw new RuntimeException('crash');
    }

    public function LogIn($request)
    {
        if ($this->session === null) return ['view' => ['session=absent']];
        $answer = ['user' => strrev($this->session->user), 'ticket' => $this->session->ticket + 1];
        $this->server->addSoapHeader(new SoapHeader('urn:example:interop', 'Session', (object) $answer));
        return ['view' => [
            'question=' . $request->question,
            'user=' . $this->session->user,
            'ticket=' . $this->session->ticket,
        ]];
    }

    public function Ping()
    {
        return [];
    }
}

$version = isset($_GET['soap12']) ? SOAP_1_2 : SOAP_1_1;
$wsdl = getenv('INTEROP_WSDL');
$classes = ['Circle' => 'Circle', 'Square' => 'Square'];
$server = new SoapServer($wsdl, [
    'cache_wsdl' => WSDL_CACHE_NONE,
    'soap_version' => $version,
    'classmap' => $classes,
    'features' => SOAP_SINGLE_ELEMENT_ARRAYS,
]);
$server->setObject(new InteropService($server));
$server->handle();
