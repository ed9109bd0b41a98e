package text_test

import (
	"math/rand/v2"
	"testing"
)

func FuzzAppend(f *testing.F) {
	for _, seed := range []string{
		"",
		"The U.S.-led talks of 14.11.2025 cost $1,234,567, said Iran’s minister; she'll go.",
		"Organised labour's behaviour, modelled at the centre",
		"北京データ人々 iPhone手机 ไทย हिन्दी co\u00adop caf\xc3 ½ 1\ufe0f\u20e3",
	} {
		f.Add(seed)
	}
	random := rand.New(rand.NewPCG(13, 14))
	for range 50 {
		f.Add(randomText(random, 30, asciiPieces, accentPieces, oddPieces))
	}
	f.Fuzz(checkTokens)
}
