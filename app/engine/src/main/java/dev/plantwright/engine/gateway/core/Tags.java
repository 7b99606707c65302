package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.core.Node.KeptGroup;
import dev.plantwright.engine.gateway.core.Node.KeptTag;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.engine.gateway.store.GatewayStore;
import dev.plantwright.field.DataType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be done with tags; only on the gateway's thread. */
public final class Tags {
  private static final int MOST_PRECISION = 17;

  /** A tag that was refused, by its place in the request. */
  public record BadTag(int index, int code) {}

  /**
   * What became of a list of tags.
   *
   * @param index tags that were taken, or which one the code speaks of
   * @param bad all that were refused
   */
  public record Outcome(int index, int code, List<BadTag> bad) {
    private static Outcome refused(int code) {
      return new Outcome(0, code, List.of(new BadTag(0, code)));
    }
  }

  /** Tags for one group of several. */
  public record GroupDraft(String group, long interval, List<TagDraft> tags) {}

  private final Registry registry;

  Tags(Registry registry) {
    this.registry = registry;
  }

  /** All of them or none; makes the group if there is none. */
  public Outcome add(String nodeName, String groupName, List<TagDraft> drafts) throws Refusal {
    Node node = registry.node(nodeName);
    if (!node.isDriver()) {
      return Outcome.refused(Code.NO_GROUPS_HERE);
    }
    if (Limits.tooLong(groupName)) {
      return Outcome.refused(Code.GROUP_NAME_LONG);
    }
    Outcome judged = judge(node, groupName, drafts);
    if (judged.code() == Code.OK) {
      keep(node, List.of(new GroupDraft(groupName, Limits.DEFAULT_INTERVAL, drafts)));
    }
    return judged;
  }

  private Outcome judge(Node node, String groupName, List<TagDraft> drafts) {
    KeptGroup group = node.groups.get(groupName);
    Set<String> taken = group == null ? new HashSet<>() : new HashSet<>(group.tags.keySet());
    List<BadTag> bad = new ArrayList<>();
    int index = 0;
    int code = Code.OK;
    for (int at = 0; at < drafts.size(); at++) {
      TagDraft draft = drafts.get(at);
      boolean conflict = !taken.add(draft.name());
      int own = judge(node, draft);
      int reported = own == Code.OK && conflict ? Code.TAG_EXISTS : own;
      if (reported != Code.OK) {
        bad.add(new BadTag(at, reported));
        index = at;
        code = conflict && !misfit(draft) ? Code.TAG_EXISTS : reported;
      }
    }
    return new Outcome(index, code, bad);
  }

  private int judge(Node node, TagDraft draft) {
    int code = judgeFields(draft);
    return code == Code.OK ? registry.driverOf(node).check(draft.tag()) : code;
  }

  private static int judgeFields(TagDraft draft) {
    if (Limits.tooLong(draft.name())) {
      return Code.TAG_NAME_LONG;
    }
    if (Limits.tooLong(draft.address())) {
      return Code.TAG_ADDRESS_LONG;
    }
    if (Limits.descriptionTooLong(draft.description())) {
      return Code.TAG_DESCRIPTION_LONG;
    }
    boolean scalable = draft.type().map(Tags::scalable).orElse(true);
    if (draft.precision() < 0
        || draft.precision() > MOST_PRECISION
        || draft.precision() != 0 && !scalable) {
      return Code.TAG_PRECISION;
    }
    if (draft.decimal() != 0 && !scalable) {
      return Code.TAG_DECIMAL;
    }
    if (draft.bias() != 0 && !scalable) {
      return Code.TAG_BIAS;
    }
    return draft.type().isPresent() ? Code.OK : Code.TAG_TYPE;
  }

  /** Scaled although its type cannot be: the one mistake that outranks a name that is taken. */
  private static boolean misfit(TagDraft draft) {
    boolean scaled = draft.precision() != 0 || draft.decimal() != 0 || draft.bias() != 0;
    return scaled && !draft.type().map(Tags::scalable).orElse(true);
  }

  private static boolean scalable(DataType type) {
    return switch (type) {
      case BIT, BOOL, STRING, TIME, DATE_AND_TIME, CUSTOM -> false;
      default -> true;
    };
  }

  private void keep(Node node, List<GroupDraft> groups) {
    List<GatewayStore.NewTags> wanted = new ArrayList<>();
    for (GroupDraft draft : groups) {
      KeptGroup group = node.groups.get(draft.group());
      wanted.add(
          new GatewayStore.NewTags(
              group == null ? -1 : group.id,
              draft.group(),
              draft.interval(),
              draft.tags().stream().map(TagDraft::tag).toList()));
    }
    List<GatewayStore.AddedTags> added = registry.store.addTags(node.id, wanted);
    for (int at = 0; at < wanted.size(); at++) {
      GatewayStore.NewTags draft = wanted.get(at);
      long id = added.get(at).group();
      KeptGroup group =
          node.groups.computeIfAbsent(
              draft.name(), name -> new KeptGroup(id, name, draft.interval()));
      for (int i = 0; i < draft.tags().size(); i++) {
        Tag tag = draft.tags().get(i);
        group.tags.put(tag.name(), new KeptTag(added.get(at).tags().get(i), tag));
      }
      group.changed();
    }
    registry.groupsChanged(node);
  }

