package dev.plantwright.sites.deploy;

import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.variables.VariableValues;
import dev.plantwright.plant.variables.Variables;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.doors.Doors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The difference between what a plant wants and what runs on a site, and how to close it.
 * Immutable; true at the moment it was made.
 */
public final class DeployPlan {
  private final PlantRead read;
  private final Doors doors;
  private final VariableValues values;
  private final DeployedMemory memory;
  private final Found found;
  private final List<Wanted> wishes;
  private final List<Change> changes = new ArrayList<>();
  private final List<Thing> foreign = new ArrayList<>();

  private DeployPlan(PlantRead read, Doors doors, VariableValues values) {
    this.read = read;
    this.doors = doors;
    this.values = values;
    this.memory = DeployedMemory.load(read.plant().folder(), doors.site().name());
    List<Wanted> unjudged = Wishes.of(read.plant(), values);
    this.found = SiteReadBack.read(doors, nodesOf(unjudged)::contains);
    Judgement judgement = new Judgement(read, doors.site(), found.plugins());
    this.wishes = judgement.of(unjudged);
    refusedLines();
    compare();
    leftOver(judgement);
  }

  /**
   * Reads back what runs on the site and compares; blocks.
   *
   * @param values of the variables of plant files on this site
   * @throws DoorException if a door of the site does not answer
   */
  public static DeployPlan between(PlantRead read, Doors doors, VariableValues values) {
    return new DeployPlan(read, doors, values);
  }

  /** All of it in order: what is refused, what is made or is there, what goes. */
  public List<Change> changes() {
    return List.copyOf(changes);
  }

  /** What is on the site without having been deployed by this plant; it stays as it is. */
  public List<Thing> foreign() {
    return List.copyOf(foreign);
  }

  /** True when something of the plant cannot be deployed; the rest only if the user agrees. */
  public boolean hasRefusals() {
    return changes.stream().anyMatch(change -> change.kind() == Change.Kind.REFUSED);
  }

  /** True when the site is as the plant wants it, refusals aside. */
  public boolean isDone() {
    return changes.stream().noneMatch(Change::isWork);
  }

  /**
   * Does what the plan says, what is refused left out; blocks. Stops at the first failure: what was
   * done before stays, and the next plan goes on from there.
   *
   * @param progress called after each change, on this thread
   */
  public Outcome apply(Consumer<Change> progress) {
    Outcome outcome = new DeployRun(doors, changes, wishes, progress).run();
    remember(outcome);
    return outcome;
  }

  /** Reads the site back and says what still differs; empty when all has arrived. */
  public List<Change> verify() {
    return between(read, doors, values).changes.stream().filter(Change::isWork).toList();
  }

  private Set<String> nodesOf(List<Wanted> all) {
    Set<String> nodes = new HashSet<>();
    all.forEach(wish -> addNode(nodes, wish.thing()));
    memory.things().forEach(thing -> addNode(nodes, thing));
    return nodes;
  }

  private static void addNode(Set<String> nodes, Thing thing) {
    if (thing.kind() == Thing.Kind.NODE) {
      nodes.add(thing.name());
    }
  }

  /** Mistakes that leave no wish behind: lines of tag tables, files nobody could read. */
  private void refusedLines() {
    Set<String> files = new HashSet<>();
    wishes.stream()
        .filter(wish -> wish.thing().kind() != Thing.Kind.TAG)
        .forEach(wish -> files.add(wish.file()));
    read.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .filter(problem -> !files.contains(problem.place().file()))
        .forEach(problem -> of(problem).ifPresent(thing -> refuse(thing, problem)));
  }

  private void refuse(Thing thing, Problem problem) {
    String reason = Judgement.words(problem);
    changes.add(new Change(Change.Kind.REFUSED, thing, reason, Optional.empty(), Optional.empty()));
  }

  private static Optional<Thing> of(Problem problem) {
    List<String> path = List.of(problem.place().file().split("/"));
    String bare = path.getLast().replaceFirst("\\.[^.]*$", "");
    return switch (path.getFirst()) {
      case "gateways" -> ofNode(path, problem.place().line());
      case "streams" -> Optional.of(Thing.stream(bare));
      case "rules" -> Optional.of(Thing.rule(bare));
      default -> Optional.empty();
    };
  }

