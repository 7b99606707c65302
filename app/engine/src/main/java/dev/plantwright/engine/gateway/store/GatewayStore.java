package dev.plantwright.engine.gateway.store;

import dev.plantwright.engine.gateway.model.RunState;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.DataType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Nodes, groups, tags, subscriptions and users. A method that returned is on disk and survives the
 * death of the process. Belongs to the gateway's thread.
 */
public final class GatewayStore implements AutoCloseable {
  /**
   * @param params JSON text; empty: never set
   */
  public record StoredNode(
      long id,
      String name,
      String plugin,
      String labels,
      Optional<String> params,
      RunState state) {}

  public record StoredGroup(long id, long node, String name, long interval) {}

  public record StoredTag(long id, long group, Tag tag) {}

  /**
   * @param params JSON text
   * @param staticTags JSON text
   */
  public record StoredSubscription(
      long id,
      long app,
      long driver,
      long group,
      Optional<String> params,
      Optional<String> staticTags) {}

  public record StoredUser(String name, String hash) {}

  private static final String[] TABLES = {
    """
    CREATE TABLE IF NOT EXISTS nodes (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, plugin TEXT NOT NULL,
      labels TEXT NOT NULL, params TEXT, state INTEGER NOT NULL)\
    """,
    """
    CREATE TABLE IF NOT EXISTS groups (
      id INTEGER PRIMARY KEY, node INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
      name TEXT NOT NULL, interval INTEGER NOT NULL, place INTEGER NOT NULL,
      UNIQUE (node, name))\
    """,
    """
    CREATE TABLE IF NOT EXISTS tags (
      id INTEGER PRIMARY KEY, grp INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE,
      name TEXT NOT NULL, address TEXT NOT NULL, attribute INTEGER NOT NULL,
      type INTEGER NOT NULL, precision INTEGER NOT NULL, decimal REAL NOT NULL,
      bias REAL NOT NULL, description TEXT NOT NULL, unit TEXT NOT NULL, UNIQUE (grp, name))\
    """,
    """
    CREATE TABLE IF NOT EXISTS subscriptions (
      id INTEGER PRIMARY KEY, app INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
      driver INTEGER NOT NULL REFERENCES nodes ON DELETE CASCADE,
      grp INTEGER NOT NULL REFERENCES groups ON DELETE CASCADE, params TEXT, static TEXT,
      UNIQUE (app, grp))\
    """,
    "CREATE INDEX IF NOT EXISTS subscriptions_of_group ON subscriptions (grp)",
    "CREATE TABLE IF NOT EXISTS users (name TEXT PRIMARY KEY, hash TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
  };

  private final Database database;

  /**
   * Opens or makes the file.
   *
   * @throws SQLException if it cannot be opened or is no database
   */
  public GatewayStore(Path file) throws SQLException {
    database = new Database(file, TABLES);
  }

  /** The id of the new node. */
  public long addNode(
      String name, String plugin, String labels, Optional<String> params, RunState state) {
    return database.transaction(
        () ->
            database.insert(
                "INSERT INTO nodes (name, plugin, labels, params, state) VALUES (?, ?, ?, ?, ?)",
                name,
                plugin,
                labels,
                params,
                state.number()));
  }

  public void renameNode(long node, String name) {
    database.transaction(
        () -> database.update("UPDATE nodes SET name = ? WHERE id = ?", name, node));
  }

  public void labels(long node, String labels) {
    database.transaction(
        () -> database.update("UPDATE nodes SET labels = ? WHERE id = ?", labels, node));
  }

  public void settings(long node, String params, RunState state) {
    database.transaction(
        () ->
            database.update(
                "UPDATE nodes SET params = ?, state = ? WHERE id = ?",
                params,
                state.number(),
                node));
  }

  public void state(long node, RunState state) {
    database.transaction(
        () -> database.update("UPDATE nodes SET state = ? WHERE id = ?", state.number(), node));
  }

  /** With its groups, tags and subscriptions. */
  public void deleteNode(long node) {
    database.transaction(() -> database.update("DELETE FROM nodes WHERE id = ?", node));
  }

  public long addGroup(long node, String name, long interval) {
    return database.transaction(() -> insertGroup(node, name, interval));
  }

  private long insertGroup(long node, String name, long interval) throws SQLException {
    return database.insert(
        "INSERT INTO groups (node, name, interval, place)"
            + " SELECT ?, ?, ?, coalesce(max(place), 0) + 1 FROM groups",
        node,
        name,
        interval);
  }

  /** A renamed group goes to the end of the list, as in Neuron. */
  public void updateGroup(long group, String name, long interval, boolean renamed) {
    database.transaction(
        () ->
            database.update(
                "UPDATE groups SET name = ?, interval = ?, place = CASE WHEN ?"
                    + " THEN (SELECT max(place) + 1 FROM groups) ELSE place END WHERE id = ?",
                name,
                interval,
                renamed,
                group));
  }

  public void deleteGroup(long group) {
    database.transaction(() -> database.update("DELETE FROM groups WHERE id = ?", group));
  }

