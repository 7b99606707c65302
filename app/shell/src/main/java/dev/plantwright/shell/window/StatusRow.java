package dev.plantwright.shell.window;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The status bar; an item with nothing to say takes no room, a click opens its view. */
public final class StatusRow extends HBox {
  /** What the items say. */
  public record Facts(
      Optional<SiteFact> site,
      int errors,
      int warnings,
      String selection,
      String job,
      double jobProgress,
      int undeployed,
      long heapUsed,
      long heapMax,
      String time) {}

  /** State of the site and how busy it is. */
  public record SiteFact(Status status, String words, String rate) {}

  private final StatusMark siteMark = new StatusMark();
  private final Label rate = label("mdi2p-pulse");
  private final StatusMark errors = new StatusMark();
  private final StatusMark warnings = new StatusMark();
  private final Label selection = new Label();
  private final Label job = label("mdi2p-progress-check");
  private final ProgressBar jobBar = bar();
  private final Label changes = new Label();
  private final Label heap = new Label("Heap");
  private final ProgressBar heapBar = bar();
  private final Label heapText = new Label();
  private final Label time = new Label();
  private final HBox site;
  private final HBox messages;
  private final HBox selectionBox;
  private final HBox jobBox;
  private final HBox changesBox;
  private final HBox heapBox;
  private boolean narrow;

  /** Opens the view of an item. */
  public interface Opener {
    void open(String view);
  }

  public StatusRow(Opener open) {
    getStyleClass().add("status-row");
    site = item("site", open, "sites", siteMark);
    messages = item("messages", open, "namespace", rate);
    HBox problems = item("problems", open, "problems", errors, warnings);
    selectionBox = item("selection", open, "", selection);
    jobBox = item("job", open, "progress", job, jobBar);
    changesBox = item("changes", open, "deploy", changes);
    heapBox = item("heap", open, "", heap, heapBar, heapText);
    HBox clock = item("time", open, "", time);
    clock.getStyleClass().add("last");
    heapText.setMinWidth(USE_PREF_SIZE);
    time.getStyleClass().add("status-time");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    selection.setMinWidth(0);
    getChildren()
        .addAll(site, messages, problems, selectionBox, space, jobBox, changesBox, heapBox, clock);
  }

  private static HBox item(String id, Opener open, String view, Node... nodes) {
    HBox box = new HBox(nodes);
    box.setId("status/" + id);
    box.getStyleClass().add("status-item");
    if (!view.isEmpty()) {
      box.getStyleClass().add("opens");
      box.setOnMouseClicked(e -> open.open(view));
    }
    return box;
  }

  private static Label label(String icon) {
    Label label = new Label();
    label.setGraphic(Icons.row(icon));
    return label;
  }

  private static ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.getStyleClass().add("status-bar-progress");
    return bar;
  }

  public void narrow(boolean now) {
    narrow = now;
  }

  /** Shows facts; only what changed is laid out anew. */
  public void show(Facts facts) {
    visible(site, facts.site().isPresent());
    visible(messages, facts.site().filter(s -> !s.rate().isEmpty()).isPresent());
    facts
        .site()
        .ifPresent(
            s -> {
              siteMark.show(s.status(), s.words());
              set(rate, s.rate());
            });
    errors.show(facts.errors() > 0 ? Status.BAD : Status.GOOD, errorsText(facts));
    visible(warnings, facts.warnings() > 0);
    warnings.show(Status.UNCERTAIN, Integer.toString(facts.warnings()));
    visible(errors, facts.errors() > 0 || facts.warnings() == 0);
    set(selection, facts.selection());
    visible(selectionBox, !facts.selection().isEmpty());
    set(job, facts.job());
    visible(jobBox, !facts.job().isEmpty());
    jobBar.setProgress(Math.max(0, facts.jobProgress()));
    visible(jobBar, facts.jobProgress() >= 0);
    visible(changesBox, facts.undeployed() > 0);
    set(
        changes,
        facts.undeployed() == 1
            ? "1 change not deployed"
            : facts.undeployed() + " changes not deployed");
    heap(facts);
    set(time, facts.time());
  }

  private static String errorsText(Facts facts) {
    return facts.errors() > 0 ? Integer.toString(facts.errors()) : "no problems";
  }

  private void heap(Facts facts) {
    visible(heapBox, !narrow);
    long mega = 1 << 20;
    heapBar.setProgress((double) facts.heapUsed() / facts.heapMax());
    set(heapText, facts.heapUsed() / mega + " of " + facts.heapMax() / mega + " MB");
  }

  private static void set(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }

  private static void visible(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
