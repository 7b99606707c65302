package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.driver.GroupReading;
import dev.plantwright.engine.gateway.driver.TagReading;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.north.GatewayAccess.ReadTag;
import dev.plantwright.field.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What of a reading is to be reported to one subscription: tags that are subscribed the first time
 * and when they changed or fail, other tags that are read every time.
 */
final class News {
  private final Map<String, Value> last = new HashMap<>();

  List<ReadTag> of(GroupReading reading) {
    List<ReadTag> news = new ArrayList<>();
    for (int at = 0; at < reading.readings().size(); at++) {
      Tag tag = reading.group().tags().get(at);
      TagReading one = reading.readings().get(at);
      boolean told = tag.attributes().subscribe() ? changed(tag, one) : tag.attributes().read();
      if (told) {
        news.add(new ReadTag(tag, one));
      }
    }
    return news;
  }

  private boolean changed(Tag tag, TagReading reading) {
    Value value = reading.value().orElse(null);
    Value before = last.get(tag.name());
    if (value == null) {
      last.remove(tag.name());
      return true;
    }
    boolean changed = before == null || differs(tag, before, value);
    if (changed) {
      last.put(tag.name(), value);
    }
    return changed;
  }

  private static boolean differs(Tag tag, Value before, Value value) {
    if (tag.precision() > 0
        && before instanceof Value.Real(double old)
        && value instanceof Value.Real(double now)) {
      return Math.abs(now - old) > Math.pow(0.1, tag.precision());
    }
    return !Objects.equals(before, value);
  }
}
