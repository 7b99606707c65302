package dev.plantwright.plugins.plant.deploy;

import dev.plantwright.api.Deployment;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.live.Format;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.Outcome;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The difference between files and site, and the button that makes the site match the files. */
public final class DeployPart implements Part {
  private final Workbench workbench;
  private final Label title = new Label();
  private final Label summary = new Label();
  private final Label step = new Label();
  private final ProgressBar progress = new ProgressBar(0);
  private final Banner banner = new Banner();
  private final ChangeTable table;
  private final DifferencePane difference = new DifferencePane();
  private final StackPane body = new StackPane();
  private final SplitPane split = new SplitPane();
  private final Button deploy = Buttons.primary("Deploy", this::deploy);
  private final Button compare;
  private final BorderPane root = new BorderPane();
  private Optional<Jobs.Job<Outcome>> running = Optional.empty();

  public DeployPart(PartContext context) {
    workbench = context.workbench();
    table = new ChangeTable(difference::show);
    compare = Buttons.of("Compare again", () -> workbench.site().compare());
    compare.setId("part/deploy/compare");
    deploy.setId("part/deploy/deploy");
    root.setId("part/deploy/body");
    root.setTop(new VBox(head(), banner));
    root.setCenter(body);
    root.setBottom(foot());
    split.setOrientation(Orientation.HORIZONTAL);
    split.getItems().addAll(table, difference);
    split.setDividerPositions(0.58);
    context.scope().listen(workbench.site().deployment(), d -> show());
    context.scope().listen(workbench.plant(), p -> show());
    context.scope().listen(workbench.site().doors(), d -> show());
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void focus() {
    table.requestFocus();
  }

  private Node head() {
    title.getStyleClass().add("title");
    summary.getStyleClass().addAll("muted", "dense");
    summary.setId("part/deploy/summary");
    progress.setPrefWidth(160);
    progress.setVisible(false);
    step.getStyleClass().addAll("muted", "dense");
    VBox words = new VBox(2, title, summary);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    HBox head = new HBox(12, words, step, progress);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setStyle("-fx-padding: 10 12 10 12;");
    return head;
  }

  private Node foot() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(8, space, compare, deploy);
    foot.setAlignment(Pos.CENTER_RIGHT);
    foot.setStyle(
        "-fx-padding: 8 12 8 12; -fx-border-width: 1 0 0 0; -fx-border-color: -color-border-muted"
            + " transparent transparent transparent;");
    return foot;
  }

  private void show() {
    Deployment now = workbench.site().deployment().getValue();
    title.setText(
        "Deploy "
            + workbench.plant().getValue().map(p -> p.name()).orElse("a plant")
            + " to "
            + workbench.site().doors().getValue().map(d -> d.site().name()).orElse("local"));
    long work = now.changes().stream().filter(Change::isWork).count();
    summary.setText(Summary.of(now, ZoneId.systemDefault()));
    table.show(now.changes());
    body.getChildren().setAll(now.changes().isEmpty() ? empty(now) : split);
    if (!isRunning()) {
      deploy.setText(work == 1 ? "Deploy 1 change" : "Deploy " + Format.count(work) + " changes");
      deploy.setDisable(work == 0);
      refusals(now);
    }
  }

  private void refusals(Deployment now) {
    long refused = now.changes().stream().filter(c -> c.kind() == Change.Kind.REFUSED).count();
    if (refused > 0) {
      banner.show(
          Banner.Tone.WARNING,
          Format.count(refused)
              + (refused == 1 ? " thing" : " things")
              + " cannot be deployed: see the reasons. The rest is deployed if you agree.",
          List.of());
      deploy.setText(deploy.getText() + " without " + refused);
    } else {
      banner.hide();
    }
  }

  private Node empty(Deployment now) {
    if (now.failure().isPresent()) {
      return new EmptyState(
          "mdi2r-rocket-launch-outline",
          "Files and site could not be compared",
          now.failure().get(),
          List.of(Buttons.primary("Try again", () -> workbench.site().compare())));
    }
    boolean compared = now.comparedAt().isPresent();
    return new EmptyState(
        "mdi2r-rocket-launch-outline",
        compared ? "Nothing to deploy" : "Not compared yet",
        compared
            ? "The site runs what the files say."
            : "The site does not answer yet. Files and site are compared as soon as it does.",
        List.of());
  }

  private boolean isRunning() {
    return running.filter(j -> j.state().get() == Jobs.State.RUNNING).isPresent();
  }

  /** Deploys what is listed; what is refused stays out, as the button says. */
  public void deploy() {
    if (isRunning() || deploy.isDisabled()) {
      return;
    }
    Jobs.Job<Outcome> job = workbench.site().deploy(true);
    running = Optional.of(job);
    deploy.setDisable(true);
    deploy.setText("Deploying");
    progress.setVisible(true);
    progress.progressProperty().bind(job.progress());
    step.textProperty().bind(job.message());
    job.then(this::done).failed(e -> ended("Stopped: " + e.getMessage()));
  }

  private void done(Outcome outcome) {
    if (outcome.stopped().isPresent()) {
      ended(outcome.stopped().get());
    } else {
      ended("");
    }
  }

  private void ended(String trouble) {
    progress.progressProperty().unbind();
    progress.setVisible(false);
    step.textProperty().unbind();
    step.setText("");
    running = Optional.empty();
    show();
    if (!trouble.isEmpty()) {
      banner.show(
          Banner.Tone.DANGER, trouble, List.of(Buttons.compact(Buttons.of("Retry", this::deploy))));
    }
  }
}
