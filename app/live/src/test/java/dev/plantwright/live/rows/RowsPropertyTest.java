package dev.plantwright.live.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.LiveFeed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RowsPropertyTest {
  record Sample(String topic, int number) {}

  @Property(tries = 150)
  void countsAndMatchesAreThoseOfAMapOfTopics(
      @ForAll("samples") List<Sample> samples,
      @ForAll("words") String word,
      @ForAll("limits") int limit) {
    Map<String, Integer> model = new TreeMap<>();
    try (LiveFeed feed = new LiveFeed()) {
      Rows rows = new Rows(feed.live());
      rows.query(Query.parse(word + " > " + limit));
      for (Sample sample : samples) {
        model.put(sample.topic(), sample.number());
        feed.send(sample.topic(), "" + sample.number());
        if (sample.number() % 5 == 0) {
          rows.refresh();
        }
      }
      feed.settle();
      feed.now(LiveFeed.T0 + 1_000);
      rows.refresh();

      assertThat(rows.topics()).isEqualTo(model.size());
      assertThat(rows.matches()).isEqualTo(count(model, "", word, limit));
      for (int i = 0; i < rows.size(); i++) {
        Row row = rows.get(i);
        String path = feed.live().latest().path(row.row());
        assertThat(row.topics()).as(path).isEqualTo(count(model, path + "/", "", -1));
        assertThat(row.matches()).as(path).isEqualTo(count(model, path + "/", word, limit));
        assertThat(row.match())
            .isEqualTo(model.getOrDefault(path, -1) > limit && path.contains(word));
      }
    }
  }

  @Provide
  Arbitrary<List<Sample>> samples() {
    Arbitrary<String> topics =
        Arbitraries.of("a", "b", "ab", "c")
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(levels -> String.join("/", levels));
    return Combinators.combine(topics, Arbitraries.integers().between(0, 20))
        .as(Sample::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of("a", "b", "ab", "a/b", "c");
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.integers().between(0, 20);
  }

  private static int count(Map<String, Integer> model, String below, String word, int limit) {
    return (int)
        model.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(below))
            .filter(entry -> entry.getKey().contains(word))
            .filter(entry -> entry.getValue() > limit)
            .count();
  }
}
