<?php
// Messages in the encoding of SOAP 1.1: types on the wire, arrays, and references where a value occurs twice.
ini_set('soap.wsdl_cache_enabled', '0');
ini_set('display_errors', '0');

class EncodedService
{
    public function EchoItem($value, $times)
    {
        $value->name = implode(' ', array_fill(0, $times, $value->name));
        return ['value' => $value, 'times' => $times + 1];
    }

    public function EchoItems($value)
    {
        return array_reverse($value);
    }

    public function Sum($numbers)
    {
        return array_sum($numbers);
    }

    public function Twice($value)
    {
        return (object) ['left' => $value, 'right' => $value];
    }
}

$server = new SoapServer(__DIR__ . '/rpc.wsdl', ['cache_wsdl' => WSDL_CACHE_NONE]);
$server->setObject(new EncodedService());
$server->handle();
