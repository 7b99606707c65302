package dev.plantwright.sites.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plantwright.sites.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A stream of events that is open until it is closed or the simulator goes away. */
public final class Events implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final InputStream body;
  private final AtomicBoolean closed = new AtomicBoolean();

  Events(InputStream body, Consumer<Event> consumer, Consumer<String> ended) {
    this.body = body;
    Thread.ofVirtual().name("simulator-events").start(() -> read(consumer, ended));
  }

  private void read(Consumer<Event> consumer, Consumer<String> ended) {
    String reason = "The simulator ended the stream of events.";
    try {
      BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        line(line, consumer);
      }
    } catch (IOException | RuntimeException e) {
      reason = "The stream of events broke: " + e.getMessage();
    }
    if (!closed.get()) {
      ended.accept(reason);
    }
  }

  private void line(String line, Consumer<Event> consumer) {
    if (!line.startsWith("data:") || closed.get()) {
      return;
    }
    try {
      JsonNode event = Json.read(line.substring(5));
      JsonNode detail = event.path("detail");
      consumer.accept(
          new Event(
              event.path("ts").asLong(0),
              event.path("device").asString(""),
              event.path("kind").asString(""),
              detail.isString() ? detail.asString() : detail.toString()));
    } catch (JacksonException e) {
      LOG.warn("An event of the simulator is not JSON: {}", line);
    }
  }

  /** Ends the stream; nothing is delivered afterwards but what is being delivered now. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        body.close();
      } catch (IOException e) {
        LOG.debug("Closing the stream of events", e);
      }
    }
  }
}
