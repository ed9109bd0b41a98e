package number_test

import (
	"fmt"

	"github.com/footnote-go/footnote/internal/number"
)

func ExampleAppend() {
	const text = "Companies with more than 700M users in July of 2024 paid $1–3 billion, roughly a quarter of it."
	for _, m := range number.Append(nil, text) {
		fmt.Println(text[m.Start:m.End], m.Kind, m.AppendTokens(nil))
	}
	// Output:
	// 700M number [=700000000]
	// July of 2024 date [=2024-07 =2024]
	// $1–3 billion money [=1000000000usd..3000000000usd =1000000000usd =3000000000usd =1000000000 =3000000000]
	// a quarter share [=25%]
}
