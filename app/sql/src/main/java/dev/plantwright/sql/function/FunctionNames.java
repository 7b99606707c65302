package dev.plantwright.sql.function;

import java.util.HashMap;
import java.util.Map;

/** All names of the language, also of functions that cannot be called yet. */
final class FunctionNames {
  private static final String AGGREGATE =
      "avg count max min sum median stddev stddevs var vars percentile_cont percentile_disc collect"
          + " merge_agg deduplicate last_value last_agg_hit_count last_agg_hit_time inc_count"
          + " inc_avg inc_max inc_min inc_sum inc_merge_agg inc_collect inc_last_value";

  private static final String ANALYTIC =
      "lag latest changed_col had_changed acc_sum acc_avg acc_min acc_max acc_count";

  private static final String SCALAR =
      "abs acos array_cardinality array_concat array_contains array_contains_any array_create"
          + " array_distinct array_except array_flatten array_intersect array_join"
          + " array_last_position array_map array_max array_min array_position array_remove"
          + " array_shuffle array_sort array_union asin atan atan2 bitand bitnot bitor bitxor"
          + " bypass cardinality cast ceil ceiling chr coalesce compress concat conv convert_tz cos"
          + " cosh cot crc32 cur_date cur_time current_date current_time current_timestamp"
          + " date_calc date_diff day day_name day_of_month day_of_week day_of_year dec2hex decode"
          + " decompress degrees delay element_at encode endswith erase event_time exp floor format"
          + " format_time from_days from_unix_time get_keyed_state hex2dec hour indexof isnull"
          + " items json_path_exists json_path_query json_path_query_first keys kvpair_array_to_obj"
          + " last_day last_hit_count last_hit_time length ln local_time local_timestamp log lower"
          + " lpad ltrim md5 meta microsecond minute mod month month_name mqtt newuuid now numbytes"
          + " obj_to_kvpair_array object object_concat object_construct object_pick object_size"
          + " parse_json pi pow power props radians rand regexp_matches regexp_replace"
          + " regexp_substr repeat reverse round rpad rtrim rule_id rule_start second sequence sha1"
          + " sha256 sha384 sha512 sign sin sinh split_value sqrt startswith substring tan tanh"
          + " to_json to_seconds trim trunc tstamp upper values window_end window_start"
          + " window_trigger zip dedup_trigger";

  private FunctionNames() {}

  static Map<String, FunctionKind> kinds() {
    Map<String, FunctionKind> kinds = new HashMap<>();
    add(kinds, AGGREGATE, FunctionKind.AGGREGATE);
    add(kinds, ANALYTIC, FunctionKind.ANALYTIC);
    add(kinds, SCALAR, FunctionKind.SCALAR);
    add(kinds, "row_number", FunctionKind.WINDOW);
    add(kinds, "unnest extract", FunctionKind.SET_RETURNING);
    add(kinds, "changed_cols", FunctionKind.COLUMNS);
    return Map.copyOf(kinds);
  }

  private static void add(Map<String, FunctionKind> kinds, String names, FunctionKind kind) {
    for (String name : names.split(" ")) {
      kinds.put(name, kind);
    }
  }
}
