import interop.gen.*;
import java.util.*;
import javax.xml.ws.Holder;

/** Answers with what it got, and how it saw it. */
public abstract class InteropService implements InteropPort {
  public EchoScalarsResponse echoScalars(EchoScalarsRequest request) {
    EchoScalarsResponse response = new EchoScalarsResponse();
    response.setValue(request.getValue());
    response.getView().addAll(Views.scalars(request.getValue()));
    return response;
  }

  public EchoPersonResponse echoPerson(EchoPersonRequest request) {
    EchoPersonResponse response = new EchoPersonResponse();
    response.setValue(request.getValue());
    Views.person(request.getValue(), "", response.getView());
    return response;
  }

  public EchoShapesResponse echoShapes(EchoShapesRequest request) {
    EchoShapesResponse response = new EchoShapesResponse();
    for (Shape shape : request.getValue()) {
      response.getValue().add(shape);
      response.getView().add(Views.shape(shape));
    }
    return response;
  }

  public EchoTextsResponse echoTexts(EchoTextsRequest request) {
    EchoTextsResponse response = new EchoTextsResponse();
    for (String text : request.getValue()) {
      response.getValue().add(text);
      response.getView().add(Views.text(text));
    }
    return response;
  }

  public EchoBytesResponse echoBytes(EchoBytesRequest request) {
    EchoBytesResponse response = new EchoBytesResponse();
    response.setValue(request.getValue());
    response.getView().add(Views.bytes(request.getValue()));
    return response;
  }

  public FailResponse fail(FailRequest request) throws Rejected_Exception {
    if (request.getHow().equals("declared")) {
      Rejected rejected = new Rejected();
      rejected.setCode(42);
      rejected.setWhat("gr\u00f6\u00dfe & <more>");
      throw new Rejected_Exception("rejected", rejected);
    }
    throw new IllegalStateException("boom");
  }

  public LogInResponse logIn(LogInRequest request, Holder<Session> session) {
    LogInResponse response = new LogInResponse();
    Session seen = session == null ? null : session.value;
    if (seen == null) {
      response.getView().add("session=absent");
      return response;
    }
    response.getView().add("question=" + request.getQuestion());
    response.getView().add("user=" + seen.getUser());
    response.getView().add("ticket=" + seen.getTicket());
    seen.setUser(new StringBuilder(seen.getUser()).reverse().toString());
    seen.setTicket(seen.getTicket() + 1);
    return response;
  }

  public PingResponse ping(PingRequest request) {
    return new PingResponse();
  }
}
