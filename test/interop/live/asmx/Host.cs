// A host for .asmx files on Mono: xsp4 of Debian does not start. Arguments: prefix to listen on, folder.
using System;
using System.IO;
using System.Net;
using System.Threading;
using System.Web;
using System.Web.Hosting;

public class Host : MarshalByRefObject {
  public override object InitializeLifetimeService() { return null; }

  public void Serve(string prefix, string folder) {
    var listener = new HttpListener();
    listener.Prefixes.Add(prefix);
    listener.Start();
    for (;;) {
      var context = listener.GetContext();
      ThreadPool.QueueUserWorkItem(delegate {
        try { HttpRuntime.ProcessRequest(new Request(context, folder)); }
        catch (Exception error) { Console.Error.WriteLine(error); context.Response.Abort(); }
      });
    }
  }

  public static void Main(string[] arguments) {
    string folder = Path.GetFullPath(arguments[1]) + "/";
    var host = (Host)ApplicationHost.CreateApplicationHost(typeof(Host), "/", folder);
    host.Serve(arguments[0], folder);
  }
}

/** What ASP.NET asks of a request, out of HttpListener. */
class Request : HttpWorkerRequest {
  readonly HttpListenerContext context;
  readonly string folder, file, info;
  readonly byte[] body;
  readonly MemoryStream answer = new MemoryStream();
  bool isDone;

  public Request(HttpListenerContext context, string folder) {
    this.context = context;
    this.folder = folder;
    string path = Uri.UnescapeDataString(context.Request.Url.AbsolutePath);
    int end = path.IndexOf(".asmx/", StringComparison.Ordinal);
    file = end < 0 ? path : path.Substring(0, end + 5);
    info = end < 0 ? "" : path.Substring(end + 5);
    var bytes = new MemoryStream();
    if (context.Request.HasEntityBody) context.Request.InputStream.CopyTo(bytes);
    body = bytes.ToArray();
  }

  HttpListenerRequest Asked { get { return context.Request; } }
  public override string GetUriPath() { return file + info; }
  public override string GetFilePath() { return file; }
  public override string GetPathInfo() { return info; }
  public override string GetQueryString() { return Asked.Url.Query.TrimStart('?'); }
  public override string GetRawUrl() { return Asked.RawUrl; }
  public override string GetHttpVerbName() { return Asked.HttpMethod; }
  public override string GetHttpVersion() { return "HTTP/1.1"; }
  public override string GetRemoteAddress() { return "127.0.0.1"; }
  public override int GetRemotePort() { return Asked.RemoteEndPoint.Port; }
  public override string GetLocalAddress() { return "127.0.0.1"; }
  public override int GetLocalPort() { return Asked.LocalEndPoint.Port; }
  public override string GetServerName() { return "127.0.0.1"; }
  public override string GetAppPath() { return "/"; }
  public override string GetAppPathTranslated() { return folder; }
  public override string GetFilePathTranslated() { return MapPath(file); }
  public override string MapPath(string path) { return Path.Combine(folder, path.TrimStart('/')); }
  public override byte[] GetPreloadedEntityBody() { return body; }
  public override bool IsEntireEntityBodyIsPreloaded() { return true; }
  public override int GetTotalEntityBodyLength() { return body.Length; }
  public override int GetPreloadedEntityBodyLength() { return body.Length; }
  public override string GetKnownRequestHeader(int index) { return Asked.Headers[GetKnownRequestHeaderName(index)]; }
  public override string GetUnknownRequestHeader(string name) { return Asked.Headers[name]; }

  public override string[][] GetUnknownRequestHeaders() {
    return Array.ConvertAll(
      Array.FindAll(Asked.Headers.AllKeys, name => GetKnownRequestHeaderIndex(name) < 0),
      name => new[] { name, Asked.Headers[name] });
  }

  public override void SendStatus(int code, string text) {
    context.Response.StatusCode = code;
    context.Response.StatusDescription = text ?? "";
  }

  public override void SendKnownResponseHeader(int index, string value) {
    string name = GetKnownResponseHeaderName(index);
    if (name == "Content-Type") context.Response.ContentType = value;
  }

  public override void SendUnknownResponseHeader(string name, string value) { }
  public override void SendResponseFromMemory(byte[] data, int length) { answer.Write(data, 0, length); }
  public override void SendResponseFromFile(IntPtr handle, long offset, long length) { throw new NotSupportedException(); }
  public override void SendResponseFromFile(string name, long offset, long length) { throw new NotSupportedException(); }
  public override void FlushResponse(bool isFinal) { if (isFinal) Finish(); }
  public override void EndOfRequest() { Finish(); }

  void Finish() {
    if (isDone) return;
    isDone = true;
    context.Response.ContentLength64 = answer.Length;
    answer.WriteTo(context.Response.OutputStream);
    context.Response.Close();
  }
}
