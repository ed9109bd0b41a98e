package citefmt

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// decode reads a JSON object that has to have some keys, none of them null.
// encoding/json reads an absent index as 0, which is one.
func decode(data []byte, v any, required ...string) error {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(data, &keys); err != nil {
		return err
	}
	for _, k := range required {
		if raw, ok := keys[k]; !ok || bytes.Equal(raw, []byte("null")) {
			return fmt.Errorf("it has no %s", k)
		}
	}
	return json.Unmarshal(data, v)
}

// typeOf returns the "type" of a JSON object, "" if it has none.
func typeOf(data []byte) string {
	var head struct {
		Type string `json:"type"`
	}
	if json.Unmarshal(data, &head) != nil {
		return ""
	}
	return head.Type
}

// elements returns the elements of a list, or those of the list under one of the
// keys of an object, or under it in the object there. Any other object is the only
// element.
func elements(data []byte, keys ...string) ([]json.RawMessage, error) {
	const deepest = 4 // response, message, content
	for depth := 0; ; depth++ {
		data = bytes.TrimSpace(data)
		if !bytes.HasPrefix(data, []byte("{")) {
			break
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(data, &object); err != nil {
			return nil, err
		}
		inner, ok := under(object, keys)
		if !ok || depth == deepest {
			return []json.RawMessage{data}, nil
		}
		data = inner
	}
	var list []json.RawMessage
	err := json.Unmarshal(data, &list)
	return list, err
}

func under(object map[string]json.RawMessage, keys []string) (json.RawMessage, bool) {
	for _, k := range keys {
		if v, ok := object[k]; ok {
			return v, true
		}
	}
	return nil, false
}
