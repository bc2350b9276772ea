import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Prints what date patterns make of the instant given in milliseconds, by the name of each way. */
class Times {
  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Jakarta"));
    Date date = new Date(Long.parseLong(args[0]));
    ZonedDateTime zoned = Instant.ofEpochMilli(date.getTime()).atZone(ZoneId.of("Asia/Jakarta"));
    Map<String, String> patterns = new LinkedHashMap<>();
    patterns.put("week-year", "YYYY-MM-dd'T'HH:mm:ssXXX");
    patterns.put("minutes-as-month", "yyyy-mm-dd'T'HH:mm:ssXXX");
    patterns.put("month-as-minutes", "yyyy-MM-dd'T'HH:MM:ssXXX");
    patterns.put("day-of-year", "yyyy-MM-DD'T'HH:mm:ssXXX");
    patterns.put("twelve-hours", "yyyy-MM-dd'T'hh:mm:ssXXX");
    patterns.put("kk", "yyyy-MM-dd'T'kk:mm:ssXXX");
    patterns.put("milliseconds-as-seconds", "yyyy-MM-dd'T'HH:mm:SSXXX");
    patterns.put("no-colon", "yyyy-MM-dd'T'HH:mm:ssZ");
    patterns.put("hours-alone", "yyyy-MM-dd'T'HH:mm:ssX");
    patterns.put("zone-name", "yyyy-MM-dd'T'HH:mm:ssz");
    patterns.put("no-zone", "yyyy-MM-dd'T'HH:mm:ss");
    patterns.put("space", "yyyy-MM-dd HH:mm:ss");
    patterns.put("milliseconds", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    patterns.put("literal-z", "yyyy-MM-dd'T'HH:mm:ss'Z'");
    patterns.put("compact", "yyyyMMddHHmmss");
    patterns.put("short-year", "yy-MM-dd'T'HH:mm:ssXXX");
    patterns.put("day-first", "dd-MM-yyyy'T'HH:mm:ssXXX");
    patterns.put("swapped", "yyyy-dd-MM'T'HH:mm:ssXXX");
    Map<String, String> made = new LinkedHashMap<>();
    patterns.forEach(
        (name, pattern) -> made.put(name, new SimpleDateFormat(pattern, Locale.US).format(date)));
    made.put("to-string", date.toString());
    made.put("instant", date.toInstant().toString());
    made.put("arabic", new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.forLanguageTag("ar-EG-u-nu-arab")).format(date));
    made.put("zoned", zoned.toString());
    made.put("offset", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned));
    made.put("rfc-1123", DateTimeFormatter.RFC_1123_DATE_TIME.format(zoned));
    made.put("epoch", String.valueOf(date.getTime()));
    made.put("buddhist", DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX").format(java.time.chrono.ThaiBuddhistDate.from(zoned).atTime(zoned.toLocalTime()).atZone(zoned.getZone())));
    made.forEach((name, text) -> System.out.println(name + "\t" + text));
  }
}
