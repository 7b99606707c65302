package dev.plantwright.shell.parts;

import dev.plantwright.api.Jobs.Job;
import dev.plantwright.api.Jobs.State;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Jobs, newest first, with Cancel. */
public final class ProgressPart implements Part {
  private final ListView<Job<?>> list = new ListView<>();
  private final StackPane node = new StackPane();
  private final PartContext context;

  public ProgressPart(PartContext context) {
    this.context = context;
    list.setId("part/progress/list");
    list.setItems(context.workbench().jobs().all());
    list.setCellFactory(l -> new JobCell());
    ListChangeListener<Job<?>> change = c -> show();
    list.getItems().addListener(change);
    context.scope().own(() -> list.getItems().removeListener(change));
    show();
  }

  private void show() {
    node.getChildren().setAll(context.workbench().jobs().all().isEmpty() ? nothing() : list);
  }

  private static Node nothing() {
    return new EmptyState(
        "mdi2p-progress-check",
        "Nothing is running",
        "Work that takes longer appears here, with Cancel.",
        List.of());
  }

  private static final class JobCell extends ListCell<Job<?>> {
    private final StatusMark mark = new StatusMark();
    private final Label title = new Label();
    private final Label message = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = Buttons.compact(Buttons.of("Cancel", () -> getItem().cancel()));
    private final HBox row;

    JobCell() {
      message.getStyleClass().addAll("muted", "dense");
      title.setMinWidth(Region.USE_PREF_SIZE);
      cancel.setMinWidth(Region.USE_PREF_SIZE);
      bar.getStyleClass().add("status-bar-progress");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      row = new HBox(8, mark, title, message, space, bar, cancel);
      row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Job<?> job, boolean empty) {
      super.updateItem(job, empty);
      setText(null);
      setGraphic(empty || job == null ? null : row);
      message.textProperty().unbind();
      bar.progressProperty().unbind();
      mark.visibleProperty().unbind();
      if (empty || job == null) {
        return;
      }
      title.setText(job.title());
      message.textProperty().bind(job.message());
      bar.progressProperty().bind(job.progress());
      mark.visibleProperty()
          .bind(
              job.state()
                  .map(
                      s -> {
                        state(s);
                        return true;
                      }));
    }

    private void state(State state) {
      switch (state) {
        case RUNNING -> mark.show(Status.STARTING, "");
        case DONE -> mark.show(Status.PASS, "");
        case FAILED -> mark.show(Status.FAILED, "");
        case CANCELLED -> mark.show(Status.STOPPED, "");
      }
      boolean running = state == State.RUNNING;
      bar.setVisible(running);
      cancel.setVisible(running);
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    list.requestFocus();
  }
}
