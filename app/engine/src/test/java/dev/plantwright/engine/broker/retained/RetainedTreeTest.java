package dev.plantwright.engine.broker.retained;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.broker.message.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RetainedTreeTest {
  @Property
  void it_finds_what_looking_at_every_topic_finds(
      @ForAll("topics") Set<String> kept,
      @ForAll("topics") Set<String> removed,
      @ForAll("filters") String filter) {
    RetainedTree<String> tree = new RetainedTree<>();
    for (String topic : kept) {
      tree.put(topic, "before");
      assertThat(tree.put(topic, topic)).isEqualTo("before");
    }
    for (String topic : removed) {
      assertThat(tree.remove(topic)).isEqualTo(kept.contains(topic) ? topic : null);
    }
    List<String> found = new ArrayList<>();
    tree.match(filter, found::add);
    List<String> left = kept.stream().filter(t -> !removed.contains(t)).toList();
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(left.stream().filter(t -> naive(filter, t)).toList());
    assertThat(tree.size()).isEqualTo(left.size());
  }

  /** The filter as a regular expression. */
  private static boolean naive(String filter, String topic) {
    if (topic.startsWith("$") && (filter.startsWith("+") || filter.startsWith("#"))) {
      return false;
    }
    StringBuilder pattern = new StringBuilder();
    String separator = "";
    for (String level : filter.split("/", -1)) {
      switch (level) {
        case "#" -> pattern.append(separator.isEmpty() ? ".*" : "(/.*)?");
        case "+" -> pattern.append(separator).append("[^/]*");
        default -> pattern.append(separator).append(Pattern.quote(level));
      }
      separator = "/";
    }
    return topic.matches(pattern.toString());
  }

  @Provide
  Arbitrary<Set<String>> topics() {
    return Arbitraries.of("a", "b", "", "$s")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(levels -> String.join("/", levels))
        .filter(Topics::validName)
        .set()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> filters() {
    return Arbitraries.of("a", "b", "", "+", "$s")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(levels -> String.join("/", levels))
        .flatMap(f -> Arbitraries.of(f, f + "/#", "#"))
        .filter(Topics::validFilter);
  }
}