  /** All groups with all tags or nothing; the index is the number of tags added. */
  public Outcome addGroups(String nodeName, List<GroupDraft> drafts) throws Refusal {
    Node node = registry.driver(nodeName);
    Set<String> fresh = new HashSet<>();
    List<GroupDraft> held = new ArrayList<>();
    int count = 0;
    for (GroupDraft draft : drafts) {
      if (Limits.tooLong(draft.group())) {
        throw new Refusal(Code.GROUP_NAME_LONG);
      }
      if (!node.groups.containsKey(draft.group()) && !fresh.add(draft.group())) {
        throw new Refusal(Code.GROUP_EXISTS);
      }
      held.add(new GroupDraft(draft.group(), Limits.interval(draft.interval()), draft.tags()));
      Outcome judged = judge(node, draft.group(), draft.tags());
      if (judged.code() != Code.OK) {
        return new Outcome(0, judged.code(), judged.bad());
      }
      count += draft.tags().size();
    }
    if (node.groups.size() + fresh.size() > Limits.MOST_GROUPS) {
      throw new Refusal(Code.GROUPS_MANY);
    }
    keep(node, held);
    return new Outcome(count, Code.OK, List.of());
  }

  /** Replaces whole tags; stops at the first bad one, and those before it stay changed. */
  public Outcome update(String nodeName, String groupName, List<TagDraft> drafts) throws Refusal {
    Node node = registry.driver(nodeName);
    KeptGroup group = node.groups.get(groupName);
    if (group == null) {
      return Outcome.refused(Code.GROUP_UNKNOWN);
    }
    List<GatewayStore.StoredTag> changed = new ArrayList<>();
    int code = Code.OK;
    for (TagDraft draft : drafts) {
      KeptTag kept = group.tags.get(draft.name());
      code = kept == null ? Code.TAG_UNKNOWN : judge(node, draft);
      if (code != Code.OK) {
        break;
      }
      changed.add(new GatewayStore.StoredTag(kept.id(), group.id, draft.tag()));
    }
    registry.store.updateTags(changed);
    changed.forEach(tag -> group.tags.put(tag.tag().name(), new KeptTag(tag.id(), tag.tag())));
    group.changed();
    registry.groupsChanged(node);
    int index = changed.size();
    List<BadTag> bad = code == Code.OK ? List.of() : List.of(new BadTag(index, code));
    return new Outcome(index, code, bad);
  }

  /** The tag keeps its place in the list. */
  public void rename(String nodeName, String groupName, String oldName, String newName)
      throws Refusal {
    Node node = registry.driver(nodeName);
    KeptGroup group = registry.group(node, groupName);
    KeptTag kept = group.tags.get(oldName);
    if (kept == null) {
      throw new Refusal(Code.TAG_UNKNOWN);
    }
    if (oldName.equals(newName)) {
      return;
    }
    if (group.tags.containsKey(newName)) {
      throw new Refusal(Code.TAG_EXISTS);
    }
    if (Limits.tooLong(newName)) {
      throw new Refusal(Code.TAG_NAME_LONG);
    }
    Tag renamed = kept.tag().renamed(newName);
    registry.store.updateTags(List.of(new GatewayStore.StoredTag(kept.id(), group.id, renamed)));
    List<KeptTag> order = new ArrayList<>(group.tags.values());
    group.tags.clear();
    for (KeptTag one : order) {
      KeptTag put = one == kept ? new KeptTag(kept.id(), renamed) : one;
      group.tags.put(put.tag().name(), put);
    }
    group.changed();
    registry.groupsChanged(node);
  }

  /** All of them, or none if one is missing. */
  public void delete(String nodeName, String groupName, List<String> names) throws Refusal {
    Node node = registry.driver(nodeName);
    KeptGroup group = registry.group(node, groupName);
    if (!group.tags.keySet().containsAll(names)) {
      throw new Refusal(Code.TAG_UNKNOWN);
    }
    registry.store.deleteTags(names.stream().map(name -> group.tags.get(name).id()).toList());
    names.forEach(group.tags::remove);
    group.changed();
    registry.groupsChanged(node);
  }

  public Group group(String nodeName, String groupName) throws Refusal {
    return registry.group(registry.driver(nodeName), groupName).snapshot();
  }

  /** Judges a tag that is read once without being kept. */
  public Tag probe(String nodeName, TagDraft draft) throws Refusal {
    int code = judge(registry.driver(nodeName), draft);
    if (code != Code.OK) {
      throw new Refusal(code);
    }
    return draft.tag();
  }
}
