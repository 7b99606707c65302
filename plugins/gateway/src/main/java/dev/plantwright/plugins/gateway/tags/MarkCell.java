package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.sites.deploy.Change;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a row differs from the site; on a bar what folds the group. */
final class MarkCell extends LineCell {
  private final StatusMark mark = new StatusMark();
  private final FontIcon arrow = Icons.row("mdi2c-chevron-down");
  private final Tooltip words = new Tooltip();

  MarkCell(Consumer<String> fold) {
    mark.setTooltip(words);
    getStyleClass().add("mark-cell");
    setOnMouseClicked(
        e -> {
          if (getItem() instanceof Line.Bar bar) {
            fold.accept(bar.group());
          }
        });
  }

  @Override
  void show(Line line) {
    switch (line) {
      case Line.Bar bar -> {
        arrow.setIconLiteral(bar.open() ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
        setGraphic(arrow);
      }
      case Line.Entry entry -> change(entry.change());
      case Line.Gone gone -> change(Optional.of(gone.change()));
    }
  }

  private void change(Optional<Change> change) {
    Optional<Status> status = change.flatMap(c -> status(c.kind()));
    status.ifPresent(
        s -> {
          mark.show(s, "");
          String reason = change.orElseThrow().reason();
          words.setText(reason.isEmpty() ? s.word() : s.word() + ": " + reason);
        });
    setGraphic(status.isPresent() ? mark : null);
  }

  private static Optional<Status> status(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> Optional.of(Status.ADDED);
      case CHANGED -> Optional.of(Status.CHANGED);
      case REMOVED -> Optional.of(Status.REMOVED);
      case SAME, REFUSED -> Optional.empty();
    };
  }
}
