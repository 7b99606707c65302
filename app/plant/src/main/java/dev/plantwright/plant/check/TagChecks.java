package dev.plantwright.plant.check;

import dev.plantwright.plant.Node;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.tags.Cell;
import dev.plantwright.plant.tags.CsvFault;
import dev.plantwright.plant.tags.TagRow;
import dev.plantwright.plant.tags.TagTable;
import dev.plantwright.plant.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong with a tag table, line by line; also while it is edited. */
public final class TagChecks {
  static final List<String> REQUIRED = List.of("group", "name", "address", "attribute", "type");

  private final Node.Driver node;
  private final TagTable table;
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Tag> tags = new ArrayList<>();

  private TagChecks(Node.Driver node) {
    this.node = node;
    this.table = node.table();
    this.file = node.tagsFile();
  }

  /**
   * The outcome.
   *
   * @param tags the lines without an error, in their order
   * @param problems of the table, by line and column
   */
  public record Checked(List<Tag> tags, List<Problem> problems) {
    public Checked {
      tags = List.copyOf(tags);
      problems = List.copyOf(problems);
    }
  }

  /** Checks the table of a driver; its {@code tags} do not matter. */
  public static Checked check(Node.Driver node) {
    return new TagChecks(node).all();
  }

  private Checked all() {
    for (CsvFault fault : table.faults()) {
      Place place = new Place(file, fault.line(), fault.column());
      problems.add(Problem.error("TAG-CSV", place, fault.message()));
    }
    if (header()) {
      rows();
      problems.addAll(new TagOverlaps(node, tags).find());
    }
    problems.sort(Comparator.comparing(Problem::place));
    return new Checked(tags, problems);
  }

  /** Whether the rows can be read. */
  private boolean header() {
    List<String> columns = table.columns();
    List<String> missing = REQUIRED.stream().filter(c -> !columns.contains(c)).toList();
    if (missing.size() < REQUIRED.size()) {
      columns();
    }
    if (!missing.isEmpty()) {
      int line = table.header().isEmpty() ? 1 : table.header().getFirst().line();
      String message = "The header lacks %s. It must read: %s.";
      problems.add(
          Problem.error(
              "TAG-HEADER",
              new Place(file, line, 1),
              message.formatted(String.join(", ", missing), String.join(",", TagTable.COLUMNS))));
    }
    return missing.isEmpty();
  }

  private void columns() {
    Set<String> seen = new HashSet<>();
    for (Cell cell : table.header()) {
      String name = cell.value().strip();
      if (!seen.add(name)) {
        header(cell, Severity.ERROR, "Column %s is there twice. Remove one.".formatted(name));
      } else if (!TagTable.COLUMNS.contains(name)) {
        Nearest.to(name, TagTable.COLUMNS)
            .filter(near -> !table.columns().contains(near) && !REQUIRED.contains(near))
            .map(near -> "Column %s is not known. Did you mean %s?".formatted(name, near))
            .ifPresent(message -> header(cell, Severity.WARNING, message));
      }
    }
  }

  private void header(Cell cell, Severity severity, String message) {
    Place place = new Place(file, cell.line(), cell.column());
    problems.add(new Problem(severity, "TAG-HEADER", place, message));
  }

  private void rows() {
    Map<String, Integer> lines = new HashMap<>();
    Set<Integer> broken = new HashSet<>();
    table.faults().forEach(f -> broken.add(f.line()));
    for (TagRow row : table.rows()) {
      if (broken.contains(row.line())) {
        continue;
      }
      TagRowCheck check = new TagRowCheck(node, row);
      check.tag(lines).ifPresent(tags::add);
      problems.addAll(check.problems());
    }
  }
}
