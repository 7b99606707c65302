package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TopicFilterTest {
  @Property(tries = 2_000)
  void matchesAsComparingLevelByLevelDoes(
      @ForAll("filters") String filter, @ForAll("topics") String topic) {
    assertThat(new TopicFilter(filter).matches(topic)).isEqualTo(naive(filter, topic));
  }

  @Provide
  Arbitrary<String> topics() {
    return levels("a", "b", "", "$s", "ab");
  }

  @Provide
  Arbitrary<String> filters() {
    Arbitrary<String> plain = levels("a", "b", "", "$s", "ab", "+");
    return Arbitraries.oneOf(plain, plain.map(filter -> filter + "/#"), Arbitraries.just("#"));
  }

  private static Arbitrary<String> levels(String... names) {
    return Arbitraries.of(names)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(levels -> String.join("/", levels));
  }

  private static boolean naive(String filter, String topic) {
    if (topic.startsWith("$") && !filter.startsWith("$")) {
      return false;
    }
    return naive(Arrays.asList(filter.split("/", -1)), Arrays.asList(topic.split("/", -1)));
  }

  private static boolean naive(List<String> filter, List<String> topic) {
    if (filter.equals(List.of("#"))) {
      return true;
    }
    if (filter.isEmpty() || topic.isEmpty()) {
      return filter.isEmpty() && topic.isEmpty();
    }
    return (filter.getFirst().equals("+") || filter.getFirst().equals(topic.getFirst()))
        && naive(filter.subList(1, filter.size()), topic.subList(1, topic.size()));
  }
}
