package dev.plantwright.sites.deploy;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.neuron.GatewayTag;
import dev.plantwright.sites.neuron.NeuronClient;
import dev.plantwright.sites.neuron.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Carries out the changes of a plan: first what goes, from the inside out, then what is made, from
 * the outside in; the tags of a group in one request.
 */
final class DeployRun {
  private final Doors doors;
  private final Map<Thing, Content> contents = new HashMap<>();
  private final List<List<Change>> steps = new ArrayList<>();
  private final Consumer<Change> progress;
  private final List<Change> done = new ArrayList<>();

  DeployRun(Doors doors, List<Change> changes, List<Wanted> wishes, Consumer<Change> progress) {
    this.doors = doors;
    this.progress = progress;
    wishes.forEach(wish -> contents.put(wish.thing(), wish.resolved()));
    Comparator<Change> inward = Comparator.comparing(change -> change.thing().kind());
    steps(changes, Change.Kind.REMOVED::equals, inward.reversed());
    steps(changes, kind -> kind == Change.Kind.ADDED || kind == Change.Kind.CHANGED, inward);
  }

  private void steps(List<Change> changes, Predicate<Change.Kind> kind, Comparator<Change> order) {
    Map<String, List<Change>> together = new LinkedHashMap<>();
    changes.stream()
        .filter(change -> kind.test(change.kind()))
        .sorted(order)
        .forEach(c -> together.computeIfAbsent(step(c), key -> new ArrayList<>()).add(c));
    steps.addAll(together.values());
  }

  /** Tags of one group that share a fate go in one request; everything else goes alone. */
  private static String step(Change change) {
    Thing thing = change.thing();
    return thing.kind() == Thing.Kind.TAG
        ? change.kind() + " tags of " + thing.path().subList(0, 2)
        : change.kind() + " " + thing;
  }

  Outcome run() {
    for (List<Change> step : steps) {
      try {
        carryOut(step);
      } catch (DoorException e) {
        String sentence = "Stopped at " + step.getFirst().thing() + ": " + e.getMessage();
        return new Outcome(done, Optional.of(sentence));
      }
      done.addAll(step);
      step.forEach(progress);
    }
    return new Outcome(done, Optional.empty());
  }

  private void carryOut(List<Change> step) {
    Change first = step.getFirst();
    switch (first.kind()) {
      case REMOVED -> remove(step);
      case ADDED, CHANGED -> make(step, first.kind() == Change.Kind.CHANGED);
      case SAME, REFUSED -> throw new IllegalArgumentException("nothing to do for " + first);
    }
  }

  private void remove(List<Change> step) {
    Thing thing = step.getFirst().thing();
    List<String> path = thing.path();
    switch (thing.kind()) {
      case NODE -> doors.neuron().deleteNode(thing.name());
      case GROUP -> doors.neuron().deleteGroup(path.get(0), path.get(1));
      case TAG ->
          doors
              .neuron()
              .deleteTags(path.get(0), path.get(1), step.stream().map(DeployRun::tag).toList());
      case SETTING -> {
        // Settings cannot be taken back; they go with their node.
      }
      case SUBSCRIPTION -> doors.neuron().unsubscribe(path.get(0), path.get(1), path.get(2));
      case STREAM -> doors.ekuiper().dropStream(thing.name());
      case RULE -> doors.ekuiper().deleteRule(thing.name());
    }
  }

  private void make(List<Change> step, boolean change) {
    Thing thing = step.getFirst().thing();
    List<String> path = thing.path();
    switch (contents.get(thing)) {
      case Content.Node node -> node(thing.name(), node, change);
      case Content.Group(long interval) -> group(path, interval, change);
      case Content.Tag tag -> tags(path, step, change);
      case Content.Setting setting ->
          doors.neuron().set(thing.name(), Trees.door(setting.params()));
      case Content.Subscription subscription -> subscribe(path, subscription);
      case Content.Stream(Optional<String> sql) ->
          doors.ekuiper().putStream(thing.name(), sql.orElse(""));
      case Content.Rule rule -> doors.ekuiper().putRule(thing.name(), Trees.door(rule.body()));
    }
  }

  private void node(String name, Content.Node node, boolean change) {
    if (change) {
      doors.neuron().deleteNode(name);
    }
    doors.neuron().addNode(name, node.plugin());
  }

  private void group(List<String> path, long interval, boolean change) {
    if (change) {
      doors.neuron().changeGroup(path.get(0), path.get(1), interval);
    } else {
      doors.neuron().addGroup(path.get(0), path.get(1), interval);
    }
  }

  private void tags(List<String> path, List<Change> step, boolean change) {
    List<GatewayTag> tags =
        step.stream().map(c -> ((Content.Tag) contents.get(c.thing())).tag()).toList();
    NeuronClient gateway = doors.neuron();
    if (change) {
      gateway.changeTags(path.get(0), path.get(1), tags);
    } else {
      gateway.addTags(path.get(0), path.get(1), tags);
    }
  }

  private void subscribe(List<String> path, Content.Subscription content) {
    doors
        .neuron()
        .subscribe(
            new Subscription(
                path.get(0),
                path.get(1),
                path.get(2),
                content.topic(),
                Optional.of(content.staticTags())
                    .filter(tags -> !tags.members().isEmpty())
                    .map(Trees::door)));
  }

  private static String tag(Change change) {
    return change.thing().path().getLast();
  }
}
