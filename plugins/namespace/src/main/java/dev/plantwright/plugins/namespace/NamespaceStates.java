package dev.plantwright.plugins.namespace;

import dev.plantwright.api.SiteSession;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.live.Format;
import dev.plantwright.live.Live;
import dev.plantwright.live.Source;
import dev.plantwright.live.rows.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** What stands instead of the tree while there is nothing in it: what is true, why, what to do. */
final class NamespaceStates {
  /** One kind of emptiness; the buttons belong to it, its sentence may go on. */
  private enum Kind {
    NO_MESSAGES,
    CONNECTING,
    LOST,
    NO_MATCH
  }

  private final Workbench workbench;
  private final Live live;
  private final Runnable clearFilter;
  private Optional<Shown> shown = Optional.empty();

  private record Shown(Kind kind, boolean simulated, EmptyState node) {}

  NamespaceStates(Workbench workbench, Runnable clearFilter) {
    this.workbench = workbench;
    this.live = workbench.live();
    this.clearFilter = clearFilter;
  }

  /** What to show instead of the rows, if anything. */
  Optional<Node> instead(Rows rows) {
    Optional<Kind> kind = kind(rows);
    if (kind.isEmpty()) {
      shown = Optional.empty();
      return Optional.empty();
    }
    boolean simulated = simulatorRuns();
    if (shown.filter(s -> s.kind() == kind.get() && s.simulated() == simulated).isEmpty()) {
      shown = Optional.of(new Shown(kind.get(), simulated, make(kind.get(), simulated)));
    }
    EmptyState node = shown.get().node();
    node.say(sentence(kind.get(), rows));
    return Optional.of(node);
  }

  static String nextTry(Source.Gone gone, long nowMs) {
    long left = gone.nextTryMs() - nowMs;
    return left > 0 ? "Next try in " + (left + 999) / 1000 + " s." : "Trying now.";
  }

  private Optional<Kind> kind(Rows rows) {
    if (rows.topics() > 0) {
      boolean none = rows.onlyMatches() && !rows.query().isEmpty() && rows.matches() == 0;
      return none ? Optional.of(Kind.NO_MATCH) : Optional.empty();
    }
    return Optional.of(
        switch (live.source()) {
          case Source.Connected connected -> Kind.NO_MESSAGES;
          case Source.Connecting connecting -> Kind.CONNECTING;
          case Source.Gone gone -> Kind.LOST;
        });
  }

  private EmptyState make(Kind kind, boolean simulated) {
    return switch (kind) {
      case NO_MESSAGES ->
          new EmptyState("mdi2f-file-tree", "No messages yet", "", noMessages(simulated));
      case CONNECTING ->
          new EmptyState("mdi2p-progress-clock", "Connecting", "", List.of(openSites(true)));
      case LOST ->
          new EmptyState(
              "mdi2m-minus-circle-outline", "Not connected", "", List.of(openSites(true)));
      case NO_MATCH ->
          new EmptyState(
              "mdi2f-filter-outline",
              "No topic matches",
              "",
              List.of(Buttons.primary("Clear filter", clearFilter)));
    };
  }

  private List<Button> noMessages(boolean simulated) {
    List<Button> buttons = new ArrayList<>();
    if (!simulated) {
      buttons.add(Buttons.primary("Start the simulator", () -> workbench.site().simulate(true)));
    }
    buttons.add(Buttons.of("Open gateway", () -> workbench.show("nodes")));
    buttons.add(openSites(false));
    return buttons;
  }

  private Button openSites(boolean primary) {
    Runnable show = () -> workbench.show("sites");
    return primary ? Buttons.primary("Open sites", show) : Buttons.of("Open sites", show);
  }

  private String sentence(Kind kind, Rows rows) {
    return switch (kind) {
      case NO_MATCH -> RowWords.topics(rows.topics()) + " searched.";
      case CONNECTING -> "Waiting for the broker of the site.";
      case LOST ->
          live.source() instanceof Source.Gone gone
              ? gone.reason() + ". " + nextTry(gone, live.nowMs())
              : "";
      case NO_MESSAGES ->
          live.source() instanceof Source.Connected(long sinceMs)
              ? "Connected, subscribed to # for "
                  + Format.wholeAge(live.nowMs() - sinceMs)
                  + ". "
                  + (simulatorRuns()
                      ? "No node of the gateway publishes."
                      : "The simulator is not running.")
              : "";
    };
  }

  private boolean simulatorRuns() {
    SiteSession.ProcessState simulator = workbench.site().simulator().getValue();
    return simulator != null && simulator.state() == SiteSession.State.RUNNING;
  }
}
