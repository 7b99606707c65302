package dev.plantwright.shell.plant;

import dev.plantwright.plant.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Everything that is wrong now; each producer replaces what it said before. FX thread. */
public final class ProblemList {
  private final Map<String, List<Problem>> said = new LinkedHashMap<>();
  private final ObservableList<Problem> all = FXCollections.observableArrayList();

  public ObservableList<Problem> all() {
    return all;
  }

  public void report(String producer, List<Problem> problems) {
    List<Problem> former =
        problems.isEmpty() ? said.remove(producer) : said.put(producer, List.copyOf(problems));
    if (!problems.equals(former == null ? List.of() : former)) {
      all.setAll(said.values().stream().flatMap(List::stream).toList());
    }
  }
}
