import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints what Gson and Jackson make of the body in the file named first, by the name of each way. */
class Write {
  public static void main(String[] args) throws Exception {
    String text = Files.readString(Path.of(args[0]));
    JsonElement tree = JsonParser.parseString(text);
    Gson gson = new Gson();
    ObjectMapper mapper = new ObjectMapper();
    JsonNode node = mapper.readTree(text);
    Map<?, ?> map = mapper.readValue(text, LinkedHashMap.class);
    Map<String, String> made = new LinkedHashMap<>();
    made.put("gson-tree", gson.toJson(tree));
    made.put("gson-map", gson.toJson(gson.fromJson(text, Map.class)));
    made.put("gson-nulls", new GsonBuilder().serializeNulls().create().toJson(tree));
    made.put("gson-pretty", new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(tree));
    made.put("gson-plain", new GsonBuilder().serializeNulls().disableHtmlEscaping().create().toJson(tree));
    made.put("jackson-tree", mapper.writeValueAsString(node));
    made.put("jackson-map", mapper.writeValueAsString(map));
    made.put("jackson-pretty", mapper.writerWithDefaultPrettyPrinter().writeValueAsString(map));
    made.put(
        "jackson-sorted",
        JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writeValueAsString(map));
    made.put(
        "jackson-ascii",
        JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writeValueAsString(map));
    made.put("map-to-string", map.toString());
    Map<String, String> encoded = new LinkedHashMap<>();
    made.forEach(
        (name, each) ->
            encoded.put(
                name, Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8))));
    System.out.println(mapper.writeValueAsString(encoded));
  }
}