  /**
   * Tags to be added to a group that may have to be made first.
   *
   * @param group its id, or -1: make it
   */
  public record NewTags(long group, String name, long interval, List<Tag> tags) {}

  /** What was made for one {@link NewTags}: id of the group, ids of its tags. */
  public record AddedTags(long group, List<Long> tags) {}

  /** All of them or none. */
  public List<AddedTags> addTags(long node, List<NewTags> groups) {
    return database.transaction(
        () -> {
          List<AddedTags> added = new ArrayList<>();
          for (NewTags next : groups) {
            long group =
                next.group() >= 0 ? next.group() : insertGroup(node, next.name(), next.interval());
            added.add(new AddedTags(group, insertTags(group, next.tags())));
          }
          return added;
        });
  }

  private List<Long> insertTags(long group, List<Tag> tags) throws SQLException {
    return database.insertAll(
        "INSERT INTO tags (grp, name, address, attribute, type, precision, decimal, bias,"
            + " description, unit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        tags.stream().map(tag -> columns(group, tag)).toList());
  }

  private static Object[] columns(long first, Tag tag) {
    return new Object[] {
      first,
      tag.name(),
      tag.address(),
      tag.attribute(),
      tag.type().number(),
      tag.precision(),
      tag.decimal(),
      tag.bias(),
      tag.description(),
      tag.unit()
    };
  }

  /** Replaces tags, each under its id. */
  public void updateTags(List<StoredTag> tags) {
    database.transaction(
        () -> {
          for (StoredTag stored : tags) {
            Tag tag = stored.tag();
            database.update(
                "UPDATE tags SET name = ?, address = ?, attribute = ?, type = ?, precision = ?,"
                    + " decimal = ?, bias = ?, description = ?, unit = ? WHERE id = ?",
                tag.name(),
                tag.address(),
                tag.attribute(),
                tag.type().number(),
                tag.precision(),
                tag.decimal(),
                tag.bias(),
                tag.description(),
                tag.unit(),
                stored.id());
          }
          return null;
        });
  }

  public void deleteTags(List<Long> tags) {
    database.transaction(
        () -> {
          for (long tag : tags) {
            database.update("DELETE FROM tags WHERE id = ?", tag);
          }
          return null;
        });
  }

  public long addSubscription(
      long app, long driver, long group, Optional<String> params, Optional<String> staticTags) {
    return database.transaction(
        () ->
            database.insert(
                "INSERT INTO subscriptions (app, driver, grp, params, static)"
                    + " VALUES (?, ?, ?, ?, ?)",
                app,
                driver,
                group,
                params,
                staticTags));
  }

  public void updateSubscription(long id, Optional<String> params, Optional<String> staticTags) {
    database.transaction(
        () ->
            database.update(
                "UPDATE subscriptions SET params = ?, static = ? WHERE id = ?",
                params,
                staticTags,
                id));
  }

  public void deleteSubscription(long id) {
    database.transaction(() -> database.update("DELETE FROM subscriptions WHERE id = ?", id));
  }

  public void putUser(String name, String hash) {
    database.transaction(
        () -> database.update("INSERT OR REPLACE INTO users VALUES (?, ?)", name, hash));
  }

  public void deleteUser(String name) {
    database.transaction(() -> database.update("DELETE FROM users WHERE name = ?", name));
  }

  /** In the order they were made, as all the following. */
  public List<StoredNode> nodes() {
    return database.all(
        "SELECT id, name, plugin, labels, params, state FROM nodes ORDER BY id",
        row ->
            new StoredNode(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                RunState.ofNumber(row.getInt(6))));
  }

  public List<StoredGroup> groups() {
    return database.all(
        "SELECT id, node, name, interval FROM groups ORDER BY place",
        row -> new StoredGroup(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4)));
  }

  public List<StoredTag> tags() {
    return database.all(
        "SELECT id, grp, name, address, attribute, type, precision, decimal, bias, description,"
            + " unit FROM tags ORDER BY id",
        row ->
            new StoredTag(
                row.getLong(1),
                row.getLong(2),
                new Tag(
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    DataType.ofNumber(row.getInt(6)).orElseThrow(),
                    row.getInt(7),
                    row.getDouble(8),
                    row.getDouble(9),
                    row.getString(10),
                    row.getString(11))));
  }

  public List<StoredSubscription> subscriptions() {
    return database.all(
        "SELECT id, app, driver, grp, params, static FROM subscriptions ORDER BY id",
        row ->
            new StoredSubscription(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6))));
  }

  public List<StoredUser> users() {
    return database.all(
        "SELECT name, hash FROM users ORDER BY rowid",
        row -> new StoredUser(row.getString(1), row.getString(2)));
  }

  /** Something to be remembered under a name. */
  public void putFact(String name, String value) {
    database.transaction(
        () -> database.update("INSERT OR REPLACE INTO facts VALUES (?, ?)", name, value));
  }

  public Optional<String> fact(String name) {
    return database
        .all("SELECT name, value FROM facts", row -> List.of(row.getString(1), row.getString(2)))
        .stream()
        .filter(fact -> fact.getFirst().equals(name))
        .map(List::getLast)
        .findFirst();
  }

  @Override
  public void close() {
    database.close();
  }
}
