package dev.plantwright.plugins.plant.sites;

import dev.plantwright.api.Notice;
import dev.plantwright.api.SiteSession;
import dev.plantwright.api.SiteSession.ProcessState;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.live.Format;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Says that a process stopped by itself, what is down, what is safe, and when it is back. */
final class StoppedBanner extends HBox {
  private final String what;
  private final String consequence;
  private final Workbench workbench;
  private final Label title = new Label();
  private final Label text = new Label();
  private final Label countdown = new Label();
  private final Button log;
  private ProcessState state;

  private StoppedBanner(
      String what, String consequence, String id, Runnable restart, Workbench workbench) {
    this.what = what;
    this.consequence = consequence;
    this.workbench = workbench;
    setId(id);
    getStyleClass().addAll("banner", "danger");
    setStyle("-fx-alignment: top-left; -fx-padding: 8 12 10 12;");
    var icon = Icons.row("mdi2c-close-octagon");
    icon.getStyleClass().add("danger");
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    text.setWrapText(true);
    text.getStyleClass().add("dense");
    countdown.getStyleClass().addAll("muted", "dense");
    Button again = Buttons.compact(Buttons.primary("Restart " + what, restart));
    again.setId(id + "-restart");
    log = Buttons.compact(Buttons.of("Open log", this::openLog));
    FlowPane buttons = new FlowPane(8, 6, again, log, countdown);
    buttons.setPadding(new Insets(4, 0, 0, 0));
    VBox words = new VBox(4, title, text, buttons);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(icon, words);
    hide();
  }

  static StoppedBanner engine(SiteSession site, Workbench workbench) {
    return new StoppedBanner(
        "engine",
        "Broker, gateway and rules are down. Acknowledged messages are safe. Parts show the last"
            + " values, marked stale.",
        "part/sites/engine-stopped",
        site::start,
        workbench);
  }

  static StoppedBanner simulator(SiteSession site, Workbench workbench) {
    return new StoppedBanner(
        "simulator",
        "The simulated devices do not answer. Their values are marked bad or stale.",
        "part/sites/simulator-stopped",
        () -> site.simulate(true),
        workbench);
  }

  void show(ProcessState process) {
    state = process;
    if (process.state() != SiteSession.State.STOPPED) {
      hide();
      return;
    }
    String at = Format.clockSeconds(process.since().toEpochMilli(), ZoneId.systemDefault());
    String whose = what.equals("engine") ? "local engine" : what;
    title.setText(
        "The " + whose + " stopped at " + at + process.cause().map(c -> " (" + c + ")").orElse(""));
    text.setText(consequence);
    log.setVisible(process.log().isPresent());
    setVisible(true);
    setManaged(true);
    tick();
  }

  /** Counts down to the restart. */
  void tick() {
    if (isVisible()) {
      countdown.setText(
          state
              .restartsAt()
              .map(at -> Math.max(0, Duration.between(Instant.now(), at).toSeconds()))
              .map(s -> "restarts in " + s + " s")
              .orElse(""));
    }
  }

  private void hide() {
    setVisible(false);
    setManaged(false);
  }

  private void openLog() {
    Path file = state.log().orElseThrow();
    workbench
        .jobs()
        .start("Open " + file.getFileName(), p -> LogTail.read(file))
        .then(tail -> LogTail.show(getScene().getWindow(), file, tail))
        .failed(
            e ->
                workbench.tell(
                    Notice.error(
                        "Cannot read the log " + file + ".", String.valueOf(e.getMessage()))));
  }
}
