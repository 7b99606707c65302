package dev.plantwright.engine.broker.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.broker.message.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionTreeTest {
  @ParameterizedTest
  @CsvSource({
    "a/#,a,true",
    "a/#,a/b/c,true",
    "a/+,a,false",
    "a/+,a/,true",
    "+,/a,false",
    "+/+,/a,true",
    "/+,/a,true",
    "#,a/b,true",
    "#,$SYS/a,false",
    "+/a,$SYS/a,false",
    "$SYS/#,$SYS/a,true",
    "$SYS/+,$SYS/a,true",
    "a/+/c,a/$b/c,true",
    "A,a,false"
  })
  void the_examples_of_the_standard(String filter, String topic, boolean matches) {
    SubscriptionTree<String> tree = new SubscriptionTree<>();
    tree.add(filter, "x");
    List<String> found = new ArrayList<>();
    tree.match(topic, found::add);
    assertThat(found).hasSize(matches ? 1 : 0);
  }

  @Property
  void it_finds_what_looking_at_every_filter_finds(
      @ForAll("filters") Set<String> filters,
      @ForAll("filters") Set<String> removed,
      @ForAll("topics") String topic) {
    SubscriptionTree<String> tree = new SubscriptionTree<>();
    filters.forEach(filter -> tree.add(filter, filter));
    for (String filter : removed) {
      assertThat(tree.remove(filter, filter)).isEqualTo(filters.contains(filter));
    }
    List<String> found = new ArrayList<>();
    tree.match(topic, found::add);
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            filters.stream().filter(f -> !removed.contains(f) && naive(f, topic)).toList());
    assertThat(tree.size())
        .isEqualTo((int) filters.stream().filter(f -> !removed.contains(f)).count());
  }

  static boolean naive(String filter, String topic) {
    String[] f = filter.split("/", -1);
    String[] t = topic.split("/", -1);
    if (topic.startsWith("$") && (f[0].equals("#") || f[0].equals("+"))) {
      return false;
    }
    for (int i = 0; i < f.length; i++) {
      if (f[i].equals("#")) {
        return true;
      }
      if (i >= t.length || !f[i].equals("+") && !f[i].equals(t[i])) {
        return false;
      }
    }
    return f.length == t.length;
  }

  @Provide
  Arbitrary<Set<String>> filters() {
    Arbitrary<String> level = Arbitraries.of("a", "b", "", "+", "$s");
    return level
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(levels -> String.join("/", levels))
        .flatMap(f -> Arbitraries.of(f, f + "/#", "#"))
        .filter(Topics::validFilter)
        .set()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<String> topics() {
    return Arbitraries.of("a", "b", "", "$s")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(levels -> String.join("/", levels))
        .filter(Topics::validName);
  }
}
