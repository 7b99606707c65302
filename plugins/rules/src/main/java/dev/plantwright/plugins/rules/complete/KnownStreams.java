package dev.plantwright.plugins.rules.complete;

import dev.plantwright.api.PartContext;
import dev.plantwright.live.Every;
import dev.plantwright.live.History;
import dev.plantwright.live.Live;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.StreamFile;
import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sql.Sql;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The streams of the plant, with the columns they declare and those that their messages have. */
public final class KnownStreams {
  private static final int MOST_WATCHED = 50;

  private final Live live;
  private final List<Watched> watched = new ArrayList<>();

  /** A stream and the last message of its topic. */
  private record Watched(
      Statement.Create create, Supplier<Optional<Message>> last, AutoCloseable end) {}

  public KnownStreams(PartContext context) {
    this.live = context.workbench().live();
    context.scope().own(this::close);
    context.scope().listen(context.workbench().plant(), this::plant);
  }

  /** What is known at this moment. */
  public Known now() {
    MessageColumns reader = new MessageColumns(live.meanings());
    return new Known(watched.stream().map(w -> stream(w, reader)).toList());
  }

  private static Known.Stream stream(Watched watched, MessageColumns reader) {
    Statement.Create create = watched.create();
    String source = create.options().datasource();
    List<Column> seen =
        watched
            .last()
            .get()
            .map(m -> reader.of(create.name(), m.topic(), m.payload()))
            .orElse(List.of());
    List<Column> columns = DeclaredColumns.of(create, seen);
    return new Known.Stream(create.name(), source, columns);
  }

  private void plant(Optional<Plant> plant) {
    close();
    plant.map(Plant::streams).orElse(List.of()).stream()
        .limit(MOST_WATCHED)
        .forEach(s -> create(s).ifPresent(c -> watched.add(watch(c))));
  }

  private static Optional<Statement.Create> create(StreamFile stream) {
    return Sql.parse(stream.sql()) instanceof Parsed.Ok<Statement>(Statement.Create create)
        ? Optional.of(create)
        : Optional.empty();
  }

  private Watched watch(Statement.Create create) {
    String topic = create.options().datasource();
    if (!create.type().equals("mqtt") || topic.isBlank()) {
      return new Watched(create, Optional::empty, () -> {});
    }
    if (topic.contains("+") || topic.contains("#")) {
      Every every = live.every(topic, 1);
      List<Message> seen = new ArrayList<>();
      return new Watched(create, () -> newest(every, seen), every);
    }
    History history = live.history(topic);
    return new Watched(create, () -> history.messages().stream().findFirst(), history);
  }

  private static Optional<Message> newest(Every every, List<Message> seen) {
    List<Message> fresh = new ArrayList<>();
    if (every.drainTo(fresh, 1) > 0) {
      seen.clear();
      seen.addAll(fresh);
    }
    return seen.stream().findFirst();
  }

  private void close() {
    for (Watched one : watched) {
      try {
        one.end().close();
      } catch (Exception e) {
        throw new IllegalStateException("Cannot end watching " + one.create().name(), e);
      }
    }
    watched.clear();
  }
}
