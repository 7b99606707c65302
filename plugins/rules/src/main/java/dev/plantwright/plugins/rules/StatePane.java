package dev.plantwright.plugins.rules;

import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Section;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.live.Format;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.sites.ekuiper.EkuiperClient;
import dev.plantwright.sites.ekuiper.RuleStatus;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** How the rule is doing on the site, and how what is edited, saved and running differ. */
final class StatePane extends ScrollPane {
  /** A little less than the second between two frames in which nothing else changes. */
  private static final long POLL_MS = 950;

  private final Workbench workbench;
  private final StatusMark state = new StatusMark();
  private final Facts site = new Facts();
  private final Facts versions = new Facts();
  private final VBox actions = new VBox(4);
  private final Button start = Buttons.compact(Buttons.of("Start", this::start));
  private final Button stop = Buttons.compact(Buttons.of("Stop", this::stop));
  private final Tooltip changes = new Tooltip();
  private final Poll<RuleSeen> poll;
  private RuleSeen seen = new RuleSeen.Unknown("not asked yet");
  private RuleRates rates = RuleRates.NONE;
  private volatile String id = "";
  private Set<String> streams = Set.of();
  private boolean edited;

  StatePane(PartContext context) {
    this.workbench = context.workbench();
    setId("part/rule/state");
    setStyle(
        "-fx-border-width: 0 0 0 1;"
            + " -fx-border-color: transparent transparent transparent -color-border-muted;");
    state.getStyleClass().add("dense");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setPrefWidth(280);
    setMinWidth(240);
    actions.setStyle("-fx-padding: 0 8 8 8;");
    changes.setShowDelay(Duration.millis(300));
    setContent(
        new VBox(
            new Section("On the site", new VBox(8, site, buttons())),
            new Section("Versions", versions),
            new Section("Results", actions)));
    poll =
        new Poll<>(
            context,
            this,
            POLL_MS,
            "Ask for the state of a rule",
            doors ->
                id.isEmpty()
                    ? new RuleSeen.Unknown("the file is not read yet")
                    : RuleSeen.ask(doors, id),
            RuleSeen.Unknown::new,
            this::learned);
    context.scope().listen(workbench.site().deployment(), d -> showVersions());
    showSite();
  }

  private HBox buttons() {
    start.setId("part/rule/start");
    stop.setId("part/rule/stop");
    Button deploy = Buttons.compact(Buttons.primary("Deploy", () -> workbench.run("site.deploy")));
    deploy.setId("part/rule/deploy");
    HBox box = new HBox(8, start, stop, deploy);
    box.setStyle("-fx-padding: 0 8 8 8;");
    return box;
  }

  /** The rule as it is edited now. */
  void show(RuleText rule, String file, Set<String> readStreams, boolean isEdited) {
    String next = rule.id(file);
    if (!next.equals(id)) {
      id = next;
      rates = RuleRates.NONE;
      poll.now();
    }
    streams = readStreams;
    edited = isEdited;
    actions.getChildren().setAll(rule.actions().stream().flatMap(StatePane::lines).toList());
    if (actions.getChildren().isEmpty()) {
      actions.getChildren().add(line("The rule has no actions: results go nowhere."));
    }
    showVersions();
  }

  private static Stream<Node> lines(JsonObject action) {
    return action.members().stream().flatMap(m -> lines(ActionWords.of(m)));
  }

  private static Stream<Node> lines(ActionWords words) {
    return words.target().isEmpty()
        ? Stream.of(line(words.sentence()))
        : Stream.of(line(words.sentence()), target(words.target()));
  }

  /** An address in one line: its end tells it from others. */
  private static Label target(String address) {
    Label label = new Label(address);
    label.getStyleClass().add("mono");
    label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    label.setEllipsisString("…");
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(address));
    return label;
  }

  private static Label line(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add("dense");
    return label;
  }

  private void learned(RuleSeen now) {
    rates = rates.next(now, workbench.live().nowMs());
    seen = now;
    showSite();
    showVersions();
  }

  private void showSite() {
    state.show(seen.status(), seen.words());
    site.clear();
    site.add("State", state);
    if (seen instanceof RuleSeen.Unknown(String reason)) {
      site.add("Reason", reason);
    }
    if (seen instanceof RuleSeen.Present present) {
      counters(present);
    }
    start.setDisable(!(seen instanceof RuleSeen.Present p) || p.running());
    stop.setDisable(!(seen instanceof RuleSeen.Present p) || !p.running());
  }

  private void counters(RuleSeen.Present present) {
    RuleStatus status = present.told();
    site.add("Rows in", Format.count(status.recordsIn()) + rates.in());
    site.add("Rows out", Format.count(status.recordsOut()) + rates.out());
    site.add("Errors", Format.count(status.exceptions()), status.exceptions() > 0 ? "danger" : "");
    present.lastException().ifPresent(e -> site.add("Last error", e));
    if (!status.message().isBlank()) {
      site.add("Message", status.message());
    }
  }

  private void showVersions() {
    Versions now = Versions.of(workbench.site().deployment().getValue(), id, streams);
    versions.clear();
    versions.add("Edited", edited ? "not saved yet" : "all saved", edited ? "warning" : "");
    Label saved = versions.add("Saved", now.saved(), now.changes().isEmpty() ? "" : "warning");
    if (!now.changes().isEmpty()) {
      changes.setText(now.lines());
      saved.setTooltip(changes);
    }
    versions.add("Running", now.running(seen));
  }

  /** Starts the rule on the site. */
  void start() {
    ask("Start rule " + id, EkuiperClient::startRule);
  }

  /** Stops the rule on the site. */
  void stop() {
    ask("Stop rule " + id, EkuiperClient::stopRule);
  }

  private void ask(String title, BiConsumer<EkuiperClient, String> request) {
    String rule = id;
    for (var doors : workbench.site().doors().getValue().stream().toList()) {
      workbench
          .jobs()
          .start(
              title,
              p -> {
                request.accept(doors.ekuiper(), rule);
                return rule;
              })
          .then(done -> poll.now());
    }
  }
}