  private static Optional<Thing> ofNode(List<String> path, int line) {
    if (path.size() != 3) {
      return Optional.empty();
    }
    String node = path.get(1);
    return Optional.of(
        path.getLast().equals("tags.csv")
            ? new Thing(Thing.Kind.TAG, List.of(node, "line " + line))
            : Thing.node(node));
  }

  private void compare() {
    Found left = found;
    for (Wanted wish : wishes) {
      Change change = compare(wish, left.content(wish.thing()));
      changes.add(change);
      boolean madeAnew = wish.thing().kind() == Thing.Kind.NODE;
      if (change.kind() == Change.Kind.CHANGED && madeAnew) {
        left = left.without(wish.thing());
      }
    }
  }

  private Change compare(Wanted wish, Optional<Content> there) {
    Optional<String> before = there.map(content -> shown(wish.written(), content));
    Optional<String> after = Optional.of(shown(wish.written(), wish.written()));
    if (wish.refusal().isPresent()) {
      return new Change(Change.Kind.REFUSED, wish.thing(), wish.refusal().get(), before, after);
    }
    if (there.isEmpty()) {
      return new Change(Change.Kind.ADDED, wish.thing(), "", before, after);
    }
    return differs(wish, there.get())
        .map(reason -> new Change(Change.Kind.CHANGED, wish.thing(), reason, before, after))
        .orElseGet(() -> new Change(Change.Kind.SAME, wish.thing(), "", before, after));
  }

  private Optional<String> differs(Wanted wish, Content there) {
    if (there instanceof Content.Stream(Optional<String> told)
        && told.isEmpty()
        && wish.resolved() instanceof Content.Stream(Optional<String> sql)) {
      String name = wish.thing().name();
      String description = found.descriptions().getOrDefault(name, "");
      if (memory.hasStream(name, sql.orElse(""), description)) {
        return Optional.empty();
      }
    }
    return wish.resolved().differs(there);
  }

  /** A site's content as the plant would write it. */
  private String shown(Content written, Content there) {
    Content restored =
        switch (there) {
          case Content.Setting(JsonObject params) when written instanceof Content.Setting w ->
              new Content.Setting(restored(params, w.params()));
          case Content.Rule(JsonObject body) when written instanceof Content.Rule w ->
              new Content.Rule(restored(body, w.body()));
          case Content.Stream(Optional<String> sql) when written instanceof Content.Stream w ->
              new Content.Stream(
                  sql.map(text -> Variables.restore(text, w.sql().orElse(""), values)));
          default -> there;
        };
    return restored.show();
  }

  private JsonObject restored(JsonObject there, JsonObject written) {
    return Trees.masked((JsonObject) Variables.restore(there, written, values));
  }

  private void leftOver(Judgement judgement) {
    Set<Thing> wanted = new HashSet<>();
    wishes.forEach(wish -> wanted.add(wish.thing()));
    Set<Thing> gone = new LinkedHashSet<>();
    for (var entry : found.contents().entrySet()) {
      Thing thing = entry.getKey();
      boolean covered = wanted.contains(thing) || gone.stream().anyMatch(thing::isInside);
      if (!covered) {
        leftOver(judgement, thing, entry.getValue(), gone);
      }
    }
  }

  private void leftOver(Judgement judgement, Thing thing, Content there, Set<Thing> gone) {
    if (!memory.things().contains(thing)) {
      foreign.add(thing);
      return;
    }
    boolean unclear = judgement.isUnclear(thing);
    if (!unclear) {
      gone.add(thing);
    }
    changes.add(
        new Change(
            unclear ? Change.Kind.REFUSED : Change.Kind.REMOVED,
            thing,
            unclear ? "its file has errors, so it stays as it is" : "",
            Optional.of(shown(there, there)),
            Optional.empty()));
  }

  private void remember(Outcome outcome) {
    Memories.after(memory, changes, wishes, outcome, doors);
  }
}
