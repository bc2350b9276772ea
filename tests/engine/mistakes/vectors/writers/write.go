// Prints what encoding/json makes of the body in the file named first, by the name of each way.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	text, _ := os.ReadFile(os.Args[1])
	made := map[string][]byte{}
	var value map[string]interface{}
	if json.Unmarshal(text, &value) != nil {
		panic("no JSON")
	}
	made["map"], _ = json.Marshal(value)
	made["map-indent-2"], _ = json.MarshalIndent(value, "", "  ")
	made["map-tab"], _ = json.MarshalIndent(value, "", "\t")
	var encoded bytes.Buffer
	json.NewEncoder(&encoded).Encode(value)
	made["map-encoder"] = encoded.Bytes()
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.Encode(value)
	made["map-encoder-plain"] = plain.Bytes()
	// Members of a struct keep their order, as RawMessage does; the escapes are those of any string.
	made["raw"], _ = json.Marshal(json.RawMessage(text))
	made["print"] = []byte(fmt.Sprint(value))
	printed, _ := json.Marshal(made)
	fmt.Println(string(printed))
}
