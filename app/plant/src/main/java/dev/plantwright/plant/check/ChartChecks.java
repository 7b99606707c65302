package dev.plantwright.plant.check;

import dev.plantwright.plant.ChartFile;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.text.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks of charts. */
final class ChartChecks {
  private final Plant plant;
  private final List<Problem> problems;
  private final Map<String, Set<String>> members;

  ChartChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
    this.members = published(plant);
  }

  /** The tags that the gateway publishes, by topic. */
  private static Map<String, Set<String>> published(Plant plant) {
    Map<String, Set<String>> members = new TreeMap<>();
    for (Node.App app : plant.apps()) {
      for (Node.Subscription subscription : app.subscriptions()) {
        Set<String> tags = members.computeIfAbsent(subscription.topic(), _ -> new TreeSet<>());
        plant
            .driver(subscription.driver())
            .ifPresent(
                d ->
                    d.tags().stream()
                        .filter(t -> t.group().equals(subscription.group()))
                        .map(Tag::name)
                        .forEach(tags::add));
      }
    }
    return members;
  }

  void all() {
    plant.charts().forEach(this::chart);
  }

  private void chart(ChartFile chart) {
    Set<String> axes = new HashSet<>();
    for (ChartFile.Axis axis : chart.axes()) {
      if (!axis.id().isEmpty() && !axes.add(axis.id())) {
        error("CHART-AXIS", axis.place(), "Axis %s is there twice. Rename one.", axis.id());
      }
      if (axis.min().isPresent()
          && axis.max().isPresent()
          && axis.min().get().compareTo(axis.max().get()) >= 0) {
        error(
            "CHART-AXIS",
            axis.place(),
            "Axis %s ends where it starts. Swap min and max.",
            axis.id());
      }
    }
    chart.series().forEach(s -> series(s, axes));
    chart.limits().forEach(l -> axis(l.axis(), l.place(), axes));
  }

  private void series(ChartFile.Series series, Set<String> axes) {
    axis(series.axis(), series.place(), axes);
    int wild = Topics.wildcard(series.topic());
    if (wild >= 0) {
      String message = "A series shows one topic, not all of %s. Write it in full.";
      error("CHART-SERIES", series.place(), message, series.topic());
      return;
    }
    Set<String> known = members.getOrDefault(series.topic(), Set.of());
    if (!members.containsKey(series.topic())) {
      warn(series.place(), "Nothing here publishes on %s.%s", series.topic(), members.keySet());
    } else if (!series.member().isEmpty() && !known.contains(firstStep(series.member()))) {
      warn(series.place(), "The topic has no member %s.%s", series.member(), known);
    }
  }

  private static String firstStep(String member) {
    int dot = member.indexOf('.');
    return dot < 0 ? member : member.substring(0, dot);
  }

  /** Only what looks like a mistype is told: others may publish on any topic. */
  private void warn(Place place, String message, String word, Set<String> known) {
    String hint = Nearest.hint(word, known);
    if (!hint.isEmpty()) {
      problems.add(Problem.warning("CHART-SERIES", place, message.formatted(word, hint)));
    }
  }

  private void axis(String axis, Place place, Set<String> axes) {
    boolean known = axes.contains(axis) || axis.isEmpty() && axes.size() <= 1;
    if (!known) {
      String message =
          axis.isEmpty() ? "Name the axis; there are several.%s" : "There is no axis %s.";
      String hint = Nearest.hint(axis, axes);
      error("CHART-AXIS", place, axis.isEmpty() ? message : message + "%s", axis, hint);
    }
  }

  private void error(String code, Place place, String message, Object... words) {
    problems.add(Problem.error(code, place, message.formatted(words)));
  }
}
