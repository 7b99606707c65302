package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.sites.deploy.Change;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Tooltip;

/** What is wrong with a row in words, else how far its value can be believed. */
final class QualityCell extends LineCell {
  private final Function<Line, Reading> readings;
  private final StatusMark mark = new StatusMark();
  private final Tooltip tooltip = new Tooltip();

  QualityCell(Function<Line, Reading> readings) {
    this.readings = readings;
    mark.setMinWidth(0);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(420);
  }

  @Override
  void show(Line line) {
    switch (line) {
      case Line.Bar bar -> clear();
      case Line.Gone gone -> say(Status.OFF, "removed, still polled");
      case Line.Entry entry -> entry(entry);
    }
  }

  private void entry(Line.Entry entry) {
    Optional<Problem> problem =
        entry.problems().stream().min(Comparator.comparing(Problem::severity));
    boolean added = entry.change().filter(c -> c.kind() == Change.Kind.ADDED).isPresent();
    Reading reading = readings.apply(entry);
    if (problem.isPresent()) {
      boolean error = problem.get().severity() == Severity.ERROR;
      say(error ? Status.BAD : Status.UNCERTAIN, problem.get().message());
    } else if (added) {
      say(Status.NOT_DEPLOYED, Status.NOT_DEPLOYED.word());
    } else {
      say(reading.status(), reading.words());
    }
  }

  private void say(Status status, String words) {
    mark.show(status, words);
    if (!words.equals(tooltip.getText())) {
      tooltip.setText(words);
      setTooltip(words.length() > 20 ? tooltip : null);
    }
    if (getGraphic() != mark) {
      setGraphic(mark);
    }
  }
}
