package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.model.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which method of which path is answered by what. */
final class Routes {
  /** Answers on a virtual thread; may block. */
  @FunctionalInterface
  interface Call {
    Answer answer(Request request) throws Refusal;
  }

  /**
   * @param token whether a token is asked for
   */
  record Route(Call call, boolean token) {}

  private static final String BASE = "/api/v2";

  private final Map<String, Map<String, Route>> routes = new HashMap<>();

  Routes open(String method, String path, Call call) {
    return add(method, path, new Route(call, false));
  }

  Routes get(String path, Call call) {
    return add("GET", path, new Route(call, true));
  }

  Routes post(String path, Call call) {
    return add("POST", path, new Route(call, true));
  }

  Routes put(String path, Call call) {
    return add("PUT", path, new Route(call, true));
  }

  Routes delete(String path, Call call) {
    return add("DELETE", path, new Route(call, true));
  }

  private Routes add(String method, String path, Route route) {
    routes.computeIfAbsent(BASE + path, _ -> new HashMap<>()).put(method, route);
    return this;
  }

  boolean knows(String path) {
    return routes.containsKey(path);
  }

  Optional<Route> find(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return Optional.ofNullable(routes.getOrDefault(path, Map.of()).get(asked));
  }
}
