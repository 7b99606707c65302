package dev.plantwright.sql.function;

import dev.plantwright.sql.function.CallContext.WindowRange;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** What the row, the window, the rule and the clock know. */
final class ContextFunctions {
  private static final Signature NONE = Signature.of();
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private ContextFunctions() {}

  static List<Function> all() {
    Signature reference = Signature.of(Argument.METADATA);
    return List.of(
        context("tstamp", (a, c) -> c.now()),
        context("rule_id", (a, c) -> c.ruleId()),
        context("rule_start", (a, c) -> c.ruleStart()),
        context("event_time", (a, c) -> c.eventTime()),
        context("window_start", (a, c) -> range(c, WindowRange::start)),
        context("window_end", (a, c) -> range(c, WindowRange::end)),
        context("window_trigger", (a, c) -> range(c, WindowRange::end)),
        context("newuuid", (a, c) -> UUID.randomUUID().toString()),
        context("now", (a, c) -> TIMESTAMP.format(time(c))),
        context("current_timestamp", (a, c) -> TIMESTAMP.format(time(c))),
        context("local_time", (a, c) -> TIMESTAMP.format(time(c))),
        context("local_timestamp", (a, c) -> TIMESTAMP.format(time(c))),
        context("cur_date", (a, c) -> time(c).toLocalDate().toString()),
        context("current_date", (a, c) -> time(c).toLocalDate().toString()),
        context("cur_time", (a, c) -> TIMESTAMP.format(time(c)).substring(11)),
        context("current_time", (a, c) -> TIMESTAMP.format(time(c)).substring(11)),
        new Function.Scalar("meta", reference, NullRule.BODY, (a, c) -> a[0]),
        new Function.Scalar("mqtt", reference, NullRule.NULL, (a, c) -> a[0]));
  }

  private static Function context(String name, Function.Body body) {
    return new Function.Scalar(name, NONE, NullRule.BODY, body);
  }

  private static Object range(CallContext context, ToLongFunction<WindowRange> which) {
    WindowRange window = context.window();
    return window == null ? null : which.applyAsLong(window);
  }

  private static ZonedDateTime time(CallContext context) {
    return Instant.ofEpochMilli(context.now()).atZone(context.zone());
  }
}
