package dev.plantwright.simulator.control;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/**
 * Collects the body of a request, whatever it is labelled as: the usual handler would take what
 * curl sends without a label for a form.
 */
final class BodyReader implements Handler<RoutingContext> {
  private static final int LARGEST = 64 * 1024;
  private static final String BODY = "body";

  @Override
  public void handle(RoutingContext context) {
    Buffer collected = Buffer.buffer();
    context
        .request()
        .handler(
            part -> {
              if (collected.length() <= LARGEST) {
                collected.appendBuffer(part);
              }
            })
        .endHandler(ignored -> ended(context, collected))
        .exceptionHandler(context::fail);
  }

  private static void ended(RoutingContext context, Buffer collected) {
    if (collected.length() > LARGEST) {
      context.fail(new Refused(413, "The body is larger than " + LARGEST + " bytes."));
    } else {
      context.put(BODY, collected).next();
    }
  }

  static Body body(RoutingContext context) {
    return Body.of(context.get(BODY));
  }
}
