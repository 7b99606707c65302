package dev.plantwright.plugins.rules;

import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.read.PlantReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Checks the unsaved text of a file as a part of its plant, a moment after it last changed: the
 * same sentences that the saved file gets. One check at a time, off the FX thread.
 */
final class DraftCheck {
  private final Workbench workbench;
  private final String file;
  private final String producer;
  private final Consumer<List<Problem>> onChecked;
  private final PauseTransition pause = new PauseTransition(Duration.millis(150));
  private List<Problem> ofSaved = List.of();
  private String text = "";
  private boolean edited;
  private boolean checking;
  private boolean closed;

  DraftCheck(PartContext context, String file, String producer, Consumer<List<Problem>> onChecked) {
    this.workbench = context.workbench();
    this.file = file;
    this.producer = producer;
    this.onChecked = onChecked;
    pause.setOnFinished(e -> check());
    context.scope().own(this::close);
  }

  private void close() {
    closed = true;
    pause.stop();
    workbench.report(producer, List.of());
  }

  /** To be told of every text. */
  void changed(String newText, boolean nowEdited) {
    text = newText;
    edited = nowEdited;
    pause.playFromStart();
  }

  private void check() {
    Optional<Path> folder = workbench.plant().getValue().map(Plant::folder);
    if (checking || closed || folder.isEmpty()) {
      return;
    }
    checking = true;
    String checked = text;
    workbench
        .jobs()
        .quietly("Check " + file, p -> problems(folder.get(), checked))
        .then(found -> ended(checked, found))
        .failed(e -> ended(checked, List.of()));
  }

  private List<Problem> problems(Path folder, String draft) {
    return PlantReader.read(folder, Map.of(file, draft)).problems().stream()
        .filter(p -> p.place().file().equals(file))
        .toList();
  }

  private void ended(String checked, List<Problem> found) {
    checking = false;
    if (closed) {
      return;
    }
    if (!checked.equals(text)) {
      pause.playFromStart();
      return;
    }
    if (!edited) {
      ofSaved = found;
    }
    // What the saved file has too is told by the plant.
    workbench.report(producer, found.stream().filter(p -> !ofSaved.contains(p)).toList());
    onChecked.accept(found);
  }
}
