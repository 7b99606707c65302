package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.TagRef;
import dev.plantwright.plant.Group;
import dev.plantwright.plant.tags.TagRow;
import dev.plantwright.plant.tags.TagTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the lines of the table together: a bar for each group, its tags below. */
final class Lines {
  private final Draft draft;
  private final Changes changes;
  private final View view;

  /**
   * What the user wants to see.
   *
   * @param group only this one
   * @param filter words that all must be in a row
   * @param closed groups whose tags are folded away
   */
  record View(Optional<String> group, String filter, Set<String> closed) {
    static final View ALL = new View(Optional.empty(), "", Set.of());

    View {
      closed = Set.copyOf(closed);
    }

    boolean filters() {
      return !filter.isBlank();
    }
  }

  private Lines(Draft draft, Changes changes, View view) {
    this.draft = draft;
    this.changes = changes;
    this.view = view;
  }

  static List<Line> of(Draft draft, Changes changes, View view) {
    return new Lines(draft, changes, view).all();
  }

  /** Groups of the node, then those that only its tags name. */
  static List<String> groups(Draft draft) {
    Set<String> groups = new LinkedHashSet<>();
    draft.node().groups().stream().map(Group::name).forEach(groups::add);
    draft.table().rows().forEach(row -> groups.add(draft.table().value(row, "group")));
    return List.copyOf(groups);
  }

  private List<Line> all() {
    Map<String, List<Line>> byGroup = new HashMap<>();
    for (TagRow row : draft.table().rows()) {
      Line.Entry entry = entry(row);
      byGroup.computeIfAbsent(entry.group(), g -> new ArrayList<>()).add(entry);
    }
    List<Line> lines = new ArrayList<>();
    for (String group : groups(draft)) {
      if (view.group().isEmpty() || view.group().get().equals(group)) {
        add(group, byGroup.getOrDefault(group, List.of()), lines);
      }
    }
    return lines;
  }

  private void add(String group, List<Line> entries, List<Line> lines) {
    List<Line> shown = new ArrayList<>();
    entries.stream().filter(this::found).forEach(shown::add);
    for (TagRef ref : changes.removed(group)) {
      Line gone = new Line.Gone(ref, changes.of(ref).orElseThrow());
      boolean again =
          entries.stream().anyMatch(e -> e instanceof Line.Entry n && n.ref().equals(ref));
      if (!again && found(gone)) {
        shown.add(gone);
      }
    }
    if (shown.isEmpty() && view.filters()) {
      return;
    }
    boolean open = !view.closed().contains(group);
    lines.add(bar(group, entries.size(), open));
    if (open) {
      lines.addAll(shown);
    }
  }

  private Line.Bar bar(String group, int tags, boolean open) {
    long interval = draft.interval(group);
    String every = interval == 0 ? "no such group" : "every " + Interval.text(interval);
    int requests = draft.plan().requestsOf(group);
    String facts = ReadPlan.counted(tags, "tag");
    if (requests > 0) {
      facts += ", " + ReadPlan.counted(requests, "request");
    }
    return new Line.Bar(group, every, facts, open);
  }

  private Line.Entry entry(TagRow row) {
    TagTable table = draft.table();
    Map<String, String> cells = new HashMap<>();
    TagTable.COLUMNS.forEach(column -> cells.put(column, table.value(row, column)));
    TagRef ref = new TagRef(draft.node().name(), cells.get("group"), cells.get("name"));
    return new Line.Entry(
        ref, row, Map.copyOf(cells), draft.tag(row), draft.problems(row), changes.of(ref));
  }

  private boolean found(Line line) {
    if (!view.filters()) {
      return true;
    }
    String text =
        switch (line) {
          case Line.Entry entry -> String.join(" ", entry.cells().values());
          case Line.Gone gone -> gone.ref().tag() + " " + gone.change().before().orElse("");
          case Line.Bar bar -> bar.group();
        };
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : view.filter().strip().toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
