package dev.plantwright.shell;

import dev.plantwright.api.SiteSession;
import dev.plantwright.api.SiteSession.ProcessState;
import dev.plantwright.api.controls.Status;
import dev.plantwright.live.Live;
import dev.plantwright.shell.window.StatusRow.SiteFact;
import dev.plantwright.sites.mqtt.LinkState;
import java.util.Locale;
import java.util.Optional;

/** The state of the site in a word, and messages a second. FX thread. */
final class SiteFacts {
  private final SiteSession session;
  private final Live live;
  private long messages;
  private long since;
  private double rate;

  SiteFacts(SiteSession session, Live live) {
    this.session = session;
    this.live = live;
  }

  /** Nothing while no site was ever started. */
  Optional<SiteFact> now() {
    ProcessState engine = session.engine().getValue();
    if (engine.state() == SiteSession.State.OFF && engine.cause().isPresent()) {
      return Optional.empty();
    }
    boolean connected = session.link().getValue() instanceof LinkState.Connected;
    return Optional.of(
        switch (engine.state()) {
          case OFF -> fact(Status.STOPPED, "stopped", "");
          case STARTING -> fact(Status.STARTING, "starting", "");
          case STOPPING -> fact(Status.STARTING, "stopping", "");
          case STOPPED ->
              fact(
                  Status.FAILED,
                  "stopped" + engine.cause().map(c -> " (" + c + ")").orElse(""),
                  "");
          case RUNNING -> connected ? running() : fact(Status.RETRYING, "connecting", "");
        });
  }

  private SiteFact running() {
    ProcessState simulator = session.simulator().getValue();
    boolean devices = simulator.state() != SiteSession.State.STOPPED;
    String words = devices ? "running" : "running, simulator stopped";
    return fact(devices ? Status.RUNNING : Status.WARNING, words, rate());
  }

  private static SiteFact fact(Status status, String words, String rate) {
    return new SiteFact(status, "local: " + words, rate);
  }

  /** Over the last two seconds or more, so that slow groups do not make it jump. */
  private String rate() {
    long now = live.nowMs();
    long count = live.counts().messages();
    if (since == 0 || count < messages) {
      since = now;
      messages = count;
    } else if (now - since >= 2_000) {
      rate = (count - messages) * 1000.0 / (now - since);
      since = now;
      messages = count;
    }
    return String.format(Locale.ROOT, rate < 100 ? "%,.1f msg/s" : "%,.0f msg/s", rate);
  }
}
