package dev.plantwright.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;

/**
 * The last value of every row of the namespace. Any thread may read; nobody waits for a reader, and
 * a reader never waits for the broker.
 *
 * <p>Rows are numbers from 0 (the root, which has no name) below {@link #size}; a parent has a
 * smaller number than its children; rows are only added. A row is either a level of topics or a
 * member of a payload: below a topic both can be, even with the same name.
 */
public final class Latest {
  /** No such row. */
  public static final int NONE = Tree.NONE;

  /** The row above all topics. */
  public static final int ROOT = Tree.ROOT;

  private final Tree tree;
  private volatile long version;

  Latest(Tree tree) {
    this.tree = tree;
  }

  /** Another number whenever anything came since. */
  public long version() {
    return version;
  }

  void changed() {
    version = version + 1;
  }

  public int size() {
    return tree.size();
  }

  /** The last level or member of the row's path; an empty level is an empty text. */
  public String name(int row) {
    return tree.name(row);
  }

  /** The row above; {@link #NONE} for the root. */
  public int parent(int row) {
    return tree.parent(row);
  }

  /** Whether the row is a member of a payload and not a level of topics. */
  public boolean isMember(int row) {
    return tree.isMember(row);
  }

  /** Whether the row has, or could have, a value of its own. */
  public boolean isValue(int row) {
    return tree.page(row).form[row & Page.MASK] >= Page.MISSING;
  }

  /** Everything about a row at one instant. */
  public Reading read(int row) {
    return tree.page(row).read(row & Page.MASK, row);
  }

  /** The value as a number, {@code NaN} if it is none or the publisher reports an error. */
  public double number(int row) {
    Page page = tree.page(row);
    int i = row & Page.MASK;
    while (true) {
      int before = page.beginRead(i);
      byte form = page.trust[i] == Reading.Trust.BAD.ordinal() ? Page.MISSING : page.form[i];
      long bits = page.bits[i];
      if (page.unchangedSince(i, before)) {
        return switch (form) {
          case Page.WHOLE, Page.FLAG -> bits;
          case Page.REAL -> Double.longBitsToDouble(bits);
          default -> Double.NaN;
        };
      }
    }
  }

  /** When the last value came, epoch ms; 0 = never. */
  public long valueMs(int row) {
    return tree.page(row).valueMs[row & Page.MASK];
  }

  /** Values a second. */
  public double perSecond(int row, long nowMs) {
    Page page = tree.page(row);
    int i = row & Page.MASK;
    return page.count[i] < 2 ? 0 : Tree.perSecond(page.meanMs[i], nowMs - page.valueMs[i]);
  }

  /**
   * The row's last five minutes, oldest first, {@code NaN} where nothing came.
   *
   * @param into at least {@link Spark#BUCKETS} long
   * @return whether there is a number in it
   */
  public boolean spark(int row, long nowMs, float[] into) {
    return Spark.copy(tree.page(row), row & Page.MASK, nowMs, into);
  }

  /** The nearest row at or above this one that is a level of topics. */
  public int topicRow(int row) {
    int at = row;
    while (isMember(at)) {
      at = parent(at);
    }
    return at;
  }

  /** The topic that carries the row. */
  public String topic(int row) {
    return join(topicRow(row), ROOT, "/");
  }

  /** Members from the payload down to the row, divided by dots; empty for a topic. */
  public String member(int row) {
    return join(row, topicRow(row), ".");
  }

  /** Topic levels and members divided by {@code /}. */
  public String path(int row) {
    return join(row, ROOT, "/");
  }

  /**
   * The row of a topic, or of a member of its payload; {@link #NONE} if it was never heard of.
   *
   * @param member members divided by dots, empty for the topic itself
   */
  public int find(String topic, String member) {
    int row = tree.find(topic);
    return row == NONE || member.isEmpty() ? row : descend(row, member);
  }

  private String join(int row, int above, String divider) {
    Deque<String> names = new ArrayDeque<>();
    for (int at = row; at != above && at > ROOT; at = parent(at)) {
      names.push(name(at));
    }
    StringJoiner path = new StringJoiner(divider);
    names.forEach(path::add);
    return path.toString();
  }

  /** Names may hold dots themselves, so the text is divided at each of them in turn. */
  private int descend(int row, String member) {
    int whole = tree.findMember(row, member);
    for (int dot = member.indexOf('.'); whole == NONE && dot >= 0; ) {
      int child = tree.findMember(row, member.substring(0, dot));
      whole = child == NONE ? NONE : descend(child, member.substring(dot + 1));
      dot = member.indexOf('.', dot + 1);
    }
    return whole;
  }
}
