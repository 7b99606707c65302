package dev.plantwright.launcher.headless;

import dev.plantwright.live.Live;
import dev.plantwright.live.Meanings;
import dev.plantwright.plant.Plant;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MqttLink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Listens at the broker and shows what comes until it has seen enough. */
final class LiveWatch implements AutoCloseable {
  private static final long TERMINAL_MS = 500;
  private static final long PLAIN_MS = 2_000;

  private final BlockingQueue<HeadlessEvent> events;
  private final Screen screen;
  private final InstantSource clock;
  private final Live live;
  private final MqttLink link;
  private final Alarms alarms = new Alarms();

  // 0 before the first; written by the link's thread.
  private volatile long firstValueMs;

  LiveWatch(
      Site site,
      Plant plant,
      BlockingQueue<HeadlessEvent> events,
      Screen screen,
      InstantSource clock) {
    this.events = events;
    this.screen = screen;
    this.clock = clock;
    this.live = new Live(clock);
    live.meanings(Meanings.of(plant));
    Site.Broker broker = site.mqtt().orElseThrow();
    String id = "plantwright-" + UUID.randomUUID();
    this.link = new MqttLink(new MqttLink.Options(broker, id, List.of("#"), 0), this::take, clock);
    link.onState(live::link);
  }

  private void take(Message message) {
    live.accept(message);
    if (Alarm.isAlarm(message.topic())) {
      events.offer(new HeadlessEvent.Alarmed(Alarm.of(message)));
    } else if (firstValueMs == 0 && !message.retained()) {
      firstValueMs = message.receivedMillis();
    }
  }

  /**
   * Shows values and alarms until {@code span} after the first value.
   *
   * @param deadline when the first value has to have come
   * @return why the run failed; empty when it did not
   */
  Optional<String> watch(Duration span, Instant deadline, boolean alarmExpected)
      throws InterruptedException {
    link.open();
    long period = screen.inPlace() ? TERMINAL_MS : PLAIN_MS;
    long nextDraw = clock.millis();
    while (!isOver(span, deadline)) {
      long now = clock.millis();
      if (now >= nextDraw) {
        screen.show(new ValueTable(live).lines());
        nextDraw = now + period;
      }
      HeadlessEvent event = events.poll(Math.max(1, nextDraw - now), TimeUnit.MILLISECONDS);
      if (event != null) {
        tell(event);
      }
    }
    return summary(span, alarmExpected);
  }

  private boolean isOver(Duration span, Instant deadline) {
    long end = firstValueMs == 0 ? deadline.toEpochMilli() : firstValueMs + span.toMillis();
    return clock.millis() >= end;
  }

  private void tell(HeadlessEvent event) {
    switch (event) {
      case HeadlessEvent.Alarmed(Alarm alarm) -> {
        if (alarms.isNew(alarm)) {
          screen.say(alarm.line(ZoneId.systemDefault()));
        }
      }
      case HeadlessEvent.Moved(var change) -> ChildLines.of(change).forEach(screen::say);
    }
  }

  private Optional<String> summary(Duration span, boolean alarmExpected) {
    if (firstValueMs == 0) {
      return Optional.of("No live value came within 60 s; look into the logs of the user dir.");
    }
    screen.show(new ValueTable(live).lines());
    Live.Counts counts = live.counts();
    String raised =
        alarms.raised().entrySet().stream()
            .map(alarm -> alarm.getKey() + " " + alarm.getValue() + "x")
            .collect(Collectors.joining(", "));
    screen.say(
        "summary: %d messages, %d values in %d rows in %d s; alarms: %s"
            .formatted(
                counts.messages(),
                counts.values(),
                new ValueTable(live).size(),
                span.toSeconds(),
                raised.isEmpty() ? "none" : raised));
    return raised.isEmpty() && alarmExpected
        ? Optional.of("The sample raised no alarm, which it should have.")
        : Optional.empty();
  }

  @Override
  public void close() {
    link.close();
    live.close();
  }
}
