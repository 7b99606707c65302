package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.gateway.core.GatewayCore;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Logging in, users, and what the program says about itself. */
final class SessionCalls {
  private static final int LEAST = 4;
  private static final int MOST_PASSWORD = 16;
  private static final int MOST_NAME = 32;

  private final GatewayCore core;
  private final Tokens tokens;
  private final Credentials.Login first;

  /**
   * @param first who may log in when there are no users yet
   */
  SessionCalls(GatewayCore core, Tokens tokens, Credentials.Login first) {
    this.core = core;
    this.tokens = tokens;
    this.first = first;
  }

  void addTo(Routes routes) {
    routes
        .open("POST", "/ping", _ -> Answer.ok(Answer.object()))
        .open("POST", "/login", this::login)
        .post("/password", this::password)
        .get("/users", _ -> users())
        .post("/users", this::addUser)
        .put("/users", this::changeUser)
        .delete("/users", this::deleteUser)
        .get("/version", _ -> version())
        .get("/status", _ -> Answer.ok(Answer.object().put("status", "ready")));
  }

  /**
   * Makes the first user; and again when the engine's login is another one than last time. A
   * password that a client changed since stays.
   */
  void start() throws Refusal {
    Optional<String> before = core.call(all -> all.users().firstHash());
    if (before.isEmpty() || !Passwords.matches(first.password(), before.get())) {
      String hash = Passwords.hash(first.password());
      core.call(
          all -> {
            all.users().first(first.user(), hash);
            return null;
          });
    }
  }

  private Answer login(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("name");
    String password = body.text("pass");
    passwordLength(password);
    verify(name, password);
    return Answer.ok(Answer.object().put("token", tokens.make(name, name.equals(first.user()))));
  }

  private void verify(String name, String password) throws Refusal {
    Optional<String> hash = core.call(all -> all.users().hash(name));
    if (hash.isEmpty() || !Passwords.matches(password, hash.get())) {
      throw new Refusal(Code.LOGIN_FAILED);
    }
  }

  /** The engine's own login may be longer than Neuron allows. */
  private void passwordLength(String password) throws Refusal {
    int most = Math.max(MOST_PASSWORD, first.password().length());
    if (password.length() < LEAST || password.length() > most) {
      throw new Refusal(Code.PASSWORD_LENGTH);
    }
  }

  private static void nameLength(String name) throws Refusal {
    if (name.length() < LEAST || name.length() > MOST_NAME) {
      throw new Refusal(Code.USER_NAME_LENGTH);
    }
  }

  private Answer password(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("name");
    String old = body.text("old_pass");
    String wanted = body.text("new_pass");
    verify(name, old);
    if (old.equals(wanted)) {
      throw new Refusal(Code.PASSWORD_SAME);
    }
    passwordLength(wanted);
    put(name, wanted);
    return Answer.done();
  }

  private void put(String name, String password) throws Refusal {
    String hash = Passwords.hash(password);
    core.call(
        all -> {
          all.users().put(name, hash);
          return null;
        });
  }

  private Answer users() throws Refusal {
    List<String> names = core.call(all -> all.users().names());
    ObjectNode answer = Answer.object();
    ArrayNode users = answer.putArray("users");
    names.forEach(name -> users.addObject().put("name", name));
    return Answer.ok(answer);
  }

  private Answer addUser(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("name");
    String password = body.text("password");
    nameLength(name);
    passwordLength(password);
    if (core.call(all -> all.users().hash(name)).isPresent()) {
      throw new Refusal(Code.USER_EXISTS);
    }
    put(name, password);
    return Answer.done();
  }

  private Answer changeUser(Request request) throws Refusal {
    Request.Body body = request.body();
    String name = body.text("name");
    String password = body.text("new_password");
    nameLength(name);
    passwordLength(password);
    known(name);
    put(name, password);
    return Answer.done();
  }

  private void known(String name) throws Refusal {
    if (core.call(all -> all.users().hash(name)).isEmpty()) {
      throw new Refusal(Code.USER_UNKNOWN);
    }
  }

  private Answer deleteUser(Request request) throws Refusal {
    String name = request.body().text("name");
    if (name.equals(first.user())) {
      throw new Refusal(Code.USER_PROTECTED);
    }
    nameLength(name);
    known(name);
    core.call(
        all -> {
          all.users().delete(name);
          return null;
        });
    return Answer.done();
  }

  /** The version of Neuron whose API this is: clients decide by it what they may ask for. */
  private static Answer version() {
    return Answer.ok(
        Answer.object()
            .put("version", "2.15.0")
            .put("revision", "N/A")
            .put("build_date", "2026-11-24"));
  }
}
