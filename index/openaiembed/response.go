package openaiembed

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"

	"github.com/footnote-go/footnote/index"
)

// A response is what the server gives. Fields that nothing here needs are passed
// over.
type response struct {
	Data []struct {
		Index     *int   `json:"index"`
		Embedding floats `json:"embedding"`
	} `json:"data"`
}

// floats are a list of numbers, or the base64 of little-endian float32, which some
// servers send whatever they are asked for.
type floats []float32

func (f *floats) UnmarshalJSON(data []byte) error {
	if len(data) == 0 || data[0] != '"' {
		return json.Unmarshal(data, (*[]float32)(f))
	}
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return err
	}
	if len(b)%4 != 0 {
		return fmt.Errorf("%d bytes are no list of float32", len(b))
	}
	*f = make(floats, len(b)/4)
	for i := range *f {
		(*f)[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return nil
}

// parse returns the n vectors of an answer, in the order of their texts. dim is the
// dimension that was asked for, 0 if none was.
func parse(answer []byte, n, dim int) ([][]float32, error) {
	var r response
	if err := json.Unmarshal(answer, &r); err != nil {
		return nil, fmt.Errorf("the answer is no list of embeddings: %w", err)
	}
	if len(r.Data) != n {
		return nil, &index.CountError{Got: len(r.Data), Want: n}
	}
	out := make([][]float32, n)
	for i, d := range r.Data {
		at := i // where no index says
		if d.Index != nil {
			at = *d.Index
		}
		if at < 0 || at >= n || out[at] != nil {
			return nil, fmt.Errorf("the answer has an embedding %d that is of no text, or a second one", at)
		}
		if len(d.Embedding) == 0 || dim > 0 && len(d.Embedding) != dim {
			return nil, &index.DimensionError{Got: len(d.Embedding), Want: dim}
		}
		dim = len(d.Embedding)
		for _, x := range d.Embedding {
			if x-x != 0 {
				return nil, index.ErrNotFinite
			}
		}
		out[at] = d.Embedding
	}
	return out, nil
}
